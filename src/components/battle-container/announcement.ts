import type { BattleEffect, BattleInfo, BattleOutcome } from '../../core/index.js';
import type { FactorMoment } from '../factor/factor-clock.js';
import { text } from '../strings.js';

/** The text for screen readers about a battle: who competes or, once there is a result, who won. */
export function announcementOf({ users, result }: BattleInfo): string {
  const everybody = users.map(({ userId }) => userId);
  if (!result) return text('announceStart', { names: namesOf(everybody, users) });
  const withOutcome = (wanted: BattleOutcome): string[] =>
    result.standings.filter(({ outcome }) => outcome === wanted).map(({ userId }) => userId);
  const winners = withOutcome('win');
  return winners.length > 0 ? text('announceWin', { names: namesOf(winners, users) }) : text('announceDraw');
}

/** The text for screen readers while a battle runs: extra time, or a multiplier window; empty without either. */
export function newsOf(isExtraTimeFresh: boolean, moment: FactorMoment | null): string {
  if (isExtraTimeFresh) return text('announceExtraTime');
  if (!moment) return '';
  return text(moment.isOn ? 'announceFactor' : 'announceFactorSoon', { factor: String(moment.factor) });
}

/** The text for screen readers about an effect that was applied. */
export function effectNewsOf(effect: BattleEffect, { users }: BattleInfo): string {
  switch (effect.type) {
    case 'boost': {
      const factor = String(effect.factor);
      return text('announceBoost', { names: namesOf(effect.userIds, users), factor, seconds: secondsOf(effect) });
    }
    case 'hide':
      return text('announceHide', { names: namesOf([effect.userId], users), seconds: secondsOf(effect) });
    case 'extend':
      return text('announceExtension', { seconds: secondsOf(effect) });
    case 'target':
      return text('announceTarget', { target: String(effect.points), factor: String(effect.factor) });
  }
}

export function secondsOf({ from, to }: { from: number; to: number }): string {
  return String(Math.round((to - from) / 1000));
}

function namesOf(userIds: readonly string[], users: BattleInfo['users']): string {
  return users
    .filter(({ userId }) => userIds.includes(userId))
    .map(({ userId, userName }) => userName || userId)
    .join(', ');
}
