import {
  LiveError,
  LiveErrorCode,
  type GuestRequest,
  type GuestRequestKind,
  type GuestRequestStatus,
} from '../../../core/vocabulary.js';
import type { GuestRequestRecord, LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

/** How long a settled request is shown, milliseconds. A person who was away still learns the answer. */
const settledGuestRequestMs = 60_000;

export function guestRequestDeadline({ status, expiresAt, settledAt }: GuestRequest): number {
  return status === 'pending' ? expiresAt : (settledAt ?? 0) + settledGuestRequestMs;
}

/** @throws LiveError `seatRequestNotFound`. */
export function pendingOf({ guestRequests }: LiveRecord, kind: GuestRequestKind, userId: string): GuestRequestRecord {
  const found = guestRequests.find(
    (request) => request.status === 'pending' && request.kind === kind && request.guest.userId === userId,
  );
  if (found) return found;
  throw new LiveError(LiveErrorCode.seatRequestNotFound, `no ${kind} of "${userId}" is pending`);
}

/** Settles the pending requests of one guest of a live, or of all. A request that has expired gets `timeout`. */
export function settlePending(turn: Turn, live: LiveRecord, status: GuestRequestStatus, userId?: string): void {
  for (const request of live.guestRequests) {
    if (request.status !== 'pending' || (userId !== undefined && request.guest.userId !== userId)) continue;
    const { requestId, expiresAt } = request;
    const end = expiresAt <= turn.now ? 'timeout' : status;
    turn.emit({ type: 'guest-request-settled', liveId: live.info.liveId, requestId, status: end });
  }
}

/**
 * Notes whether the guest of a pending request is connected. An application is cancelled when its guest disconnects. An
 * invitation stays open: the guest may still accept it, and is then missing from their seat.
 */
export function noteRequester(turn: Turn, live: LiveRecord, userId: string, present: boolean): void {
  const request = live.guestRequests.find(({ status, guest }) => status === 'pending' && guest.userId === userId);
  if (!request || present === (request.guestLostAt === null)) return;
  const { liveId } = live.info;
  const { requestId, kind } = request;
  turn.emit({ type: present ? 'requester-returned' : 'requester-lost', liveId, requestId });
  if (kind === 'application') turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'cancelled' });
}

/** Settles a request that has expired, or forgets a settled one that was shown long enough. */
export function settleDueGuestRequest(turn: Turn, liveId: string, { requestId, status }: GuestRequest): void {
  if (status !== 'pending') turn.emit({ type: 'guest-request-forgotten', liveId, requestId });
  else turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'timeout' });
}
