import {
  LiveError,
  LiveErrorCode,
  type KickedOutReason,
  type LiveSink,
  type LiveUpdate,
  type User,
} from '../../core/index.js';
import type { BusMember } from './local-bus.js';
import type { LocalDevices } from './local-devices.js';
import { Mailbox } from './mailbox.js';
import { frozen } from './shared-value.js';
import type { SharedWorld } from './shared-world.js';

export interface LocalStayOptions {
  user: User;
  liveId: string;
  devices: LocalDevices;
  /** Receives what is sent to this session. */
  sink: LiveSink;
  /** Who is there, or how they are heard, may have changed. */
  onChange: () => void;
  /** The stay is over. The other sessions still see this one. */
  onEnd: () => void;
}

/** Keeps a session in a live over losses of the network, until it leaves or is put out. */
export class LocalStay implements BusMember {
  readonly user: User;
  readonly liveId: string;
  readonly devices: LocalDevices;
  /** Null while the network is cut, and after the stay. */
  #mailbox: Mailbox | null = null;
  #hasEntered = false;
  #isLookDue = false;
  #putOutFor: KickedOutReason | null = null;
  #isOver = false;
  #isClosed = false;

  constructor(
    private readonly world: SharedWorld,
    private readonly options: LocalStayOptions,
  ) {
    this.user = options.user;
    this.liveId = options.liveId;
    this.devices = options.devices;
  }

  get isOnline(): boolean {
    return this.#mailbox !== null;
  }

  /** Whether the session has left or was put out. */
  get isOver(): boolean {
    return this.#isOver;
  }

  /**
   * Enters the live for the first time.
   * @throws LiveError `noPermission` for a kicked user, `notInLive` when the user enters on another device meanwhile,
   * `unreachable` when the network is lost meanwhile.
   */
  async enter(): Promise<void> {
    await this.connect();
    if (this.#hasEntered && !this.#isOver) return;
    await this.close();
    if (this.#putOutFor === 'by-admin') throw new LiveError(LiveErrorCode.noPermission, 'kicked out of the live');
    if (this.#putOutFor) throw new LiveError(LiveErrorCode.notInLive, 'entered on another device meanwhile');
    throw new LiveError(LiveErrorCode.unreachable, 'the network was gone before the live was entered');
  }

  /** Connects to the live for the first time, or again after a loss. The sink receives the current state at once. */
  async connect(): Promise<void> {
    if (this.isOnline) return;
    const { referee, bus, later, isKicked } = this.world;
    const { liveId, user } = this;
    const { sink } = this.options;
    const mailbox = new Mailbox(later);
    this.#mailbox = mailbox;
    bus.add(this);
    bus.noteChange();
    if (await isKicked(liveId, user.userId)) this.kick('by-admin');
    if (this.#mailbox !== mailbox) return;
    await referee.notePresence(liveId, user.userId, true);
    const view = await referee.view(liveId, user.userId);
    if (!view || this.#mailbox !== mailbox) return;
    this.#hasEntered = true;
    sink.receive({ type: 'document', document: bus.shared(view.document) });
    sink.receive({ type: 'personal', personal: frozen(view.personal) });
    sink.receive({ type: 'connection', state: 'connected' });
    mailbox.release();
  }

  /** The network is cut. The sink keeps what it last received about the other users. */
  async loseNetwork(): Promise<void> {
    this.#mailbox?.close();
    this.#mailbox = null;
    this.#isLookDue = false;
    this.options.sink.receive({ type: 'connection', state: 'reconnecting' });
    this.world.bus.noteChange();
    await this.#noteAbsence();
  }

  /** Puts the session out; the live goes on without it. */
  kick(reason: KickedOutReason): void {
    if (this.#isOver) return;
    this.#putOutFor = reason;
    this.#end();
    // A session that has not entered yet is told by the error of `enter`.
    if (this.#hasEntered) this.world.later(() => this.options.sink.receive({ type: 'kicked-out', reason }));
  }

  /** Leaves the live. */
  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // A session that was put out has been replaced by another, or its user has been kicked. Neither is an absence.
    if (this.#isOver) return;
    this.#end();
    await this.#noteAbsence();
  }

  receive(update: LiveUpdate): void {
    this.#mailbox?.post(() => this.options.sink.receive(update));
  }

  lookAround(): void {
    // One look covers all changes that happen at once.
    if (this.#isLookDue || !this.#mailbox) return;
    this.#isLookDue = true;
    this.#mailbox.post(() => {
      this.#isLookDue = false;
      this.options.onChange();
    });
  }

  #end(): void {
    this.#isOver = true;
    this.#mailbox?.close();
    this.#mailbox = null;
    this.options.onEnd();
    this.world.bus.remove(this);
  }

  async #noteAbsence(): Promise<void> {
    const { bus, referee } = this.world;
    const { liveId, user } = this;
    // The user may already be back in another session.
    if (!bus.find(liveId, user.userId)?.isOnline) await referee.notePresence(liveId, user.userId, false);
  }
}
