import type { LiveUpdate } from '../../core/index.js';

export type ScoresUpdate = Extract<LiveUpdate, { type: 'scores' }>;

/**
 * Two packets of scores of one battle as one: the later board, and the highlights of both, the largest gift first. With
 * equal points the earlier gift is ahead.
 */
export function mergedScores(earlier: ScoresUpdate | null, later: ScoresUpdate): ScoresUpdate {
  if (!earlier) return later;
  const highlights = [...earlier.highlights, ...later.highlights];
  return { ...later, highlights: highlights.sort((a, b) => b.points - a.points || a.version - b.version) };
}
