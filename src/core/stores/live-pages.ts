import type { Engine } from '../engine.js';
import { limits } from '../limits.js';
import type { LiveInfo } from '../live.js';
import { signal, type ReadonlySignal } from '../reactivity/signal.js';

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

  /** Each live once. */
  readonly lives: ReadonlySignal<readonly LiveInfo[]> = this.#lives;
  /** Of the next page; empty when there are no more. */
  readonly cursor: ReadonlySignal<string> = this.#cursor;

  constructor(private readonly engine: Pick<Engine, 'fetchLiveList'>) {}

  /** The first page replaces what was fetched, later ones are appended. */
  async fetch({ cursor = '', count = limits.livePageSize }: PageRequest): Promise<readonly LiveInfo[]> {
    const page = await this.engine.fetchLiveList({ cursor, count });
    const known = cursor === '' ? [] : this.#lives.get();
    const fresh = page.lives.filter(({ liveId }) => !known.some((live) => live.liveId === liveId));
    this.#lives.set([...known, ...fresh]);
    this.#cursor.set(page.cursor);
    return page.lives;
  }

  clear(): void {
    this.#lives.set([]);
    this.#cursor.set('');
  }
}
