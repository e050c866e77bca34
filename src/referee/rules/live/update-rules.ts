import { isVoiceTemplate, LiveError, LiveErrorCode, type LiveInfoChange, type User } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import { seatCount } from '../seat/seat-plan.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';

/**
 * Changes a live. A new template may remove seats: pending requests about these are rejected or cancelled.
 * @throws LiveError `invalidParameter` for a change between voice and video; `requestConflict` when a seat to remove is
 * taken.
 */
export function updateLive(turn: Turn, live: LiveRecord, by: User, change: LiveInfoChange): void {
  const { liveId, seatLayoutTemplate, maxSeatCount } = live.info;
  if (Object.keys(change).length === 0) return;
  const template = change.seatLayoutTemplate ?? seatLayoutTemplate;
  if (isVoiceTemplate(template) !== isVoiceTemplate(seatLayoutTemplate)) {
    invalid('a live cannot change between voice and video');
  }
  const count = seatCount(template, maxSeatCount);
  if (live.seats.some(({ index, occupant }) => index >= count && occupant !== null)) {
    throw new LiveError(LiveErrorCode.requestConflict, `a seat beyond the ${count} of the template is in use`);
  }
  turnDownBeyond(turn, live, by, count);
  turn.emit({ type: 'live-updated', liveId, change });
  if (count !== live.seats.length) turn.emit({ type: 'seats-resized', liveId, count });
}

/** Rejects the applications and cancels the invitations that name a seat with this index or a higher one. */
function turnDownBeyond(turn: Turn, { info: { liveId }, guestRequests }: LiveRecord, host: User, from: number): void {
  for (const { requestId, kind, status, seatIndex } of guestRequests) {
    if (status !== 'pending' || seatIndex < from) continue;
    if (kind === 'invitation') turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'cancelled' });
    else turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'rejected', host });
  }
}
