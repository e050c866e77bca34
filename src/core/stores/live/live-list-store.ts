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
  /** The live is over for everybody, its own host included: the last that is told of it. Then the session leaves it. */
  'live-ended': { liveId: string; reason: LiveEndedReason };
  /** The live goes on without this user: the last that is told of it. Then the session leaves it. */
  'kicked-out-of-live': { liveId: string; reason: KickedOutReason };
}

const noMetaData: Readonly<Record<string, string>> = {};

/** Finds lives, and enters and leaves them. */
export class LiveListStore {
  readonly events = new Emitter<LiveListEvents>();
  readonly #pages: LivePages;

  /** The lives fetched so far, each once. */
  readonly liveList: ReadonlySignal<readonly LiveInfo[]>;
  /** Of the next page; empty when there are no more. */
  readonly liveListCursor: ReadonlySignal<string>;
  /** The live this session is in. */
  readonly currentLive: ReadonlySignal<LiveInfo | null>;
  /** What the app keeps with the current live, for everybody to read. */
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

  /** Fetches a page: the first with an empty cursor, which replaces the list; later ones are appended. */
  async fetchLiveList(page: PageRequest = {}): Promise<readonly LiveInfo[]> {
    return await this.#pages.fetch(page);
  }

  /** Any live, without entering it. @throws LiveError `liveNotFound`. */
  async fetchLiveInfo(options: { liveId: string }): Promise<LiveInfo> {
    const { liveId } = named(options);
    check(typeof liveId === 'string', 'liveId must be a text');
    return (await this.#fetchLive(liveId)).live;
  }

  /**
   * Goes live and enters as host; a live of that id that the user still has running is taken up again. AtomicXCore's
   * `startLive` is this method under a newer name.
   * @throws LiveError `liveExists` for somebody else's id, `invalidParameter`, `requestConflict` while in another live.
   */
  async createLive(params: CreateLiveParams): Promise<LiveInfo> {
    const wishes = named(params);
    await this.context.login();
    const { currentLive, engine } = this.context;
    await currentLive.enter(wishes.liveId, () => engine.execute<'create-live'>({ ...wishes, type: 'create-live' }));
    return currentLive.document.live;
  }

  /**
   * Enters a running live: its owner as host, anyone else as audience.
   * @throws LiveError `liveNotFound`, `noPermission` for whoever was kicked out of it, `requestConflict` while in another live.
   */
  async joinLive(options: { liveId: string }): Promise<LiveInfo> {
    const { liveId } = named(options);
    check(typeof liveId === 'string', 'liveId must be a text');
    await this.context.login();
    await this.context.currentLive.enter(liveId);
    return this.context.currentLive.document.live;
  }

  /** Leaves; a host's live goes on for a while without them, and may be taken up again. `endLive` ends it. */
  async leaveLive(): Promise<void> {
    await this.context.currentLive.leave();
  }

  /** Ends the host's own live for everybody; resolves with what it came to. @throws LiveError `noPermission`. */
  async endLive(): Promise<LiveStatistics> {
    const { currentLive, engine, feed } = this.context;
    const { live } = currentLive.document;
    const statistics = await executeInLive(this.context, 'end-live', {});
    // The answer may come before the document, which alone shows what has ended with the live.
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
   * Changes what is named of the current live. For its owner and administrators.
   * @throws LiveError `noPermission`, `invalidParameter`, `requestConflict` for a template without room for those seated.
   */
  async updateLiveInfo(change: LiveInfoChange): Promise<void> {
    await executeInLive(this.context, 'update-live', change);
  }

  /**
   * The named keys of a live's metadata; keys it has not are absent. Of the current live as known here, of another as
   * the server knows it.
   * @param options.liveId Default: the current live.
   * @throws LiveError `notInLive` without a `liveId` outside a live, `liveNotFound`, `invalidParameter`.
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
   * Adds and replaces keys of the current live's metadata; an empty text takes a key away. For its owner and administrators.
   * @throws LiveError `noPermission`, `metaDataKeysExceeded` beyond ten keys, `metaDataKeyTooLong` beyond 50 bytes,
   * `metaDataValueTooLong` beyond 2 KB, `metaDataTooLarge` beyond 16 KB of all, `metaDataKeyInvalid`.
   */
  async updateLiveMetaData(options: { metaData: Readonly<Record<string, string>> }): Promise<void> {
    const { metaData } = named(options);
    await executeInLive(this.context, 'update-live-metadata', { metaData });
  }

  async #fetchLive(liveId: string): Promise<LiveDocument> {
    await this.context.login();
    return await this.context.engine.fetchLive(liveId);
  }

  /** The end of a live may have been told meanwhile, and another one entered. */
  #isIn({ liveId, createdAt }: LiveInfo): boolean {
    const current = this.currentLive.get();
    return current?.liveId === liveId && current.createdAt === createdAt;
  }
}
