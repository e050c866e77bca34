import { defaultCanvas } from '../../layout/regions.js';
import { Emitter } from '../../reactivity/emitter.js';
import { KeyedSignals } from '../../reactivity/keyed-signals.js';
import { steady } from '../../reactivity/same-parts.js';
import { computed, type ReadonlySignal } from '../../reactivity/signal.js';
import type { DeviceControlPolicy, LiveCanvas, MoveSeatPolicy, NetworkQuality, SeatInfo } from '../../seat/seat.js';
import { named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import type { DeviceStore } from '../device/device-store.js';
import { emitDeviceControl, type LiveSeatEvents } from './live-seat-events.js';
import { shownSpeakers } from './shown-speakers.js';
import { seatLayoutIn, seatPlacesOf, type SeatLayout } from '../../stage/seat-layout.js';
import { seatListOf } from '../../stage/seat-list.js';

/**
 * The seats of the current live and of the lives linked with it. Seats of different lives differ by `liveId`. All
 * methods but `muteMicrophone` and `unmuteMicrophone` also throw LiveError `notInLive` outside a live.
 */
export class LiveSeatStore {
  readonly events = new Emitter<LiveSeatEvents>();

  /**
   * The shown seats, the own live's first. A live without a link: the taken seats; with a fixed or voice template all
   * seats. A link of video lives: one seat per host; with `hostPkTeams` team by team while a battle of teams is shown.
   * A link of two voice lives: the first six seats of each. A link of more voice lives: twelve seats. The hosts come
   * first, the own one before the others; then guests who speak or spoke last. A new speaker gets the place of the
   * guest who has been silent the longest; nobody else moves. Users who are not shown are still heard. An unchanged
   * seat stays the same object.
   */
  readonly seatList: ReadonlySignal<readonly SeatInfo[]>;
  /** How to lay `seatList` out on a canvas of any size. */
  readonly layout: ReadonlySignal<SeatLayout>;
  /** The canvas of the seats' regions, in canvas pixels. */
  readonly canvas: LiveCanvas = defaultCanvas;
  /** Volume by user id, 0–100; absent users are silent. Changes several times a second. */
  readonly speakingUsers: ReadonlySignal<ReadonlyMap<string, number>>;
  /** Network quality by user id; absent users are `unknown`. */
  readonly networkQualities: ReadonlySignal<ReadonlyMap<string, { quality: NetworkQuality }>>;

  readonly #volumes = new KeyedSignals((userId) => this.context.feed.currentVolumes.get().get(userId) ?? 0);

  constructor(
    private readonly context: SessionContext,
    private readonly devices: DeviceStore,
  ) {
    const { feed, user } = context;
    const speakers = shownSpeakers(feed);
    let earlier: readonly SeatInfo[] = [];
    this.seatList = computed(() => {
      const [document, participants] = [feed.currentDocument.get(), feed.currentParticipants.get()];
      earlier = seatListOf(document, participants, this.canvas, earlier, speakers.get());
      return earlier;
    });
    const places = steady(() => seatPlacesOf(feed.currentDocument.get(), speakers.get()));
    this.layout = computed(() => seatLayoutIn(places.get()));
    this.speakingUsers = feed.currentVolumes;
    feed.changes.on('speaking', () => {
      this.#volumes.update();
    });
    this.networkQualities = computed(
      () => new Map([...feed.currentQualities.get()].map(([userId, quality]) => [userId, { quality }])),
    );
    feed.changes.on('document', (change) => {
      emitDeviceControl(this.events, change, user.get()?.userId);
    });
  }

  /**
   * The volume of one user, 0–100; 0 while they are silent. It wakes for this user alone; the same signal for the same
   * user.
   */
  volumeOf(userId: string): ReadonlySignal<number> {
    return this.#volumes.of(userId);
  }

  /**
   * Takes the given seat, or the first free one. In a live of `seatMode` `apply` only the owner and administrators may;
   * other users apply first.
   * @throws LiveError `noPermission`, `seatsDisabled`, `seatLocked`, `seatOccupied`, `allSeatsOccupied`,
   * `alreadySeated`, `userAlreadySeated` with a seat in a linked live, `requestConflict` while a video live is linked
   * or has invited a host, `invalidParameter`.
   */
  async takeSeat(where: { seatIndex?: number } = {}): Promise<void> {
    await executeInLive(this.context, 'take-seat', where);
  }

  /**
   * Leaves the own seat for the audience.
   * @throws LiveError `notSeated`; `noPermission` for an owner whose seat is kept.
   */
  async leaveSeat(): Promise<void> {
    await executeInLive(this.context, 'leave-seat', {});
  }

  /**
   * Locks a seat: no user can take it, but its user stays. For the owner and administrators.
   * @throws LiveError `noPermission`, `invalidParameter`.
   */
  async lockSeat(options: { seatIndex: number }): Promise<void> {
    const { seatIndex } = named(options);
    await executeInLive(this.context, 'lock-seat', { seatIndex });
  }

  /** Unlocks a seat. For the owner and administrators. @throws LiveError `noPermission`, `invalidParameter`. */
  async unlockSeat(options: { seatIndex: number }): Promise<void> {
    const { seatIndex } = named(options);
    await executeInLive(this.context, 'unlock-seat', { seatIndex });
  }

  /**
   * Sends a guest back to the audience. For the owner and administrators.
   * @throws LiveError `notSeated`, `noPermission`, also for the owner as target.
   */
  async kickUserOutOfSeat(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'kick-user-out-of-seat', { userId });
  }

  /**
   * Moves a user to another seat of the live. Every user may move themselves to a free seat. Owner and administrators
   * may move everybody; only the owner moves the owner.
   * @param options.policy What happens to the user on the target seat. Default: `abort-when-occupied`.
   * @throws LiveError `noPermission`, `notSeated`, `seatLocked`, `seatOccupied`, `invalidParameter`.
   */
  async moveUserToSeat(options: { userId: string; targetIndex: number; policy?: MoveSeatPolicy }): Promise<void> {
    await executeInLive(this.context, 'move-user-to-seat', options);
  }

  /**
   * Allows a guest's camera again; the guest switches it on. For the owner and administrators.
   * @throws LiveError `notSeated`, `noPermission`, also for the owner as target.
   */
  async openRemoteCamera(options: { userId: string; policy?: DeviceControlPolicy }): Promise<void> {
    await executeInLive(this.context, 'open-remote-device', { ...named(options), device: 'camera' });
  }

  /**
   * Switches a guest's camera off until it is allowed again. For the owner and administrators.
   * @throws LiveError `notSeated`, `noPermission`, also for the owner as target.
   */
  async closeRemoteCamera(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'close-remote-device', { userId, device: 'camera' });
  }

  /**
   * Allows a guest's microphone again; the guest switches it on. For the owner and administrators.
   * @throws LiveError `notSeated`, `noPermission`, also for the owner as target.
   */
  async openRemoteMicrophone(options: { userId: string; policy?: DeviceControlPolicy }): Promise<void> {
    await executeInLive(this.context, 'open-remote-device', { ...named(options), device: 'microphone' });
  }

  /**
   * Switches a guest's microphone off until it is allowed again. For the owner and administrators.
   * @throws LiveError `notSeated`, `noPermission`, also for the owner as target.
   */
  async closeRemoteMicrophone(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'close-remote-device', { userId, device: 'microphone' });
  }

  /** Switches the own microphone off: the same as the device store's `closeLocalMicrophone`. */
  async muteMicrophone(): Promise<void> {
    await this.devices.closeLocalMicrophone();
  }

  /**
   * Switches the own microphone on: the same as the device store's `openLocalMicrophone`.
   * @throws LiveError `noPermission`, `mediaUnavailable`.
   */
  async unmuteMicrophone(): Promise<void> {
    await this.devices.openLocalMicrophone();
  }
}
