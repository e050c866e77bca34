import type { LiveDocument } from '../../documents.js';
import type {
  CreateLiveParams,
  KickedOutReason,
  LiveEndedReason,
  LiveInfo,
  LiveInfoChange,
  LiveStatistics,
} from '../../live/live.js';
import { Emitter } from '../../reactivity/emitter.js';
import { computed, type ReadonlySignal } from '../../reactivity/signal.js';
import { check, named } from '../../session/named-arguments.js';
import { executeInLive, type SessionContext } from '../../session/session-context.js';
import { LivePages, type PageRequest } from './live-pages.js';

export interface LiveListEvents {
  /**
   * The live is over for everybody, its host included. It is the last event of the live; then the session leaves it.
   */
  'live-ended': { liveId: string; reason: LiveEndedReason };
  /** This user was put out and the live goes on. It is the last event of the live; then the session leaves it. */
  'kicked-out-of-live': { liveId: string; reason: KickedOutReason };
}

const noMetaData: Readonly<Record<string, string>> = {};

/** Finds lives, and enters and leaves them. */
export class LiveListStore {
  readonly events = new Emitter<LiveListEvents>();
  readonly #pages: LivePages;

  /** The lives fetched so far, each once. */
  readonly liveList: ReadonlySignal<readonly LiveInfo[]>;
  /** Cursor of the next page; empty after the last page. */
  readonly liveListCursor: ReadonlySignal<string>;
  /** The live this session is in. */
  readonly currentLive: ReadonlySignal<LiveInfo | null>;
  /** Metadata of the current live: texts of the app that everybody can read. */
  readonly metaData: ReadonlySignal<Readonly<Record<string, string>>>;

  constructor(private readonly context: SessionContext) {
    const { feed } = context;
    this.#pages = new LivePages(context);
    this.liveList = this.#pages.lives;
    this.liveListCursor = this.#pages.cursor;
    this.currentLive = computed(() => feed.currentDocument.get()?.live ?? null);
    this.metaData = computed(() => feed.currentDocument.get()?.metaData ?? noMetaData);
    context.onLogout(() => this.#pages.clear());
    feed.changes.on('live-ended', (end) => {
      this.events.emit('live-ended', end);
      void context.currentLive.leave();
    });
    feed.changes.on('kicked-out', (kick) => {
      this.events.emit('kicked-out-of-live', kick);
      void context.currentLive.leave();
    });
  }

  /**
   * Fetches a page. The first page has an empty cursor and replaces the list; later pages are appended.
   * @throws LiveError `invalidParameter`.
   */
  async fetchLiveList(page: PageRequest = {}): Promise<readonly LiveInfo[]> {
    return await this.#pages.fetch(page);
  }

  /**
   * Fetches any live without entering it.
   * @throws LiveError `liveNotFound`, `noPermission` for a user who was put out of it, `invalidParameter`.
   */
  async fetchLiveInfo(options: { liveId: string }): Promise<LiveInfo> {
    const { liveId } = named(options);
    check(typeof liveId === 'string', 'liveId must be a text');
    return (await this.#fetchLive(liveId)).live;
  }

  /**
   * Creates a live and enters it as host. If the user still runs a live of that id, the method enters that one.
   * AtomicXCore's newer name for it is `startLive`.
   * @throws LiveError `liveExists` when the id is another host's live, `invalidParameter`, `requestConflict` while in
   * another live.
   */
  async createLive(params: CreateLiveParams): Promise<LiveInfo> {
    const wishes = named(params);
    const { currentLive, engine } = this.context;
    await currentLive.enter(wishes.liveId, async () => {
      await this.context.login();
      await engine.execute<'create-live'>({ ...wishes, type: 'create-live' });
    });
    return currentLive.document.live;
  }

  /**
   * Enters a running live: its owner as host, everybody else as audience.
   * @throws LiveError `liveNotFound`, `noPermission` for a user who was put out of it, `requestConflict` while in
   * another live, `invalidParameter`.
   */
  async joinLive(options: { liveId: string }): Promise<LiveInfo> {
    const { liveId } = named(options);
    check(typeof liveId === 'string', 'liveId must be a text');
    const { currentLive, engine } = this.context;
    await currentLive.enter(liveId, () => {
      engine.expectJoin?.(liveId);
      return this.context.login();
    });
    return currentLive.document.live;
  }

  /** Leaves the live. A host's live goes on for a while and the host can enter it again; `endLive` ends it. */
  async leaveLive(): Promise<void> {
    await this.context.currentLive.leave();
  }

  /** Ends the own live for everybody. Resolves with its statistics. @throws LiveError `noPermission`, `notInLive`. */
  async endLive(): Promise<LiveStatistics> {
    const { currentLive, engine, feed } = this.context;
    const { live } = currentLive.document;
    const statistics = await executeInLive(this.context, 'end-live', {});
    // The answer can arrive before the document, and only the document shows that battle and link have ended.
    if (this.#isIn(live)) {
      const document = await engine.fetchLive(live.liveId).catch(() => null);
      if (document && this.#isIn(live)) feed.receive({ type: 'document', document });
    }
    if (this.#isIn(live)) {
      this.events.emit('live-ended', { liveId: live.liveId, reason: 'ended-by-host' });
      await currentLive.leave();
    }
    return statistics;
  }

  /**
   * Changes the given fields of the current live. For the owner and administrators.
   * @throws LiveError `notInLive`, `noPermission`, `invalidParameter`, `requestConflict` for a template with too few
   * seats for the seated.
   */
  async updateLiveInfo(change: LiveInfoChange): Promise<void> {
    await executeInLive(this.context, 'update-live', change);
  }

  /**
   * The given keys of a live's metadata; missing keys are left out. The current live's come from its document, another
   * live's from the server.
   * @param options.liveId Default: the current live.
   * @throws LiveError `notInLive` without a `liveId` outside a live, `liveNotFound`, `invalidParameter`, `noPermission`
   * for a user who was put out of that live.
   */
  async queryMetaData(options: {
    liveId?: string;
    keys: readonly string[];
  }): Promise<Readonly<Record<string, string>>> {
    const { liveId, keys } = named(options);
    check(Array.isArray(keys), 'keys must be a list');
    check(liveId === undefined || typeof liveId === 'string', 'liveId must be a text');
    const isOther = liveId !== undefined && liveId !== this.currentLive.get()?.liveId;
    const { metaData } = isOther ? await this.#fetchLive(liveId) : this.context.currentLive.document;
    return Object.fromEntries(Object.entries(metaData).filter(([key]) => keys.includes(key)));
  }

  /**
   * Sets keys of the current live's metadata; an empty text deletes its key. For the owner and administrators.
   * @throws LiveError `notInLive`, `noPermission`, `metaDataKeysExceeded` beyond 10 keys, `metaDataKeyTooLong` beyond
   * 50 bytes, `metaDataValueTooLong` beyond 2,048 bytes, `metaDataTooLarge` beyond 16,384 bytes of keys and values,
   * `metaDataKeyInvalid`.
   */
  async updateLiveMetaData(options: { metaData: Readonly<Record<string, string>> }): Promise<void> {
    const { metaData } = named(options);
    await executeInLive(this.context, 'update-live-metadata', { metaData });
  }

  async #fetchLive(liveId: string): Promise<LiveDocument> {
    await this.context.login();
    return await this.context.engine.fetchLive(liveId);
  }

  /**
   * Whether the session is still in this visit of the live. Meanwhile the live may have ended, and another one been
   * entered.
   */
  #isIn({ liveId, createdAt }: LiveInfo): boolean {
    const current = this.currentLive.get();
    return current?.liveId === liveId && current.createdAt === createdAt;
  }
}
