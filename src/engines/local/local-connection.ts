import {
  LiveError,
  LiveErrorCode,
  type KickedOutReason,
  type LiveConnection,
  type LiveDocument,
  type LiveSink,
  type Participant,
  type User,
} from '../../core/index.js';
import type { BusMessage, Referee } from '../../referee/index.js';
import type { Attendance, Attendee } from './attendance.js';
import { HostMedia } from './host-media.js';
import { Mailbox } from './mailbox.js';

/** What connections of one world share. */
export interface CommonGround {
  referee: Referee;
  attendance: Attendance<LocalConnection>;
  /** Calls back when what is sent now arrives. */
  later: (arrive: () => void) => void;
  /** A device was switched. */
  onMediaChange: () => void;
}

export interface Visit {
  user: User;
  liveId: string;
  isHost: boolean;
  sink: LiveSink;
  /** @throws LiveError `mediaUnavailable`. */
  openCamera: () => Promise<MediaStream>;
}

/** One session in one live. */
export class LocalConnection implements LiveConnection, Attendee {
  readonly user: User;
  readonly liveId: string;
  readonly isHost: boolean;
  readonly media: HostMedia;
  readonly #sink: LiveSink;
  /** Null while the network is gone. */
  #mailbox: Mailbox | null = null;
  #document: LiveDocument | null = null;
  #shown: readonly Participant[] = [];
  #isAnyoneHeard = false;
  #hasDeparted = false;
  #isClosed = false;

  constructor(
    private readonly ground: CommonGround,
    { user, liveId, isHost, sink, openCamera }: Visit,
  ) {
    this.user = user;
    this.liveId = liveId;
    this.isHost = isHost;
    this.#sink = sink;
    this.media = new HostMedia(openCamera, ground.onMediaChange);
  }

  get isOnline(): boolean {
    return this.#mailbox !== null;
  }

  /** Comes in, or back in: whatever happened meanwhile arrives as one current state. */
  async connect(): Promise<void> {
    const { referee, attendance, later } = this.ground;
    const mailbox = new Mailbox(later);
    this.#mailbox = mailbox;
    attendance.add(this);
    attendance.noteChange();
    if (this.isHost) await referee.notePresence(this.liveId, this.user.userId, true);
    const view = await referee.view(this.liveId, this.user.userId);
    if (!view || this.#mailbox !== mailbox) return;
    const { document, personal } = structuredClone(view);
    this.#show({ topic: 'document', liveId: this.liveId, document });
    if (this.isHost) this.#show({ topic: 'personal', liveId: this.liveId, userId: this.user.userId, personal });
    this.#tell((sink) => sink.connection('connected'));
    mailbox.release();
  }

  /** The network is gone; the sink keeps what it has. */
  async loseNetwork(): Promise<void> {
    this.#mailbox?.close();
    this.#mailbox = null;
    this.#tell((sink) => sink.connection('reconnecting'));
    this.ground.attendance.noteChange();
    await this.#noteAbsence();
  }

  /** Puts the session out; the live goes on without it. */
  kick(reason: KickedOutReason): void {
    this.#depart();
    this.ground.later(() => this.#tell((sink) => sink.kickedOut(reason)));
  }

  async setCameraEnabled(enabled: boolean): Promise<void> {
    this.#checkSeat(enabled);
    await this.media.setCamera(enabled);
  }

  async setMicrophoneEnabled(enabled: boolean): Promise<void> {
    this.#checkSeat(enabled);
    this.media.setMicrophone(enabled);
  }

  // Streams of the page itself are never held back.
  async startAudio(): Promise<void> {}

  setLiveMuted(): void {
    // No sound is played in the page's own world.
  }

  async close(): Promise<void> {
    if (this.#isClosed) return;
    this.#isClosed = true;
    // Whoever was kicked has been replaced: the host is still there.
    if (this.#hasDeparted) return;
    this.#depart();
    await this.#noteAbsence();
  }

  receive(message: BusMessage): void {
    this.#mailbox?.post(() => this.#show(message));
  }

  lookAround(): void {
    this.#mailbox?.post(() => this.#showParticipants());
  }

  hear(volumes: ReadonlyMap<string, number>): void {
    const isShown = (id: string): boolean => this.#shown.some(({ userId }) => userId === id);
    const heard = new Map([...volumes].filter(([userId]) => isShown(userId)));
    if (heard.size === 0 && !this.#isAnyoneHeard) return;
    this.#isAnyoneHeard = heard.size > 0;
    this.#mailbox?.post(() => this.#sink.speaking(heard));
  }

  #show(message: BusMessage): void {
    this.#tell((sink) => {
      if (message.topic === 'personal') sink.personal(message.personal);
      if (message.topic === 'scores') sink.scores(message.board);
      if (message.topic === 'document') sink.document(message.document);
    });
    if (message.topic !== 'document' || message.document.revision <= (this.#document?.revision ?? -1)) return;
    this.#document = message.document;
    this.#showParticipants();
  }

  #showParticipants(): void {
    const hosts = (this.#document?.link?.members ?? [this]).flatMap(
      ({ liveId }) => this.ground.attendance.hostOf(liveId) ?? [],
    );
    const participants = hosts.map(participantOf);
    if (isSame(participants, this.#shown)) return;
    this.#shown = participants;
    this.#tell((sink) => sink.participants(participants));
  }

  #tell(call: (sink: LiveSink) => void): void {
    if (!this.#isClosed) call(this.#sink);
  }

  #depart(): void {
    this.#hasDeparted = true;
    this.#mailbox?.close();
    this.#mailbox = null;
    this.media.stop();
    this.ground.attendance.remove(this);
  }

  async #noteAbsence(): Promise<void> {
    // The live's id may be in use again, with another host who is there.
    const { attendance, referee } = this.ground;
    if (this.isHost && !attendance.hostOf(this.liveId)) await referee.notePresence(this.liveId, this.user.userId, false);
  }

  #checkSeat(enabled: boolean): void {
    if (this.#hasDeparted) throw new LiveError(LiveErrorCode.notInLive, 'the live has been left');
    if (enabled && !this.isHost) throw new LiveError(LiveErrorCode.noPermission, 'only a host may be seen and heard');
  }
}

function participantOf({ user, liveId, media }: LocalConnection): Participant {
  const { microphoneStatus, cameraStatus, video } = media;
  return { userId: user.userId, liveId, microphoneStatus, cameraStatus, video };
}

function isSame(a: readonly Participant[], b: readonly Participant[]): boolean {
  const keys = ['userId', 'liveId', 'microphoneStatus', 'cameraStatus', 'video'] as const;
  return a.length === b.length && a.every((one, index) => keys.every((key) => one[key] === b[index]?.[key]));
}
