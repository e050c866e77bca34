import type { LiveDocument } from '../documents.js';
import { limits } from '../limits.js';
import type { CreateLiveParams, KickedOutReason, LiveEndedReason, LiveInfo, LiveStatistics } from '../live.js';
import { Emitter } from '../reactivity/emitter.js';
import { computed, signal, type ReadonlySignal } from '../reactivity/signal.js';
import type { Change } from '../session/live-feed.js';
import { executeInLive, type SessionContext } from '../session/session-context.js';

export interface LiveListEvents {
  'live-ended': { liveId: string; reason: LiveEndedReason };
  'kicked-out-of-live': { liveId: string; reason: KickedOutReason };
}

/** Finds lives, and enters and leaves them. */
export class LiveListStore {
  readonly events = new Emitter<LiveListEvents>();
  readonly #liveList = signal<readonly LiveInfo[]>([]);
  readonly #cursor = signal('');

  /** The lives fetched so far, each once. */
  readonly liveList: ReadonlySignal<readonly LiveInfo[]> = this.#liveList;
  /** Empty when there are no more. */
  readonly liveListCursor: ReadonlySignal<string> = this.#cursor;
  /** The live this session is in. */
  readonly currentLive: ReadonlySignal<LiveInfo | null>;

  constructor(private readonly context: SessionContext) {
    const { feed } = context;
    this.currentLive = computed(() => feed.currentDocument.get()?.live ?? null);
    feed.changes.on('document', (change) => {
      this.#noticeEnd(change);
    });
    feed.changes.on('kicked-out', (kick) => {
      void context.currentLive.leave();
      this.events.emit('kicked-out-of-live', kick);
    });
  }

  /** Fetches a page: the first with an empty cursor, which replaces the list; later ones are appended. */
  async fetchLiveList({ cursor = '', count = limits.livePageSize }: { cursor?: string; count?: number } = {}): Promise<
    readonly LiveInfo[]
  > {
    await this.context.login();
    const page = await this.context.engine.fetchLiveList({ cursor, count });
    const known = cursor === '' ? [] : this.#liveList.get();
    const fresh = page.lives.filter(({ liveId }) => !known.some((live) => live.liveId === liveId));
    this.#liveList.set([...known, ...fresh]);
    this.#cursor.set(page.cursor);
    return page.lives;
  }

  /** Goes live and enters as host; a live of that id that the user still has running is taken up again. */
  async createLive(params: CreateLiveParams): Promise<LiveInfo> {
    await this.context.login();
    const live = await this.context.engine.execute<'create-live'>({ type: 'create-live', ...params });
    await this.context.currentLive.enter(live.liveId);
    return live;
  }

  /** Enters a running live: its owner as host, anyone else as audience. */
  async joinLive({ liveId }: { liveId: string }): Promise<void> {
    await this.context.login();
    await this.context.currentLive.enter(liveId);
  }

  /** Leaves; a host's live goes on for a while without them. */
  async leaveLive(): Promise<void> {
    await this.context.currentLive.leave();
  }

  /** Ends the host's own live for everybody. */
  async endLive(): Promise<LiveStatistics> {
    const { currentLive } = this.context;
    const { connection } = currentLive;
    const statistics = await executeInLive(this.context, 'end-live', {});
    // The end may have been told before this answer, and another live entered.
    if (currentLive.connection === connection) await currentLive.leave();
    return statistics;
  }

  #noticeEnd({ before, after }: Change<LiveDocument>): void {
    if (!after?.live.endedReason || before?.live.endedReason) return;
    const { liveId, endedReason: reason } = after.live;
    void this.context.currentLive.leave();
    this.events.emit('live-ended', { liveId, reason });
  }
}
