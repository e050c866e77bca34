import { LiveError, LiveErrorCode } from 'live-battles/core';
import type { AddScoresReply, ScoreStatus } from 'live-battles/referee';

const refusals: Partial<Record<ScoreStatus, LiveErrorCode>> = {
  'not-in-battle': LiveErrorCode.notInBattle,
  'battle-not-started': LiveErrorCode.battleNotStarted,
  'battle-ended': LiveErrorCode.battleEnded,
};

/**
 * Throws if a gift did not count. A gift that has counted before is no failure. @throws LiveError A code for the
 * status.
 */
export function checkCounted({ results }: Pick<AddScoresReply, 'results'>): void {
  for (const { status } of results) {
    if (status === 'counted' || status === 'duplicate') continue;
    throw new LiveError(refusals[status] ?? LiveErrorCode.internal, `the gift did not count: ${status}`);
  }
}
