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
  /** Index from 0. Default: any free seat. */
  seatIndex?: number;
  /** Seconds the other side has to answer, 1–600. Default 30. */
  timeout?: number;
  /** Free text of the app, shown to the other side. */
  extensionInfo?: string;
}

const none: readonly never[] = [];

/**
 * Brings members of the audience to a seat, by application or by invitation. All methods also throw LiveError
 * `notInLive` outside a live.
 */
export class CoGuestStore {
  /** {@link CoGuestHostEvents} for the owner and administrators, {@link CoGuestGuestEvents} for guests. */
  readonly events = new Emitter<CoGuestEvents>();

  /** Guests on the seats of the current live. Its owner is the host and not in the list. */
  readonly connected: ReadonlySignal<readonly SeatUserInfo[]>;
  /** Pending invitations of this live, for the owner and administrators. */
  readonly invitees: ReadonlySignal<readonly GuestRequest[]>;
  /** Pending applications, for the owner and administrators. */
  readonly applicants: ReadonlySignal<readonly GuestRequest[]>;
  /**
   * Members of the audience who can be invited: without a seat and without a pending request; not the owner, not this
   * user.
   */
  readonly candidates: ReadonlySignal<readonly AudienceMember[]>;
  /** The own application while it is pending. */
  readonly application: ReadonlySignal<GuestRequest | null>;
  /** The pending invitation of this user to a seat. */
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
   * Applies for a seat. Takes it at once in a live of `seatMode` `free`, and for administrators.
   * @throws LiveError `seatsDisabled`, `seatRequestPending`, `alreadySeated`, `seatLocked`, `seatOccupied`,
   * `allSeatsOccupied`, `userAlreadySeated` with a seat in a linked live, `requestConflict` while a video live is
   * linked or has invited a host, `full` beyond 50 pending applications, `tooFrequent`, `noPermission` for a user who
   * was put out of the live, `invalidParameter` for the owner.
   */
  async applyForSeat(params: SeatRequestParams = {}): Promise<void> {
    await executeInLive(this.context, 'apply-for-seat', params);
  }

  /** Withdraws the own application. @throws LiveError `seatRequestNotFound`. */
  async cancelApplication(): Promise<void> {
    await executeInLive(this.context, 'cancel-application', {});
  }

  /**
   * Accepts an application: the guest gets the seat. For the owner and administrators. If no seat is free, the
   * application stays pending.
   * @throws LiveError `noPermission`, `seatRequestNotFound`, `seatLocked`, `seatOccupied`, `allSeatsOccupied`,
   * `alreadySeated`, `userAlreadySeated`, `seatsDisabled`, `requestConflict` as {@link applyForSeat}.
   */
  async acceptApplication(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'accept-application', { userId });
  }

  /**
   * Declines an application. For the owner and administrators.
   * @throws LiveError `noPermission`, `seatRequestNotFound`.
   */
  async rejectApplication(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'reject-application', { userId });
  }

  /**
   * Invites a user to a seat. For the owner and administrators.
   * @throws LiveError as {@link applyForSeat}; `noPermission` also when the invited user was put out of the live.
   */
  async inviteToSeat(params: SeatRequestParams & { userId: string }): Promise<void> {
    await executeInLive(this.context, 'invite-to-seat', params);
  }

  /**
   * Withdraws an invitation. For the owner and administrators.
   * @throws LiveError `noPermission`, `seatRequestNotFound`.
   */
  async cancelInvitation(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'cancel-invitation', { userId });
  }

  /**
   * Accepts the invitation and takes the seat. If no seat is free, the invitation stays pending.
   * @throws LiveError `seatRequestNotFound`, `seatLocked`, `seatOccupied`, `allSeatsOccupied`, `alreadySeated`,
   * `userAlreadySeated`, `seatsDisabled`, `requestConflict` as {@link applyForSeat}, `noPermission` for a user who was
   * put out of the live.
   */
  async acceptInvitation(): Promise<void> {
    await executeInLive(this.context, 'accept-invitation', {});
  }

  /** Declines the invitation. @throws LiveError `seatRequestNotFound`. */
  async rejectInvitation(): Promise<void> {
    await executeInLive(this.context, 'reject-invitation', {});
  }

  /**
   * Leaves the own seat, as `leaveSeat` does.
   * @throws LiveError `notSeated`; `noPermission` for an owner whose seat is kept.
   */
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

  /**
   * The request with its guest's name from the audience list. Until it is answered, an invitation knows only the
   * guest's id.
   */
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
