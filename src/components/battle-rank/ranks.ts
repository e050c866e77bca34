import { battleTeams, type BattleInfo } from '../../core/index.js';

interface Competitor {
  userIds: readonly string[];
  score: number;
  hasExited: boolean;
}

/**
 * A contestant's rank, or that of their team. It comes from the result once there is one, before that from the points
 * so far.
 */
export function rankOf(userId: string, battle: BattleInfo, scores: ReadonlyMap<string, number>): number {
  const standing = battle.result?.standings.find((other) => other.userId === userId);
  if (standing) return standing.rank;
  const competitors = competitorsOf(battle, scores);
  const own = competitors.find(({ userIds }) => userIds.includes(userId));
  if (!own) return competitors.length;
  // As in the result: contestants who left rank behind all who stayed. Equal points share a rank.
  const isAhead = (other: Competitor): boolean =>
    other.hasExited === own.hasExited ? other.score > own.score : own.hasExited;
  return competitors.filter(isAhead).length + 1;
}

/** A contestant's own points. Once there is a result, these are the final points. */
export function scoreOf(userId: string, { result }: BattleInfo, scores: ReadonlyMap<string, number>): number {
  const standing = result?.standings.find((other) => other.userId === userId);
  return standing?.score ?? scores.get(userId) ?? 0;
}

function competitorsOf(battle: BattleInfo, scores: ReadonlyMap<string, number>): readonly Competitor[] {
  const { users, config } = battle;
  const isGone = (userId: string): boolean => users.some((user) => user.userId === userId && user.exited);
  const alone = users.map(({ userId }) => ({ userIds: [userId], score: scores.get(userId) ?? 0 }));
  return (config.teams ? battleTeams(battle, Object.fromEntries(scores)) : alone)
    .filter(({ userIds }) => userIds.length > 0)
    .map(({ userIds, score }) => ({ userIds, score, hasExited: userIds.every(isGone) }));
}
