import { battleTeams, type BattleInfo } from '../../core/index.js';
import { sumOfPoints, type PointsOf } from '../shown-points.js';

interface Competitor {
  userIds: readonly string[];
  /** Null while points of one of the users are hidden. */
  score: number | null;
  hasExited: boolean;
}

/**
 * A contestant's rank, or that of their team. It comes from the result once there is one, before that from the points
 * so far. Null while these are hidden.
 */
export function rankOf(userId: string, battle: BattleInfo, pointsOf: PointsOf): number | null {
  const standing = battle.result?.standings.find((other) => other.userId === userId);
  if (standing) return standing.rank;
  const competitors = competitorsOf(battle, pointsOf);
  const own = competitors.find(({ userIds }) => userIds.includes(userId));
  if (!own) return competitors.length;
  const { score, hasExited } = own;
  if (score === null) return null;
  // As in the result: contestants who left rank behind all who stayed. Equal points share a rank.
  const isAhead = (other: Competitor): boolean =>
    other.hasExited === hasExited ? other.score !== null && other.score > score : hasExited;
  return competitors.filter(isAhead).length + 1;
}

/** A contestant's own points. Once there is a result, these are the final points. Null while they are hidden. */
export function scoreOf(userId: string, { result }: BattleInfo, pointsOf: PointsOf): number | null {
  const standing = result?.standings.find((other) => other.userId === userId);
  return standing?.score ?? pointsOf(userId);
}

function competitorsOf(battle: BattleInfo, pointsOf: PointsOf): readonly Competitor[] {
  const { users, config } = battle;
  const isGone = (userId: string): boolean => users.some((user) => user.userId === userId && user.exited);
  const sides = config.teams
    ? battleTeams(battle, {}).map(({ userIds }) => userIds)
    : users.map(({ userId }) => [userId]);
  return sides
    .filter((userIds) => userIds.length > 0)
    .map((userIds) => ({ userIds, score: sumOfPoints(userIds, pointsOf), hasExited: userIds.every(isGone) }));
}
