import type { Engine, LiveConnection } from '../engine.js';
import { LiveError, LiveErrorCode } from '../live-error.js';
import type { LiveFeed } from './live-feed.js';

/** The one live that a session is in, and its connection. */
export class CurrentLive {
  #connection: LiveConnection | null = null;
  /** The entry under way; leaving meanwhile takes its place. */
  #entry: symbol | null = null;
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
    if (this.#connection ?? this.#entry) {
      throw new LiveError(LiveErrorCode.requestConflict, 'leave the current live first');
    }
    const entry = Symbol(liveId);
    this.#entry = entry;
    this.feed.connection('connecting');
    try {
      const connection = await this.engine.join(liveId, this.feed);
      if (this.#entry !== entry) {
        await connection.close();
        throw new LiveError(LiveErrorCode.requestConflict, 'the live was left before it was entered');
      }
      this.#connection = connection;
    } catch (error) {
      if (this.#entry === entry) this.feed.clear();
      throw error;
    } finally {
      if (this.#entry === entry) this.#entry = null;
    }
    for (const listener of this.#onEnter) listener(this.#connection);
  }

  async leave(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    this.#entry = null;
    this.feed.clear();
    await connection?.close();
  }
}
