import type { AddScoresReply, ScoreEntry, ScoreTotal } from '../../../src/referee/index.js';
import { hold } from './hold.js';
import type { KnownWorld } from './known-world.js';

/** Every accepted gift is counted, or its sender is told why not: each entry has a result, which the ledger confirms. */
export function checkReply(
  known: KnownWorld,
  battleId: string,
  entries: readonly (ScoreEntry | ScoreTotal)[],
  { results }: AddScoresReply,
): void {
  hold(results.length === entries.length, () => `${entries.length} entries have ${results.length} results`);
  for (const [index, { eventId, status, points }] of results.entries()) {
    hold(eventId === entries[index]!.eventId, () => `the result of ${eventId} is in its place`);
    hold((points !== undefined) === (status === 'counted'), () => `${eventId} is ${status}, with ${points} points`);
    if (status === 'counted' || status === 'duplicate' || status === 'conflict') {
      hold(known.hasCounted(battleId, eventId), () => `${eventId} is ${status}, so it is in the ledger of ${battleId}`);
    }
  }
}
