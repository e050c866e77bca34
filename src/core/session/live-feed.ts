import type { ScoreBoard } from '../battle/battle.js';
import type { ScoreHighlight } from '../battle/highlights.js';
import type { LiveDocument, PersonalDocument } from '../documents.js';
import type { Audience } from '../live/audience.js';
import type { ConnectionState, DeviceStoppedReason, LiveSink, LiveUpdate, Participant } from '../engine.js';
import type { KickedOutReason, LiveEndedReason } from '../live/live.js';
import { Emitter } from '../reactivity/emitter.js';
import { withSameParts } from '../reactivity/same-parts.js';
import { signal, type ReadonlySignal } from '../reactivity/signal.js';
import type { DeviceType, NetworkQuality } from '../seat/seat.js';

export interface Change<T> {
  before: T | null;
  after: T | null;
}

/**
 * The order in which the changes of one document are told. What ends comes first: the battle, then the link around it.
 * What begins comes last: the link, then the battle in it. `document` is for all other changes. `live-ended` follows
 * all of them.
 */
const documentSteps = ['battle-ends', 'link-ends', 'document', 'link-begins', 'battle-begins'] as const;
type DocumentStep = (typeof documentSteps)[number];

interface FeedEvents extends Record<DocumentStep, Change<LiveDocument>> {
  'live-ended': { liveId: string; reason: LiveEndedReason };
  personal: Change<PersonalDocument>;
  connection: Change<ConnectionState>;
  /** The document or its board changed; many times a second. Told before all other changes. */
  scores: { document: LiveDocument | null; board: ScoreBoard | null };
  /** The volumes changed; several times a second. */
  speaking: ReadonlyMap<string, number>;
  /** Large gifts of the document's battle, each once. */
  highlights: { highlights: readonly ScoreHighlight[] };
  audience: Change<Audience>;
  'device-stopped': { device: DeviceType; reason: DeviceStoppedReason };
  'kicked-out': { liveId: string; reason: KickedOutReason };
  'login-expired': { liveId: string };
}

const nobody: Audience = { count: 0, members: [] };
const silence: ReadonlyMap<string, number> = new Map();

/**
 * The current live as the engine last reported it. The stores derive their state from the signals and their events from
 * the changes. Older data never replaces newer data, and an unchanged part stays the same object.
 */
export class LiveFeed implements LiveSink {
  readonly changes = new Emitter<FeedEvents>();
  readonly #document = signal<LiveDocument | null>(null);
  readonly #personal = signal<PersonalDocument | null>(null);
  readonly #board = signal<ScoreBoard | null>(null);
  readonly #participants = signal<readonly Participant[]>([]);
  readonly #audience = signal<Audience>(nobody);
  readonly #qualities = signal<ReadonlyMap<string, NetworkQuality>>(new Map());
  readonly #volumes = signal(silence);
  readonly #connection = signal<ConnectionState>('idle');
  readonly #audioBlocked = signal(false);
  /** The packet of scores whose highlights were told last. */
  #highlighted: { battleId: string; version: number } | null = null;

  readonly currentDocument: ReadonlySignal<LiveDocument | null> = this.#document;
  readonly currentPersonal: ReadonlySignal<PersonalDocument | null> = this.#personal;
  readonly currentBoard: ReadonlySignal<ScoreBoard | null> = this.#board;
  readonly currentParticipants: ReadonlySignal<readonly Participant[]> = this.#participants;
  readonly currentAudience: ReadonlySignal<Audience> = this.#audience;
  readonly currentQualities: ReadonlySignal<ReadonlyMap<string, NetworkQuality>> = this.#qualities;
  readonly currentVolumes: ReadonlySignal<ReadonlyMap<string, number>> = this.#volumes;
  readonly connectionState: ReadonlySignal<ConnectionState> = this.#connection;
  readonly isAudioBlocked: ReadonlySignal<boolean> = this.#audioBlocked;

  receive(update: LiveUpdate): void {
    switch (update.type) {
      case 'document':
        return this.#takeDocument(update.document);
      case 'personal':
        return this.#takePersonal(update.personal);
      case 'scores':
        this.#takeScores(update.board);
        return this.#tellHighlights(update.board, update.highlights);
      case 'participants':
        return this.#participants.set(update.participants);
      case 'audience':
        return this.#takeAudience(update.audience);
      case 'network-qualities':
        return this.#qualities.set(update.qualities);
      case 'device-stopped':
        return this.changes.emit('device-stopped', { device: update.device, reason: update.reason });
      case 'speaking':
        return this.#takeVolumes(update.volumes);
      case 'connection':
        return this.#takeConnection(update.state);
      case 'audio-blocked':
        return this.#audioBlocked.set(update.isBlocked);
      case 'kicked-out':
        return this.#emitInLive((liveId) => this.changes.emit('kicked-out', { liveId, reason: update.reason }));
      case 'login-expired':
        return this.#emitInLive((liveId) => this.changes.emit('login-expired', { liveId }));
    }
  }

  /** Forgets the live without telling of its end: the user left on purpose. */
  clear(): void {
    this.#document.set(null);
    this.#personal.set(null);
    this.#board.set(null);
    this.#participants.set([]);
    this.#audience.set(nobody);
    this.#qualities.set(new Map());
    this.#connection.set('idle');
    this.#audioBlocked.set(false);
    this.#highlighted = null;
    this.#takeVolumes(silence);
    this.#tellScores();
  }

  #takeDocument(arrived: LiveDocument): void {
    const before = this.#document.get();
    const after = withSameParts(before, before && isSuccessor(arrived, before) ? endOf(before, arrived) : arrived);
    if (before?.live.liveId === after.live.liveId && after.revision <= before.revision) {
      if (after.board) this.#takeScores(after.board);
      return;
    }
    this.#document.set(after);
    if (!this.#takeBoard(after.board)) this.#tellScores();
    this.#tellDocument({ before, after });
  }

  #takePersonal(arrived: PersonalDocument): void {
    const before = this.#personal.get();
    if (before && arrived.revision <= before.revision) return;
    const after = withSameParts(before, arrived);
    this.#personal.set(after);
    this.changes.emit('personal', { before, after });
  }

  #takeScores(board: ScoreBoard): void {
    // A packet of another battle than the document's is early or late. The document brings its own board.
    if (board.battleId === this.#document.get()?.battle?.battleId) this.#takeBoard(board);
  }

  /** A packet that is sent again can hold gifts that were told already. */
  #tellHighlights({ battleId, version }: ScoreBoard, arrived: readonly ScoreHighlight[]): void {
    if (battleId !== this.#document.get()?.battle?.battleId) return;
    const told = this.#highlighted?.battleId === battleId ? this.#highlighted.version : 0;
    if (version > told) this.#highlighted = { battleId, version };
    if (arrived.length === 0) return;
    const highlights = arrived.filter((highlight) => highlight.version > told);
    if (highlights.length > 0) this.changes.emit('highlights', { highlights });
  }

  #takeAudience(after: Audience): void {
    const before = this.#audience.get();
    this.#audience.set(after);
    this.changes.emit('audience', { before: before === nobody ? null : before, after });
  }

  #takeVolumes(volumes: ReadonlyMap<string, number>): void {
    this.#volumes.set(volumes);
    this.changes.emit('speaking', volumes);
  }

  #takeConnection(state: ConnectionState): void {
    const before = this.#connection.get();
    this.#connection.set(state);
    this.changes.emit('connection', { before, after: state });
  }

  #emitInLive(emit: (liveId: string) => void): void {
    const liveId = this.#document.get()?.live.liveId;
    if (liveId !== undefined) emit(liveId);
  }

  /** Tells the changes step by step; stops when a listener has left the live. */
  #tellDocument(change: { before: LiveDocument | null; after: LiveDocument }): void {
    for (const step of documentSteps) {
      if (this.#document.get()) this.changes.emit(step, change);
    }
    const { liveId, endedReason: reason } = change.after.live;
    if (!reason || change.before?.live.endedReason || !this.#document.get()) return;
    this.changes.emit('live-ended', { liveId, reason });
  }

  /** Returns whether the board is another one. */
  #takeBoard(arrived: ScoreBoard | null): boolean {
    const before = this.#board.get();
    if (supersedes(before, arrived)) return false;
    const shared = before && arrived && withSameContributors(before, arrived);
    this.#board.set(shared ?? arrived);
    this.#tellScores();
    return true;
  }

  #tellScores(): void {
    this.changes.emit('scores', { document: this.#document.get(), board: this.#board.get() });
  }
}

/** Whether `live` is a later live with the same id, perhaps another host's: the end of the earlier one was missed. */
function isSuccessor({ live }: LiveDocument, before: LiveDocument): boolean {
  return live.liveId === before.live.liveId && live.createdAt > before.live.createdAt;
}

/** The last document of a live whose real end is unknown. */
function endOf(before: LiveDocument, { revision, live: { createdAt } }: LiveDocument): LiveDocument {
  const live: LiveDocument['live'] = { ...before.live, endedAt: createdAt, endedReason: 'ended-by-server' };
  return { ...before, revision: Math.max(revision, before.revision + 1), live, hostLostAt: null, link: null };
}

/** The board that arrived, with the contributors of the board before it if they are equal. */
function withSameContributors(before: ScoreBoard, arrived: ScoreBoard): ScoreBoard {
  const contributors = withSameParts(before.contributors, arrived.contributors);
  return contributors === arrived.contributors ? arrived : { ...arrived, contributors };
}

/** Whether the current board is of the same battle and at least as new as the board that arrived. */
function supersedes(current: ScoreBoard | null, arrived: ScoreBoard | null): boolean {
  return current !== null && current.battleId === arrived?.battleId && current.version >= arrived.version;
}
