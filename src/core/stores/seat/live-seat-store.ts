import { defaultCanvas } from '../../layout/regions.js';
import { Emitter } from '../../reactivity/emitter.js';
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

/** Who sits where, over all linked lives; told apart by `liveId`. */
export class LiveSeatStore {
  readonly events = new Emitter<LiveSeatEvents>();

  /**
   * The own live's seats first. Of a link of video lives one seat per host, by team while a battle of teams is shown in
   * `hostPkTeams`; of a link of two voice lives the first six seats of each; of more voice lives every
   * host, the own one first, then guests of any of them who are speaking or spoke last, twelve seats in all: a new
   * speaker takes the place of whoever has been silent the longest, and nobody else moves. Whoever is not shown is
   * heard all the same. Of a single live those that are taken, with fixed and voice templates all. A seat that did not
   * change keeps its identity.
   */
  readonly seatList: ReadonlySignal<readonly SeatInfo[]>;
  /** How to lay `seatList` out on a canvas of another size. */
  readonly layout: ReadonlySignal<SeatLayout>;
  /** The area that the seats' regions refer to. */
  readonly canvas: LiveCanvas = defaultCanvas;
  /** Volume 0–100 by user id; absent users are silent. Changes several times a second. */
  readonly speakingUsers: ReadonlySignal<ReadonlyMap<string, number>>;
  /** By user id; absent users are `unknown`. */
  readonly networkQualities: ReadonlySignal<ReadonlyMap<string, { quality: NetworkQuality }>>;

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
    this.networkQualities = computed(
      () => new Map([...feed.currentQualities.get()].map(([userId, quality]) => [userId, { quality }])),
    );
    feed.changes.on('document', (change) => {
      emitDeviceControl(this.events, change, user.get()?.userId);
    });
  }

  /**
   * Sits down: at the seat named, or at the first that is free. In a live of `seatMode` `apply` this is for its owner
   * and administrators, everybody else applies first.
   * @throws LiveError `noPermission`, `seatsDisabled`, `seatLocked`, `seatOccupied`, `allSeatsOccupied`, `alreadySeated`,
   * `userAlreadySeated` with a seat in a linked live,
   * `requestConflict` while a video live is linked with others or about to be.
   */
  async takeSeat(where: { seatIndex?: number } = {}): Promise<void> {
    await executeInLive(this.context, 'take-seat', where);
  }

  /** Goes back to the audience. @throws LiveError `notSeated`; `noPermission` for an owner whose seat is kept. */
  async leaveSeat(): Promise<void> {
    await executeInLive(this.context, 'leave-seat', {});
  }

  /** Nobody may sit down there; whoever sits there stays. For owner and administrators. @throws LiveError `noPermission`. */
  async lockSeat(options: { seatIndex: number }): Promise<void> {
    const { seatIndex } = named(options);
    await executeInLive(this.context, 'lock-seat', { seatIndex });
  }

  /** For owner and administrators. @throws LiveError `noPermission`. */
  async unlockSeat(options: { seatIndex: number }): Promise<void> {
    const { seatIndex } = named(options);
    await executeInLive(this.context, 'unlock-seat', { seatIndex });
  }

  /** Sends a guest back to the audience. For owner and administrators. @throws LiveError `noPermission`, `notSeated`. */
  async kickUserOutOfSeat(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'kick-user-out-of-seat', { userId });
  }

  /**
   * Moves a user within the live; everybody may move themselves to a free seat, owner and administrators anybody.
   * @param options.policy What becomes of whoever sits there. Default: `abort-when-occupied`.
   * @throws LiveError `noPermission`, `notSeated`, `seatLocked`, `seatOccupied`.
   */
  async moveUserToSeat(options: { userId: string; targetIndex: number; policy?: MoveSeatPolicy }): Promise<void> {
    await executeInLive(this.context, 'move-user-to-seat', options);
  }

  /** Allows a guest's camera again; the guest switches it on. For owner and administrators. @throws LiveError `noPermission`, `notSeated`. */
  async openRemoteCamera(options: { userId: string; policy?: DeviceControlPolicy }): Promise<void> {
    await executeInLive(this.context, 'open-remote-device', { ...named(options), device: 'camera' });
  }

  /** Switches a guest's camera off until it is allowed again. For owner and administrators. @throws LiveError `noPermission`, `notSeated`. */
  async closeRemoteCamera(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'close-remote-device', { userId, device: 'camera' });
  }

  /** Allows a guest's microphone again; the guest switches it on. For owner and administrators. @throws LiveError `noPermission`, `notSeated`. */
  async openRemoteMicrophone(options: { userId: string; policy?: DeviceControlPolicy }): Promise<void> {
    await executeInLive(this.context, 'open-remote-device', { ...named(options), device: 'microphone' });
  }

  /** Switches a guest's microphone off until it is allowed again. For owner and administrators. @throws LiveError `noPermission`, `notSeated`. */
  async closeRemoteMicrophone(options: { userId: string }): Promise<void> {
    const { userId } = named(options);
    await executeInLive(this.context, 'close-remote-device', { userId, device: 'microphone' });
  }

  /** Nobody hears this user; the same as the device store's `closeLocalMicrophone`. */
  async muteMicrophone(): Promise<void> {
    await this.devices.closeLocalMicrophone();
  }

  /** The same as the device store's `openLocalMicrophone`. @throws LiveError `noPermission`, `mediaUnavailable`. */
  async unmuteMicrophone(): Promise<void> {
    await this.devices.openLocalMicrophone();
  }
}
