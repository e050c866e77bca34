import type { BattleInfo, BattleOutcome } from '../../core/index.js';
import { text } from '../strings.js';
import type { MultiplierMoment } from './multiplier-clock.js';

/** What is said about start and end to those who can't see them. */
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

/** What is said while the battle goes on. */
export function newsOf(isExtraTimeFresh: boolean, moment: MultiplierMoment | null): string {
  if (isExtraTimeFresh) return text('announceExtraTime');
  if (!moment) return '';
  return text(moment.isOn ? 'announceFactor' : 'announceFactorSoon', { factor: String(moment.factor) });
}
