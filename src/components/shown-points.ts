import type { LiveSession } from '../core/index.js';

/** Points by user id; null for a host whose points are hidden from the live. */
export type PointsOf = (userId: string) => number | null;

/** The points in the session's latest battle, as its live gets them. Follows each user alone that it is asked for. */
export function shownPoints({ battleStore }: LiveSession): PointsOf {
  return (userId) => battleStore.pointsOf(userId).get();
}

/** The points of these hosts together; null while those of one are hidden. */
export function sumOfPoints(userIds: readonly string[], pointsOf: PointsOf): number | null {
  let sum = 0;
  for (const userId of userIds) {
    const points = pointsOf(userId);
    if (points === null) return null;
    sum += points;
  }
  return sum;
}
