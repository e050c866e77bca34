import { LiveError, LiveErrorCode, limits } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

/** How long a challenge counts, milliseconds. */
export const challengeWindowMs = 60_000;

/**
 * Counts a challenge of a host and refuses too many. Every challenge leaves a battle in the ledger, so it counts
 * however it ended.
 * @throws LiveError `battleTooFrequent`.
 */
export function countChallenge(turn: Turn, { info: { liveId }, challengedAt }: LiveRecord): void {
  const latest = challengedAt.filter((at) => at > turn.now - challengeWindowMs);
  if (latest.length >= limits.challengesPerMinute) {
    throw new LiveError(LiveErrorCode.battleTooFrequent, 'this host has challenged others too often');
  }
  turn.emit({ type: 'challenge-counted', liveId });
}
