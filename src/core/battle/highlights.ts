import { limits } from '../limits.js';
import type { User } from '../user.js';

/** A large gift, as packets of scores tell it. */
export interface ScoreHighlight {
  contributor: User;
  /** User id of the host who got the points. */
  hostUserId: string;
  /** The points as they counted, with all multipliers. */
  points: number;
  /** Version of the score board that counts the gift first. */
  version: number;
}

/** The five largest of these gifts, the largest first; with equal points the earlier one is ahead. */
export function largestHighlights(highlights: readonly ScoreHighlight[]): readonly ScoreHighlight[] {
  return [...highlights].sort((a, b) => b.points - a.points || a.version - b.version).slice(0, limits.highlights);
}
