import type { BattleInfo, BattleOutcome } from '../../core/index.js';
import { text } from '../strings.js';
import type { MultiplierMoment } from './multiplier-clock.js';

/** The text for screen readers about a battle: who competes or, once there is a result, who won. */
export function announcementOf({ users, result }: BattleInfo): string {
  const namesOf = (userIds: readonly string[]): string =>
    users
      .filter(({ userId }) => userIds.includes(userId))
      .map(({ userId, userName }) => userName || userId)
      .join(', ');
  const everybody = users.map(({ userId }) => userId);
  if (!result) return text('announceStart', { names: namesOf(everybody) });
  const withOutcome = (wanted: BattleOutcome): string[] =>
    result.standings.filter(({ outcome }) => outcome === wanted).map(({ userId }) => userId);
  const winners = withOutcome('win');
  return winners.length > 0 ? text('announceWin', { names: namesOf(winners) }) : text('announceDraw');
}

/** The text for screen readers while a battle runs: extra time, or a multiplier window; empty without either. */
export function newsOf(isExtraTimeFresh: boolean, moment: MultiplierMoment | null): string {
  if (isExtraTimeFresh) return text('announceExtraTime');
  if (!moment) return '';
  return text(moment.isOn ? 'announceFactor' : 'announceFactorSoon', { factor: String(moment.factor) });
}
