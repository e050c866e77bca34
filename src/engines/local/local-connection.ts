import {
  LiveError,
  LiveErrorCode,
  type KickedOutReason,
  type LiveConnection,
  type LiveSink,
  type User,
} from '../../core/index.js';
import type { LiveDocument } from '../../protocol/index.js';
import type { BusMessage, Referee } from '../../referee/index.js';
import type { LocalBus, BusMember } from './local-bus.js';
import { Mailbox } from './mailbox.js';
import { StageView } from './stage-view.js';
import { OwnSeat } from './own-seat.js';
import type { SeatMedia } from './seat-media.js';

/** What connections of one world share. */
export interface SharedWorld {
  referee: Referee;
  bus: LocalBus<LocalConnection>;
  /** Whether the user was kicked out of the live for good. */
  isKicked: (liveId: string, userId: string) => Promise<boolean>;
  /** Calls back when what is sent now arrives. */
  later: (arrive: () => void) => void;
  /** A device was switched. */
  onMediaChange: () => void;
}

export interface Visit {
  user: User;
  liveId: string;
  sink: LiveSink;
  /** @throws LiveError `mediaUnavailable`. */
  openCamera: () => Promise<MediaStream>;
  /** Holds the session until it has left or was put out. */
  open: Set<LiveConnection>;
}

/** One session in one live. */
export class LocalConnection implements LiveConnection, BusMember {
  readonly user: User;
  readonly liveId: string;
  readonly #sink: LiveSink;
  readonly #open: Set<LiveConnection>;
  readonly #view: StageView;
  readonly #seat: OwnSeat;
  /** Null while the network is gone. */
  #mailbox: Mailbox | null = null;
  #document: LiveDocument | null = null;
  #isLookDue = false;
  #putOutFor: KickedOutReason | null = null;
  #hasDeparted = false;
  #isClosed = false;

  constructor(
    private readonly shared: SharedWorld,
    { user, liveId, sink, openCamera, open }: Visit,
  ) {
    this.user = user;
    this.liveId = liveId;
    this.#sink = sink;
    this.#open = open;
    this.#view = new StageView(shared.bus, (call) => this.#tell(call));
    this.#seat = new OwnSeat({
      userId: user.userId,
      openCamera,
      askLive: () => this.#askLive(),
      onChange: shared.onMediaChange,
      onStopped: (device, reason) => this.#tell((to) => to.deviceStopped(device, reason)),
    });
  }

  get media(): SeatMedia {
    return this.#seat.media;
  }

  get isOnline(): boolean {
    return this.#mailbox !== null;
  }

  /** Comes in for the first time. @throws LiveError `noPermission`, `notInLive` or `unreachable` when that fails on the way. */
  async enter(): Promise<void> {
    this.#open.add(this);
    await this.connect();
    if (this.#document && !this.#hasDeparted) return;
    await this.close();
    if (this.#putOutFor === 'by-admin') throw new LiveError(LiveErrorCode.noPermission, 'kicked out of the live');
    if (this.#putOutFor) throw new LiveError(LiveErrorCode.notInLive, 'entered on another device meanwhile');
    throw new LiveError(LiveErrorCode.unreachable, 'the network was gone before the live was entered');
  }

  /** Comes in, or back in: whatever happened meanwhile arrives as one current state. */
  async connect(): Promise<void> {
    if (this.isOnline) return;
    const { referee, bus, later, isKicked } = this.shared;
    const { liveId, user } = this;
    const mailbox = new Mailbox(later);
    this.#mailbox = mailbox;
    bus.add(this);
    bus.noteChange();
    if (await isKicked(liveId, user.userId)) this.kick('by-admin');
    if (this.#mailbox !== mailbox) return;
    await referee.notePresence(liveId, user.userId, true);
    const view = await referee.view(liveId, user.userId);
    if (!view || this.#mailbox !== mailbox) return;
    const { document, personal } = structuredClone(view);
    this.#show({ topic: 'document', liveId, document });
    this.#show({ topic: 'personal', liveId, userId: user.userId, personal });
    this.#tell((sink) => sink.connection('connected'));
    mailbox.release();
  }

  /** The network is gone; of the others, the sink keeps what it has. */
  async loseNetwork(): Promise<void> {
    this.#mailbox?.close();
    this.#mailbox = null;
    this.#isLookDue = false;
    this.#tell((sink) => sink.connection('reconnecting'));
    this.shared.bus.noteChange();
    await this.#noteAbsence();
  }

  /** Puts the session out; the live goes on without it. */
  kick(reason: KickedOutReason): void {
    if (this.#hasDeparted) return;
    this.#putOutFor = reason;
    this.#depart();
    // Whoever has not come in yet learns of it by not coming in.
    if (this.#document) this.shared.later(() => this.#tell((sink) => sink.kickedOut(reason)));
  }

  async setCameraEnabled(enabled: boolean): Promise<void> {
    this.#checkPresence();
    await this.media.setCamera(enabled);
  }

  async setMicrophoneEnabled(enabled: boolean): Promise<void> {
    this.#checkPresence();
    await this.media.setMicrophone(enabled);
  }

  // Streams of the page itself are never held back.
  async startAudio(): Promise<void> {}

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#view.setLiveMuted(liveId, isMuted);
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // Whoever was put out has been replaced, or has no seat any more.
    if (this.#hasDeparted) return;
    this.#depart();
    await this.#noteAbsence();
  }

  receive(message: BusMessage): void {
    this.#mailbox?.post(() => this.#show(message));
  }

  lookAround(): void {
    // However much happens at once, one look sees all of it.
    if (this.#isLookDue || !this.#mailbox) return;
    this.#isLookDue = true;
    this.#mailbox.post(() => {
      this.#isLookDue = false;
      if (this.#document) this.#view.look(this.#document);
    });
  }

  hear(volumes: ReadonlyMap<string, number>): void {
    const heard = this.#view.hearing(volumes);
    if (heard) this.#mailbox?.post(() => this.#sink.speaking(heard));
  }

  #show(message: BusMessage): void {
    this.#tell((sink) => {
      if (message.topic === 'personal') sink.personal(message.personal);
      if (message.topic === 'scores') sink.scores(message.board);
      if (message.topic === 'document') sink.document(message.document);
    });
    if (message.topic !== 'document' || message.document.revision <= (this.#document?.revision ?? -1)) return;
    this.#document = message.document;
    this.#seat.note(message.document);
    this.#view.look(message.document);
  }

  #tell(call: (sink: LiveSink) => void): void {
    if (!this.#isClosed) call(this.#sink);
  }

  #depart(): void {
    this.#hasDeparted = true;
    this.#mailbox?.close();
    this.#mailbox = null;
    this.media.stop();
    this.shared.bus.remove(this);
    this.#open.delete(this);
  }

  async #noteAbsence(): Promise<void> {
    const { bus, referee } = this.shared;
    const { liveId, user } = this;
    // They may be there again already, in another session.
    if (!bus.find(liveId, user.userId)?.isOnline) await referee.notePresence(liveId, user.userId, false);
  }

  async #askLive(): Promise<LiveDocument | null> {
    const view = this.isOnline ? await this.shared.referee.view(this.liveId) : null;
    this.#checkPresence();
    return view?.document ?? null;
  }

  #checkPresence(): void {
    if (this.#hasDeparted) throw new LiveError(LiveErrorCode.notInLive, 'the live has been left');
  }
}
