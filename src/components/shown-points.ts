import type { LiveSession } from '../core/index.js';

/** Points by user id; null for a host whose points are hidden from the live. */
export type PointsOf = (userId: string) => number | null;

/** The points in the session's latest battle, as its live gets them. */
export function shownPoints({ battleStore }: LiveSession): PointsOf {
  const hidden = battleStore.hiddenUsers.get();
  const scores = battleStore.battleScore.get();
  return (userId) => (hidden.includes(userId) ? null : (scores.get(userId) ?? 0));
}

/** The points of these hosts together; null while those of one are hidden. */
export function sumOfPoints(userIds: readonly string[], pointsOf: PointsOf): number | null {
  return userIds.map(pointsOf).reduce((sum, points) => (sum === null || points === null ? null : sum + points), 0);
}
