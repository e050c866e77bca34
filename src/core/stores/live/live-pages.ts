import { limits } from '../../limits.js';
import type { LiveInfo } from '../../live/live.js';
import { signal, type ReadonlySignal } from '../../reactivity/signal.js';
import { check, named } from '../../session/named-arguments.js';
import type { SessionContext } from '../../session/session-context.js';

export interface PageRequest {
  /** Default: the first page. */
  cursor?: string;
  /** Lives a page. Default and most: 20. */
  count?: number;
}

/** The live list as fetched so far, page by page. */
export class LivePages {
  readonly #lives = signal<readonly LiveInfo[]>([]);
  readonly #cursor = signal('');
  /** Lists begun so far, by asking for a first page or by clearing. */
  #begun = 0;
  /** Which of them is shown; pages of an earlier one come too late. */
  #shown = 0;

  /** Each live once. */
  readonly lives: ReadonlySignal<readonly LiveInfo[]> = this.#lives;
  /** Of the next page; empty when there are no more. */
  readonly cursor: ReadonlySignal<string> = this.#cursor;

  constructor(private readonly context: Pick<SessionContext, 'engine' | 'login'>) {}

  /** The first page replaces what was fetched, later ones are appended. @throws LiveError `invalidParameter`. */
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
    // The same page may have been asked for twice, and the one after it be there already.
    if (isFirst || next === this.#cursor.get()) this.#cursor.set(page.cursor);
    return page.lives;
  }

  clear(): void {
    this.#shown = ++this.#begun;
    this.#lives.set([]);
    this.#cursor.set('');
  }
}
