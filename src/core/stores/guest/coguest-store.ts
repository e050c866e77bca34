import type { AudienceMember } from '../../live/audience.js';
import type { PersonalDocument } from '../../documents.js';
import type { GuestRequest } from '../../guest/guest.js';
import { Emitter } from '../../reactivity/emitter.js';
import { steady } from '../../reactivity/same-parts.js';
import { computed, type ReadonlySignal } from '../../reactivity/signal.js';
import type { SeatUserInfo } from '../../seat/seat.js';
import type { Change } from '../../session/live-feed.js';
import { named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import type { User } from '../../user.js';
import { emitGuestRequestChanges, emitSeatKicks, type CoGuestEvents } from './coguest-events.js';
import type { LiveAudienceStore } from '../live/live-audience-store.js';
import { presentOn, seatUserOf } from '../../stage/seat-user.js';

export interface SeatRequestParams {
  /** Default: any that is free. */
  seatIndex?: number;
  /** Seconds the other side has to answer. Default 30. */
  timeout?: number;
  /** Shown to the other side. */
  extensionInfo?: string;
}

const none: readonly never[] = [];

/** Members of the audience who come to a seat, by asking or being asked. */
export class CoGuestStore {
  /** Those of {@link CoGuestHostEvents} for owner and administrators, those of {@link CoGuestGuestEvents} for guests. */
  readonly events = new Emitter<CoGuestEvents>();

  /** Guests on seats of the current live; its owner is the host and not among them. */
  readonly connected: ReadonlySignal<readonly SeatUserInfo[]>;
  /** Invitations of this live that wait for an answer; for owner and administrators. */
  readonly invitees: ReadonlySignal<readonly GuestRequest[]>;
  /** Applications that wait for an answer; for owner and administrators. */
  readonly applicants: ReadonlySignal<readonly GuestRequest[]>;
  /** Members of the audience who may be invited: neither seated nor asked nor asking, the owner and this user left out. */
  readonly candidates: ReadonlySignal<readonly AudienceMember[]>;
  /** The own application, while it waits. */
  readonly application: ReadonlySignal<GuestRequest | null>;
  /** The invitation that waits for this user's answer. */
  readonly invitation: ReadonlySignal<GuestRequest | null>;

  constructor(
    private readonly context: SessionContext,
    private readonly audience: LiveAudienceStore,
  ) {
    const { feed, user } = context;
    const isOwn = ({ guest }: GuestRequest): boolean => guest.userId === user.get()?.userId;
    const pending = steady(
      () =>
        feed.currentPersonal
          .get()
          ?.guestRequests.filter(({ status }) => status === 'pending')
          .map((request) => this.#named(request)) ?? none,
    );
    const others = (kind: GuestRequest['kind']): readonly GuestRequest[] =>
      pending.get().filter((request) => request.kind === kind && !isOwn(request));
    const own = (kind: GuestRequest['kind']): GuestRequest | null =>
      pending.get().find((request) => request.kind === kind && isOwn(request)) ?? null;
    this.connected = steady(() => this.#guestsOnSeats());
    this.applicants = steady(() => others('application'));
    this.invitees = steady(() => others('invitation'));
    this.application = computed(() => own('application'));
    this.invitation = computed(() => own('invitation'));
    this.candidates = steady(() => {
      const seats = feed.currentDocument.get()?.seats ?? none;
      const taken = [
        user.get()?.userId,
        ...seats.map(({ occupant }) => occupant?.userId),
        ...pending.get().map(({ guest }) => guest.userId),
      ];
      return audience.audienceList.get().filter(({ userId, role }) => role !== 'owner' && !taken.includes(userId));
    });
    feed.changes.on('personal', (change) => {
      this.#emitChanges(change);
    });
  }

  /**
   * Asks owner and administrators for a seat; where seats are free to take, and for administrators, takes it at once.
   * @throws LiveError `seatsDisabled`, `seatRequestPending`, `alreadySeated`, `seatLocked`, `seatOccupied`, `allSeatsOccupied`,
   * `userAlreadySeated` with a seat in a linked live, `full`, `tooFrequent`, `requestConflict` while a video live is linked
   * with others or about to be.
   */
  async applyForSeat(params: SeatRequestParams = {}): Promise<void> {
    await executeInLive(this.context, 'apply-for-seat', params);
  }

  /** Takes the own application back. @throws LiveError `seatRequestNotFound`. */
  async cancelApplication(): Promise<void> {
    await executeInLive(this.context, 'cancel-application', {});
  }

  /** Gives the guest a seat. @throws LiveError `noPermission`, `seatRequestNotFound`, `seatLocked`, `seatOccupied`, `allSeatsOccupied`. */
  async acceptApplication(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'accept-application', { userId });
  }

  /** @throws LiveError `noPermission`, `seatRequestNotFound`. */
  async rejectApplication(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'reject-application', { userId });
  }

  /**
   * Offers somebody in the live a seat. For owner and administrators.
   * @throws LiveError what {@link applyForSeat} throws; `noPermission`, also for somebody who was put out of the live.
   */
  async inviteToSeat(params: SeatRequestParams & { userId: string }): Promise<void> {
    await executeInLive(this.context, 'invite-to-seat', params);
  }

  /** @throws LiveError `noPermission`, `seatRequestNotFound`. */
  async cancelInvitation(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'cancel-invitation', { userId });
  }

  /** Takes the seat that was offered. @throws LiveError `seatRequestNotFound`, `seatLocked`, `seatOccupied`, `allSeatsOccupied`. */
  async acceptInvitation(): Promise<void> {
    await executeInLive(this.context, 'accept-invitation', {});
  }

  /** @throws LiveError `seatRequestNotFound`. */
  async rejectInvitation(): Promise<void> {
    await executeInLive(this.context, 'reject-invitation', {});
  }

  /** Gives up the own seat, as `leaveSeat` does. @throws LiveError `notSeated`. */
  async disconnect(): Promise<void> {
    await executeInLive(this.context, 'leave-seat', {});
  }

  #guestsOnSeats(): readonly SeatUserInfo[] {
    const document = this.context.feed.currentDocument.get();
    const participants = this.context.feed.currentParticipants.get();
    if (!document) return none;
    const { liveId, liveOwner } = document.live;
    return document.seats.flatMap(({ occupant }) => {
      if (!occupant || occupant.userId === liveOwner.userId) return [];
      return [seatUserOf(document, liveId, occupant, presentOn(liveId, occupant, participants))];
    });
  }

  /** An invitation knows its guest by id alone until it is answered; the audience list may know the name. */
  #named(request: GuestRequest): GuestRequest {
    const { guest } = request;
    if (guest.userName !== guest.userId) return request;
    const known = this.audience.audienceList.get().find(({ userId }) => userId === guest.userId);
    if (!known) return request;
    const { userId, userName, avatarUrl } = known;
    return { ...request, guest: { userId, userName, avatarUrl } };
  }

  #emitChanges(change: Change<PersonalDocument>): void {
    const { feed, user } = this.context;
    const ownUserId = user.get()?.userId;
    const liveOwner = feed.currentDocument.get()?.live.liveOwner;
    if (ownUserId === undefined || !liveOwner) return;
    const guestOf = (request: GuestRequest): User => this.#named(request).guest;
    emitGuestRequestChanges(this.events, change, { ownUserId, liveOwner, guestOf });
    emitSeatKicks(this.events, change);
  }
}
