import { isVoiceTemplate, LiveError, LiveErrorCode, type LiveInfoChange } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import { seatCount } from '../seat/seat-plan.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';

/** @throws LiveError `invalidParameter`; `requestConflict` when a seat would go that somebody has or has asked for. */
export function updateLive(turn: Turn, live: LiveRecord, change: LiveInfoChange): void {
  const { liveId, seatLayoutTemplate, maxSeatCount } = live.info;
  if (Object.keys(change).length === 0) return;
  const template = change.seatLayoutTemplate ?? seatLayoutTemplate;
  if (isVoiceTemplate(template) !== isVoiceTemplate(seatLayoutTemplate)) {
    invalid('a live cannot change between voice and video');
  }
  const count = seatCount(template, maxSeatCount);
  if (isNeeded(live, count)) {
    throw new LiveError(LiveErrorCode.requestConflict, `a seat beyond the ${count} of the template is in use`);
  }
  turn.emit({ type: 'live-updated', liveId, change });
  if (count !== live.seats.length) turn.emit({ type: 'seats-resized', liveId, count });
}

/** Whether somebody has, or has asked for, a seat from this index on. */
function isNeeded({ seats, guestRequests }: LiveRecord, from: number): boolean {
  return (
    seats.some(({ index, occupant }) => index >= from && occupant !== null) ||
    guestRequests.some(({ status, seatIndex }) => status === 'pending' && seatIndex >= from)
  );
}
