import { isVoiceTemplate, LiveError, LiveErrorCode } from '../../../core/vocabulary.js';
import { isOwner } from '../lives/live-access.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

// The canvas of a video live has room for other hosts or for guests, never for both.

/** Whether the live has guests, or requests about a seat that wait, and so no room for other hosts. */
export function isBusyWithGuests(live: LiveRecord): boolean {
  if (isVoiceTemplate(live.info.seatLayoutTemplate)) return false;
  return (
    live.guestRequests.some(({ status }) => status === 'pending') ||
    live.seats.some(({ occupant }) => occupant !== null && !isOwner(live, occupant.userId))
  );
}

/** @throws LiveError `requestConflict` while the live has other hosts beside it, or an invitation of hosts waits. */
export function refuseWhileCoHosting(turn: Turn, live: LiveRecord): void {
  const { liveId, seatLayoutTemplate } = live.info;
  if (isVoiceTemplate(seatLayoutTemplate)) return;
  const isAsked = Object.values(turn.slice.requests).some(
    ({ status, inviter, invitee }) => status === 'pending' && (inviter.liveId === liveId || invitee.liveId === liveId),
  );
  if (live.linkId === null && !isAsked) return;
  throw new LiveError(
    LiveErrorCode.requestConflict,
    'a live with other hosts, or an invitation of some, has no room for guests',
  );
}
