import { isVoiceTemplate, LiveError, LiveErrorCode } from '../../../core/vocabulary.js';
import { isOwner } from '../live/live-access.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

// The canvas of a video live has room for other hosts or for guests, but not for both. What its own moderators have
// begun decides. Applications and invitations from others block nothing: else any viewer could block a host.

/** Whether a video live has guests or has invited some. It then has no room for other hosts. */
export function isBusyWithGuests(live: LiveRecord): boolean {
  if (!isVideo(live)) return false;
  return (
    live.guestRequests.some(({ status, kind }) => status === 'pending' && kind === 'invitation') ||
    live.seats.some(({ occupant }) => occupant !== null && !isOwner(live, occupant.userId))
  );
}

/** @throws LiveError `requestConflict` while a video live is linked with other hosts or has invited some. */
export function refuseWhileCoHosting(turn: Turn, live: LiveRecord): void {
  if (!isVideo(live)) return;
  const hasInvited = Object.values(turn.slice.requests).some(
    ({ status, inviter }) => status === 'pending' && inviter.liveId === live.info.liveId,
  );
  if (live.linkId === null && !hasInvited) return;
  throw new LiveError(
    LiveErrorCode.requestConflict,
    'a live with other hosts, or an invitation of some, has no room for guests',
  );
}

/** Rejects all pending requests about seats, because the live is now linked with other hosts. */
export function turnApplicantsDown(turn: Turn, live: LiveRecord): void {
  if (!isVideo(live)) return;
  const { liveId, liveOwner: host } = live.info;
  for (const { status, requestId } of live.guestRequests) {
    if (status === 'pending') turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'rejected', host });
  }
}

/** Rejects the pending invitations of other hosts, because the live now has a guest. */
export function turnHostsDown(turn: Turn, live: LiveRecord): void {
  if (!isVideo(live)) return;
  for (const { status, requestId, invitee } of Object.values(turn.slice.requests)) {
    if (status !== 'pending' || invitee.liveId !== live.info.liveId) continue;
    turn.emit({ type: 'cohost-request-settled', requestId, status: 'rejected' });
  }
}

function isVideo({ info }: LiveRecord): boolean {
  return !isVoiceTemplate(info.seatLayoutTemplate);
}
