import { isVoiceTemplate, LiveError, LiveErrorCode, type LiveInfoChange, type User } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import { seatCount } from '../seat/seat-plan.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';

/**
 * Whatever is asked about a seat that goes is turned down.
 * @throws LiveError `invalidParameter` for a change of kind; `requestConflict` when somebody sits on a seat that would
 * go.
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

/** Applications are rejected and invitations taken back that name a seat from this index on. */
function turnDownBeyond(turn: Turn, { info: { liveId }, guestRequests }: LiveRecord, host: User, from: number): void {
  for (const { requestId, kind, status, seatIndex } of guestRequests) {
    if (status !== 'pending' || seatIndex < from) continue;
    if (kind === 'invitation') turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'cancelled' });
    else turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'rejected', host });
  }
}
