import {
  LiveError,
  LiveErrorCode,
  limits,
  type CheckedCommandOf,
  type GuestRequest,
  type User,
} from '../../../core/vocabulary.js';
import { isModerator, isOwner, noPermission } from '../live/live-access.js';
import type { LiveRecord } from '../records.js';
import { freeSeat, sitDown } from '../seat/sit-rules.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';
import { pendingOf } from './guest-requests.js';

/** Most requests of one guest that a live keeps, settled ones included. More would fill its record. */
const keptPerGuest = 5;

/**
 * Applies for a seat. Where seats are free (`seatMode`), and for administrators, it seats the guest at once.
 * @throws LiveError those of `freeSeat`, `seatRequestPending`, `full`, `tooFrequent`.
 */
export function applyForSeat(
  turn: Turn,
  live: LiveRecord,
  guest: User,
  command: CheckedCommandOf<'apply-for-seat'>,
): void {
  if (isOwner(live, guest.userId)) invalid('the owner takes a seat without asking');
  const details = requestDetails(turn, command);
  const seatIndex = freeSeat(turn, live, guest.userId, details.seatIndex);
  if (live.info.seatMode === 'free' || isModerator(live, guest.userId)) sitDown(turn, live, guest, seatIndex);
  else request(turn, live, { ...details, kind: 'application', guest, host: null });
}

/**
 * Invites a user to a seat.
 * @throws LiveError those of `applyForSeat`; `noPermission` for a user kicked out of the live.
 */
export function inviteToSeat(
  turn: Turn,
  live: LiveRecord,
  host: User,
  command: CheckedCommandOf<'invite-to-seat'>,
): void {
  const { userId } = command;
  if (isOwner(live, userId) || userId === host.userId) invalid('owner and inviter take a seat without being invited');
  if (live.kicked.includes(userId)) noPermission(`"${userId}" was put out of the live`);
  const details = requestDetails(turn, command);
  freeSeat(turn, live, userId, details.seatIndex);
  request(turn, live, { ...details, kind: 'invitation', guest: { userId, userName: userId, avatarUrl: '' }, host });
}

/**
 * Accepts an application and seats the guest. When the seat is taken by now, the application stays open.
 * @throws LiveError `seatRequestNotFound`, those of `freeSeat`.
 */
export function acceptApplication(turn: Turn, live: LiveRecord, host: User, userId: string): void {
  const { requestId, guest, seatIndex } = pendingOf(live, 'application', userId);
  const free = freeSeat(turn, live, userId, seatIndex);
  turn.emit({ type: 'guest-request-settled', liveId: live.info.liveId, requestId, status: 'accepted', host });
  sitDown(turn, live, guest, free);
}

/**
 * Accepts an invitation and seats the guest. When the seat is taken by now, the invitation stays open. A guest who is
 * not connected counts as missing from now on.
 * @throws LiveError `seatRequestNotFound`, those of `freeSeat`.
 */
export function acceptInvitation(turn: Turn, live: LiveRecord, guest: User): void {
  const { liveId } = live.info;
  const { requestId, seatIndex, guestLostAt } = pendingOf(live, 'invitation', guest.userId);
  const free = freeSeat(turn, live, guest.userId, seatIndex);
  turn.emit({ type: 'guest-request-settled', liveId, requestId, status: 'accepted', guest });
  sitDown(turn, live, guest, free);
  if (guestLostAt !== null) turn.emit({ type: 'guest-lost', liveId, seatIndex: free });
}

type Details = Pick<GuestRequest, 'requestId' | 'seatIndex' | 'extensionInfo' | 'expiresAt' | 'status' | 'settledAt'>;

function requestDetails(
  turn: Turn,
  { seatIndex, timeout, extensionInfo }: { seatIndex: number; timeout: number; extensionInfo: string },
): Details {
  return {
    requestId: turn.commandId,
    seatIndex,
    extensionInfo,
    expiresAt: turn.now + timeout * 1000,
    status: 'pending',
    settledAt: null,
  };
}

function request(turn: Turn, { info: { liveId }, guestRequests }: LiveRecord, request: GuestRequest): void {
  // Applications and invitations are limited apart: many applications must not keep a host from inviting.
  const pending = guestRequests.filter(({ status, kind }) => status === 'pending' && kind === request.kind);
  const ofGuest = guestRequests.filter(({ guest }) => guest.userId === request.guest.userId);
  const takenBackByLeaving = ofGuest.filter(
    ({ status, guestLostAt }) => status === 'cancelled' && guestLostAt !== null,
  );
  if (ofGuest.some(({ status }) => status === 'pending')) {
    throw new LiveError(LiveErrorCode.seatRequestPending, 'a request about a seat for this user is pending already');
  }
  if (ofGuest.length - takenBackByLeaving.length >= keptPerGuest)
    throw new LiveError(LiveErrorCode.tooFrequent, 'this was asked too often');
  if (pending.length >= limits.guestRequests) {
    throw new LiveError(LiveErrorCode.full, `at most ${limits.guestRequests} ${request.kind}s are pending`);
  }
  for (const { requestId } of takenBackByLeaving) turn.emit({ type: 'guest-request-forgotten', liveId, requestId });
  forgetSettled(turn, liveId, turn.live(liveId).guestRequests);
  turn.emit({ type: 'guest-requested', liveId, request });
}

/**
 * Forgets the earliest settled requests beyond `limits.guestRequests`, even before their minute is over. A crowd must
 * not fill the live's record.
 */
function forgetSettled(turn: Turn, liveId: string, guestRequests: readonly GuestRequest[]): void {
  const settled = guestRequests
    .filter(({ status }) => status !== 'pending')
    .sort((a, b) => (a.settledAt ?? 0) - (b.settledAt ?? 0));
  for (const { requestId } of settled.slice(0, Math.max(0, settled.length - limits.guestRequests))) {
    turn.emit({ type: 'guest-request-forgotten', liveId, requestId });
  }
}
