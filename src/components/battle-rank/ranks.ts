import { battleTeams, type BattleInfo } from '../../core/index.js';
import { sumOfPoints, type PointsOf } from '../shown-points.js';

interface Competitor {
  userIds: readonly string[];
  /** Null while points of theirs are hidden. */
  score: number | null;
  hasExited: boolean;
}

/**
 * A contestant's place, or that of their team: by the result once there is one, before that by the points so far. Null
 * while the points are hidden.
 */
export function rankOf(userId: string, battle: BattleInfo, pointsOf: PointsOf): number | null {
  const standing = battle.result?.standings.find((other) => other.userId === userId);
  if (standing) return standing.rank;
  const competitors = competitorsOf(battle, pointsOf);
  const own = competitors.find(({ userIds }) => userIds.includes(userId));
  if (!own) return competitors.length;
  const { score, hasExited } = own;
  if (score === null) return null;
  // As in the result: whoever left ranks behind all who stayed. Equal points share a rank.
  const isAhead = (other: Competitor): boolean =>
    other.hasExited === hasExited ? other.score !== null && other.score > score : hasExited;
  return competitors.filter(isAhead).length + 1;
}

/** A contestant's own points: the final ones once there is a result. Null while they are hidden. */
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
