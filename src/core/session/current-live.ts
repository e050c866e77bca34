import type { Engine, LiveConnection } from '../engine.js';
import { LiveError, LiveErrorCode } from '../live-error.js';
import type { LiveFeed } from './live-feed.js';

/** The one live that a session is in, and its connection. */
export class CurrentLive {
  #connection: LiveConnection | null = null;
  #entering: Promise<LiveConnection> | null = null;
  readonly #onEnter: ((connection: LiveConnection) => void)[] = [];

  constructor(
    private readonly engine: Engine,
    readonly feed: LiveFeed,
  ) {}

  /** Null while in no live. */
  get connection(): LiveConnection | null {
    return this.#connection;
  }

  /** Called with every live's connection once it stands. */
  onEnter(listener: (connection: LiveConnection) => void): void {
    this.#onEnter.push(listener);
  }

  /** The id of the current live. @throws LiveError `notInLive`. */
  get liveId(): string {
    const document = this.feed.currentDocument.get();
    if (!document) throw new LiveError(LiveErrorCode.notInLive, 'no live has been created or joined');
    return document.live.liveId;
  }

  /** @throws LiveError `requestConflict` when already in another live. */
  async enter(liveId: string): Promise<void> {
    if (this.#connection ?? this.#entering) {
      throw new LiveError(LiveErrorCode.requestConflict, 'leave the current live first');
    }
    this.feed.connection('connecting');
    this.#entering = this.engine.join(liveId, this.feed);
    try {
      this.#connection = await this.#entering;
    } catch (error) {
      this.feed.clear();
      throw error;
    } finally {
      this.#entering = null;
    }
    for (const listener of this.#onEnter) listener(this.#connection);
  }

  async leave(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    this.feed.clear();
    await connection?.close();
  }
}
