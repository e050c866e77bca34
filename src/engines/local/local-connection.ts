import {
  LiveError,
  LiveErrorCode,
  type KickedOutReason,
  type LiveConnection,
  type LiveSink,
  type LiveUpdate,
  type PageVisibility,
  type User,
} from '../../core/index.js';
import { OwnSuspension } from '../../core/stage/own-suspension.js';
import { ShownStage } from '../../core/stage/shown-stage.js';
import { publishersIn, type LiveDocument, type Publisher, type UserCommandOf } from '../../protocol/index.js';
import type { Referee } from '../../referee/index.js';
import { AudienceView } from './audience-view.js';
import { busPresence } from './bus-presence.js';
import type { LocalBus, BusMember, LiveMessage } from './local-bus.js';
import { localDevices, type LocalDevices } from './local-devices.js';
import { Mailbox } from './mailbox.js';

/** What all connections of one world share. */
export interface SharedWorld {
  referee: Referee;
  bus: LocalBus<LocalConnection>;
  /** Whether the user was kicked out of the live for good. */
  isKicked: (liveId: string, userId: string) => Promise<boolean>;
  /** Calls back when a message that is sent now arrives. */
  later: (arrive: () => void) => void;
  /** Calls back once, `ms` milliseconds later. Returns the function that cancels the call. */
  wait: (ms: number, then: () => void) => () => void;
  /** A device was switched. */
  onMediaChange: () => void;
}

export interface Visit {
  user: User;
  liveId: string;
  sink: LiveSink;
  /** @throws LiveError `mediaUnavailable`. */
  openCamera: () => Promise<MediaStream>;
  /** Sends a command of this user. @throws LiveError. */
  execute: (command: UserCommandOf<'set-suspend-status'>) => Promise<unknown>;
  visibility: PageVisibility;
  /** The engine's open sessions. A session is in it until it has left or was put out. */
  open: Set<LiveConnection>;
}

/** One session of a user in one live. */
export class LocalConnection implements LiveConnection, BusMember {
  readonly user: User;
  readonly liveId: string;
  readonly #sink: LiveSink;
  readonly #open: Set<LiveConnection>;
  readonly devices: LocalDevices;
  readonly #stage: ShownStage<Publisher>;
  readonly #audience: AudienceView;
  readonly #suspension: OwnSuspension;
  /** Null while the network is cut, and after the session has left. */
  #mailbox: Mailbox | null = null;
  #document: LiveDocument | null = null;
  #volumes: ReadonlyMap<string, number> = new Map();
  #isLookDue = false;
  #putOutFor: KickedOutReason | null = null;
  #hasDeparted = false;
  #isClosed = false;

  constructor(
    private readonly shared: SharedWorld,
    { user, liveId, sink, openCamera, execute, visibility, open }: Visit,
  ) {
    this.user = user;
    this.liveId = liveId;
    this.#sink = sink;
    this.#open = open;
    this.#stage = new ShownStage(sink);
    this.#audience = new AudienceView(shared.bus, sink);
    this.devices = localDevices({
      openCamera,
      refresh: () => this.#askLive(),
      onChange: shared.onMediaChange,
      onStopped: (device, reason) => sink.receive({ type: 'device-stopped', device, reason }),
    });
    this.#suspension = new OwnSuspension({
      visibility,
      tell: (status) => execute({ type: 'set-suspend-status', liveId, status }),
      wait: shared.wait,
    });
  }

  get isOnline(): boolean {
    return this.#mailbox !== null;
  }

  /**
   * Enters the live for the first time.
   * @throws LiveError `noPermission` for a kicked user, `notInLive` when the user enters on another device meanwhile,
   * `unreachable` when the network is lost meanwhile.
   */
  async enter(): Promise<void> {
    this.#open.add(this);
    await this.connect();
    if (this.#document && !this.#hasDeparted) return;
    await this.close();
    if (this.#putOutFor === 'by-admin') throw new LiveError(LiveErrorCode.noPermission, 'kicked out of the live');
    if (this.#putOutFor) throw new LiveError(LiveErrorCode.notInLive, 'entered on another device meanwhile');
    throw new LiveError(LiveErrorCode.unreachable, 'the network was gone before the live was entered');
  }

  /** Connects to the live for the first time, or again after a loss. The sink receives the current state at once. */
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
    this.#sink.receive({ type: 'connection', state: 'connected' });
    mailbox.release();
  }

  /** The network is cut. The sink keeps what it last received about the other users. */
  async loseNetwork(): Promise<void> {
    this.#mailbox?.close();
    this.#mailbox = null;
    this.#isLookDue = false;
    this.#sink.receive({ type: 'connection', state: 'reconnecting' });
    this.shared.bus.noteChange();
    await this.#noteAbsence();
  }

  /** Puts the session out; the live goes on without it. */
  kick(reason: KickedOutReason): void {
    if (this.#hasDeparted) return;
    this.#putOutFor = reason;
    this.#depart();
    // A session that has not entered yet is told by the error of `enter`.
    if (this.#document) this.shared.later(() => this.#sink.receive({ type: 'kicked-out', reason }));
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable`, `notInLive` after leaving. */
  async setCameraEnabled(enabled: boolean): Promise<void> {
    this.#checkPresence();
    await this.devices.setEnabled('camera', enabled);
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `notInLive` after leaving. */
  async setMicrophoneEnabled(enabled: boolean): Promise<void> {
    this.#checkPresence();
    await this.devices.setEnabled('microphone', enabled);
  }

  // Nothing to start: the local engine has no sound.
  async startAudio(): Promise<void> {}

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#stage.setLiveMuted(liveId, isMuted);
    this.#showStage();
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // A session that was put out has been replaced by another, or its user has been kicked. Neither is an absence.
    if (this.#hasDeparted) return;
    this.#depart();
    await this.#noteAbsence();
  }

  receive(message: LiveMessage): void {
    this.#mailbox?.post(() => this.#show(message));
  }

  lookAround(): void {
    // One look covers all changes that happen at once.
    if (this.#isLookDue || !this.#mailbox) return;
    this.#isLookDue = true;
    this.#mailbox.post(() => {
      this.#isLookDue = false;
      this.#look();
    });
  }

  hear(volumes: ReadonlyMap<string, number>): void {
    this.#mailbox?.post(() => {
      this.#volumes = volumes;
      this.#showStage();
    });
  }

  #show(message: LiveMessage): void {
    this.#sink.receive(updateOf(message));
    if (message.topic !== 'document' || message.document.revision <= (this.#document?.revision ?? -1)) return;
    this.#document = message.document;
    this.devices.follow(message.document, this.user.userId);
    this.#suspension.follow(message.document, this.user.userId);
    this.#look();
  }

  #look(): void {
    this.#showStage();
    if (this.#document) this.#audience.show(this.#document);
  }

  #showStage(): void {
    if (this.#document) this.#stage.show(publishersIn(this.#document), busPresence(this.shared.bus, this.#volumes));
  }

  #depart(): void {
    this.#hasDeparted = true;
    this.#mailbox?.close();
    this.#mailbox = null;
    this.devices.close();
    this.#suspension.close();
    this.shared.bus.remove(this);
    this.#open.delete(this);
  }

  async #noteAbsence(): Promise<void> {
    const { bus, referee } = this.shared;
    const { liveId, user } = this;
    // The user may already be back in another session.
    if (!bus.find(liveId, user.userId)?.isOnline) await referee.notePresence(liveId, user.userId, false);
  }

  /** Reads the newest document: the reply to taking a seat arrives before the document that shows it. */
  async #askLive(): Promise<void> {
    const view = this.isOnline ? await this.shared.referee.view(this.liveId) : null;
    if (view) this.devices.follow(view.document, this.user.userId);
  }

  #checkPresence(): void {
    if (this.#hasDeparted) throw new LiveError(LiveErrorCode.notInLive, 'the live has been left');
  }
}

function updateOf(message: LiveMessage): LiveUpdate {
  switch (message.topic) {
    case 'document':
      return { type: 'document', document: message.document };
    case 'personal':
      return { type: 'personal', personal: message.personal };
    case 'scores':
      return { type: 'scores', board: message.board, highlights: message.highlights };
  }
}
