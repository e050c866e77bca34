import { LiveError, LiveErrorCode, limits, type User } from '../../../core/vocabulary.js';
import { settlePending } from '../guest/guest-requests.js';
import type { LiveRecord } from '../records.js';
import { seatOf } from '../seat/seat-lookup.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';
import { isModerator, isOwner, noPermission } from './live-access.js';

/** @throws LiveError `invalidParameter` for the owner; `noPermission` for a user kicked out of the live; `full`. */
export function setAdministrator(turn: Turn, live: LiveRecord, userId: string): void {
  if (isOwner(live, userId)) invalid('the owner is above administrators');
  if (live.kicked.includes(userId)) noPermission(`"${userId}" was put out of the live`);
  if (live.administrators.includes(userId)) return;
  refuseBeyond(limits.administrators, live.administrators, 'administrators');
  turn.emit({ type: 'administrator-set', liveId: live.info.liveId, userId });
}

/** Does nothing when the user is no administrator. */
export function revokeAdministrator(
  turn: Turn,
  { info: { liveId }, administrators }: LiveRecord,
  userId: string,
): void {
  if (administrators.includes(userId)) turn.emit({ type: 'administrator-revoked', liveId, userId });
}

/**
 * Kicks a user out of the live until they are readmitted. They lose their seat, their requests and their
 * administration. Their co-host invitations to this live are rejected.
 * @throws LiveError `noPermission` when the user is the owner, or when an administrator kicks another; `full`.
 */
export function kickUser(turn: Turn, live: LiveRecord, by: User, userId: string): void {
  if (isOwner(live, userId)) noPermission('the owner cannot be put out of their live');
  if (isModerator(live, userId) && !isOwner(live, by.userId)) noPermission('only the owner puts an administrator out');
  if (live.kicked.includes(userId)) return;
  refuseBeyond(limits.kickedUsers, live.kicked, 'users who were put out');
  const { liveId } = live.info;
  revokeAdministrator(turn, live, userId);
  settlePending(turn, live, 'cancelled', userId);
  rejectInvitationsOf(turn, liveId, userId);
  const seat = seatOf(live, userId);
  if (seat) turn.emit({ type: 'seat-left', liveId, seatIndex: seat.index });
  turn.emit({ type: 'user-kicked', liveId, userId });
}

/** Lets a kicked user join again. Does nothing for others. */
export function readmitUser(turn: Turn, { info: { liveId }, kicked }: LiveRecord, userId: string): void {
  if (kicked.includes(userId)) turn.emit({ type: 'user-readmitted', liveId, userId });
}

function rejectInvitationsOf(turn: Turn, liveId: string, userId: string): void {
  for (const { requestId, status, inviter, invitee } of Object.values(turn.slice.requests)) {
    if (status !== 'pending' || inviter.userId !== userId || invitee.liveId !== liveId) continue;
    turn.emit({ type: 'cohost-request-settled', requestId, status: 'rejected' });
  }
}

function refuseBeyond(limit: number, list: readonly string[], what: string): void {
  if (list.length >= limit) throw new LiveError(LiveErrorCode.full, `a live has at most ${limit} ${what}`);
}
