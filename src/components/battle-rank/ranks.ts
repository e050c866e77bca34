import type { BattleInfo } from '../../core/index.js';

/** A contestant's place: by the result once there is one, before that by the points so far; equal points share a rank. */
export function rankOf(userId: string, { users, result }: BattleInfo, scores: ReadonlyMap<string, number>): number {
  const standing = result?.standings.find((other) => other.userId === userId);
  if (standing) return standing.rank;
  const scoreOf = (id: string): number => scores.get(id) ?? 0;
  const hasExited = users.some((user) => user.userId === userId && user.exited);
  // As in the result: whoever left ranks behind all who stayed.
  const isAhead = (other: { userId: string; exited: boolean }): boolean =>
    other.exited === hasExited ? scoreOf(other.userId) > scoreOf(userId) : hasExited;
  return users.filter(isAhead).length + 1;
}

/** A contestant's points: the final ones once there is a result. */
export function scoreOf(userId: string, { result }: BattleInfo, scores: ReadonlyMap<string, number>): number {
  const standing = result?.standings.find((other) => other.userId === userId);
  return standing?.score ?? scores.get(userId) ?? 0;
}
