import type { PersonalDocument } from '../../documents.js';
import type { GuestRequest, NoResponseReason } from '../../guest/guest.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { User } from '../../user.js';

/** Heard by the owner and the administrators of a live. */
export interface CoGuestHostEvents {
  /** A member of the audience asks for a seat. */
  'guest-application-received': { guestUser: User; extensionInfo: string };
  /** The guest took it back, or something took it back for them, such as leaving. */
  'guest-application-cancelled': { guestUser: User };
  /** Another of those who may has answered. */
  'guest-application-processed-by-other-host': { guestUser: User; hostUser: User };
  /** Told to whoever invited. */
  'host-invitation-responded': { isAccept: boolean; guestUser: User };
  /** Told to whoever invited. */
  'host-invitation-no-response': { guestUser: User; reason: NoResponseReason };
}

/** Heard by the guest whom it is about. */
export interface CoGuestGuestEvents {
  /** A seat is offered. */
  'host-invitation-received': { hostUser: User; extensionInfo: string };
  /** The offer is off. */
  'host-invitation-cancelled': { hostUser: User };
  /** Accepted: the guest has the seat already. */
  'guest-application-responded': { isAccept: boolean; hostUser: User };
  /** The own application ended without an answer. */
  'guest-application-no-response': { reason: NoResponseReason };
  /** The own seat was taken away; the live goes on, with this user in the audience. */
  'kicked-off-seat': { seatIndex: number; hostUser: User };
}

export type CoGuestEvents = CoGuestHostEvents & CoGuestGuestEvents;

/** Who looks on, and whom they know. */
export interface CoGuestView {
  ownUserId: string;
  /** Who is taken to have acted where a request names nobody. */
  liveOwner: User;
  /** The guest under the best name known. */
  guestOf: (request: GuestRequest) => User;
}

/** What became of requests about seats. Those that wait are news on the first look too, everything else is not. */
export function emitGuestRequestChanges(
  events: Emitter<CoGuestEvents>,
  { before, after }: Change<PersonalDocument>,
  view: CoGuestView,
): void {
  for (const request of after?.guestRequests ?? []) {
    const earlier = before?.guestRequests.find(({ requestId }) => requestId === request.requestId);
    if (earlier?.status === request.status) continue;
    if (before === null && request.status !== 'pending') continue;
    emitRequest(events, request, earlier !== undefined, view);
  }
  for (const request of before?.guestRequests ?? []) {
    if (request.status !== 'pending') continue;
    if (after?.guestRequests.some(({ requestId }) => requestId === request.requestId)) continue;
    // Settled and forgotten while the connection was lost; an administrator may just not be one any more.
    const isForGuest = request.guest.userId === view.ownUserId;
    if (!isForGuest && view.ownUserId !== view.liveOwner.userId) continue;
    const isAsking = isForGuest === (request.kind === 'application');
    emitRequest(events, { ...request, status: isAsking ? 'timeout' : 'cancelled' }, true, view);
  }
}

function emitRequest(events: Emitter<CoGuestEvents>, request: GuestRequest, wasSeen: boolean, view: CoGuestView): void {
  if (request.guest.userId === view.ownUserId) emitToGuest(events, request, view);
  else if (request.kind === 'application') emitApplication(events, request, wasSeen, view);
  else if (request.host?.userId === view.ownUserId) emitAnswer(events, request, view);
}

/** Seats that this user lost against their will since the last look. */
export function emitSeatKicks(events: Emitter<CoGuestEvents>, { before, after }: Change<PersonalDocument>): void {
  if (!before || !after) return;
  for (const { seatIndex, host: hostUser, at } of after.seatKicks) {
    if (before.seatKicks.some((kick) => kick.at === at)) continue;
    events.emit('kicked-off-seat', { seatIndex, hostUser });
  }
}

/** Somebody who becomes an administrator is not told how applications ended that they never saw. */
function emitApplication(
  events: Emitter<CoGuestEvents>,
  request: GuestRequest,
  wasSeen: boolean,
  { ownUserId, liveOwner, guestOf }: CoGuestView,
): void {
  const { status, extensionInfo, host: hostUser } = request;
  const guestUser = guestOf(request);
  if (status === 'pending') events.emit('guest-application-received', { guestUser, extensionInfo });
  if (!wasSeen) return;
  if (status === 'cancelled') events.emit('guest-application-cancelled', { guestUser });
  if ((status === 'accepted' || status === 'rejected') && hostUser?.userId !== ownUserId) {
    const payload = { guestUser, hostUser: hostUser ?? liveOwner };
    events.emit('guest-application-processed-by-other-host', payload);
  }
}

function emitAnswer(events: Emitter<CoGuestEvents>, request: GuestRequest, { guestOf }: CoGuestView): void {
  const { status } = request;
  const guestUser = guestOf(request);
  if (status === 'accepted' || status === 'rejected') {
    events.emit('host-invitation-responded', { isAccept: status === 'accepted', guestUser });
  }
  if (status === 'timeout' || status === 'already-seated') {
    events.emit('host-invitation-no-response', { guestUser, reason: status });
  }
}

function emitToGuest(
  events: Emitter<CoGuestEvents>,
  { kind, status, extensionInfo, host }: GuestRequest,
  { liveOwner }: CoGuestView,
): void {
  const hostUser = host ?? liveOwner;
  if (kind === 'invitation') {
    if (status === 'pending') events.emit('host-invitation-received', { hostUser, extensionInfo });
    if (status === 'cancelled') events.emit('host-invitation-cancelled', { hostUser });
    return;
  }
  if (status === 'accepted' || status === 'rejected') {
    events.emit('guest-application-responded', { isAccept: status === 'accepted', hostUser });
  }
  if (status === 'timeout' || status === 'already-seated') {
    events.emit('guest-application-no-response', { reason: status });
  }
}
