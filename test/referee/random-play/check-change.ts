import type { LiveRecord, RuleEvent } from '../../../src/referee/index.js';
import { hold } from './hold.js';

/** What must be true of two versions of a live's record, one after the other. */
export function checkLiveChange(before: LiveRecord, after: LiveRecord): void {
  const { liveId } = after.info;
  for (const count of ['revision', 'personalRevision'] as const) {
    hold(after[count] - before[count] >= 0, () => `the ${count} of ${liveId} never runs back`);
    hold(after[count] - before[count] <= 1, () => `the ${count} of ${liveId} grows by one`);
  }
  if (after.info.createdAt !== before.info.createdAt) return;
  for (const { index, isLocked, occupant } of after.seats) {
    const was = before.seats[index];
    if (!isLocked || !was?.isLocked || occupant === null) continue;
    hold(
      was.occupant?.userId === occupant.userId,
      () => `nobody sits down on seat ${index} of ${liveId}: it is locked`,
    );
  }
}

/** Within one decision nothing happens before what it follows from. */
export function checkOrder(events: readonly RuleEvent[]): void {
  for (const [index, { type, at }] of events.entries()) {
    hold(at >= (events[index - 1]?.at ?? -Infinity), () => `${type} is not before ${events[index - 1]?.type}`);
  }
}
