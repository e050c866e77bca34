import { limits } from '../../limits.js';
import type { LiveInfo } from '../../live/live.js';
import { signal, type ReadonlySignal } from '../../reactivity/signal.js';
import { check, named } from '../../session/named-arguments.js';
import type { SessionContext } from '../../session/session-context.js';

export interface PageRequest {
  /** Default: the first page. */
  cursor?: string;
  /** Lives per page, 1–20. Default 20. */
  count?: number;
}

/** The part of the live list that was fetched so far. */
export class LivePages {
  readonly #lives = signal<readonly LiveInfo[]>([]);
  readonly #cursor = signal('');
  /** Number of lists begun so far: by the fetch of a first page, or by `clear`. */
  #begun = 0;
  /** Number of the list that is shown. A page of an earlier list arrives too late and is not shown. */
  #shown = 0;

  /** Each live once. */
  readonly lives: ReadonlySignal<readonly LiveInfo[]> = this.#lives;
  /** Cursor of the next page; empty after the last page. */
  readonly cursor: ReadonlySignal<string> = this.#cursor;

  constructor(private readonly context: Pick<SessionContext, 'engine' | 'login'>) {}

  /**
   * Fetches a page. The first page replaces the list, later pages are appended.
   * @throws LiveError `invalidParameter`.
   */
  async fetch(request: PageRequest): Promise<readonly LiveInfo[]> {
    const { cursor = '', count = limits.livePageSize } = named(request);
    check(typeof cursor === 'string', 'cursor must be a text');
    const isPageSize = Number.isInteger(count) && count >= 1 && count <= limits.livePageSize;
    check(isPageSize, `count must be a whole number from 1 to ${limits.livePageSize}`);
    const isFirst = cursor === '';
    const list = isFirst ? ++this.#begun : this.#shown;
    const next = this.#cursor.get();
    await this.context.login();
    const page = await this.context.engine.fetchLiveList({ cursor, count });
    if (isFirst ? list < this.#shown : list !== this.#shown) return page.lives;
    this.#shown = list;
    const known = isFirst ? [] : this.#lives.get();
    const fresh = page.lives.filter(({ liveId }) => !known.some((live) => live.liveId === liveId));
    this.#lives.set([...known, ...fresh]);
    // The same page may have been fetched twice, and the next page may be here already.
    if (isFirst || next === this.#cursor.get()) this.#cursor.set(page.cursor);
    return page.lives;
  }

  clear(): void {
    this.#shown = ++this.#begun;
    this.#lives.set([]);
    this.#cursor.set('');
  }
}
