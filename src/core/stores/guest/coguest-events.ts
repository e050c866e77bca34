import type { PersonalDocument } from '../../documents.js';
import type { GuestRequest, NoResponseReason } from '../../guest/guest.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { Change } from '../../session/live-feed.js';
import type { User } from '../../user.js';

/** Events for the owner and the administrators of a live. */
export interface CoGuestHostEvents {
  /** A member of the audience applies for a seat. */
  'guest-application-received': { guestUser: User; extensionInfo: string };
  /** The applicant withdrew the application, or it was cancelled for them, for instance because they left. */
  'guest-application-cancelled': { guestUser: User };
  /** The owner or another administrator answered the application. */
  'guest-application-processed-by-other-host': { guestUser: User; hostUser: User };
  /** Only the user who sent the invitation hears it. */
  'host-invitation-responded': { isAccept: boolean; guestUser: User };
  /** The invitation ended without an answer. Only the user who sent it hears it. */
  'host-invitation-no-response': { guestUser: User; reason: NoResponseReason };
}

/** Events for the guest concerned. */
export interface CoGuestGuestEvents {
  /** The owner or an administrator invites this user to a seat. */
  'host-invitation-received': { hostUser: User; extensionInfo: string };
  /** The invitation was withdrawn. */
  'host-invitation-cancelled': { hostUser: User };
  /** The owner or an administrator answered the own application. If accepted, the guest already has the seat. */
  'guest-application-responded': { isAccept: boolean; hostUser: User };
  /** The own application ended without an answer. */
  'guest-application-no-response': { reason: NoResponseReason };
  /** The owner or an administrator took the own seat away. This user stays in the live as audience. */
  'kicked-off-seat': { seatIndex: number; hostUser: User };
}

export type CoGuestEvents = CoGuestHostEvents & CoGuestGuestEvents;

/** The user whose events are told, and the people they know. */
export interface CoGuestView {
  ownUserId: string;
  /** Taken as the host of a request that names none. */
  liveOwner: User;
  /** The guest of a request, with the best name known. */
  guestOf: (request: GuestRequest) => User;
}

/** Tells what happened to requests about seats. In the first document only pending requests are news. */
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
    // The request was settled and deleted while the page was offline. For a guest and the owner it ends here;
    // administrators hear nothing, because they may just have lost that role.
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

/** Tells the seats taken away from this user since the last document. */
export function emitSeatKicks(events: Emitter<CoGuestEvents>, { before, after }: Change<PersonalDocument>): void {
  if (!before || !after) return;
  for (const { seatIndex, host: hostUser, at } of after.seatKicks) {
    if (before.seatKicks.some((kick) => kick.at === at)) continue;
    events.emit('kicked-off-seat', { seatIndex, hostUser });
  }
}

/** A new administrator does not hear how applications ended that they never saw. */
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
