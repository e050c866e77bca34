import type { LiveDocument } from '../documents.js';
import type { Engine, LiveConnection, LiveSink } from '../engine.js';
import { LiveError, LiveErrorCode, toLiveError } from '../live-error.js';
import type { LiveFeed } from './live-feed.js';

/** The one live that a session is in, and its connection. */
export class CurrentLive {
  #connection: LiveConnection | null = null;
  /** Marks one visit, from entering to leaving. What belongs to an earlier visit is ignored. */
  #visit: symbol | null = null;
  readonly #onEnter: ((connection: LiveConnection) => void)[] = [];
  readonly #onLeave: (() => void)[] = [];

  constructor(
    private readonly engine: Engine,
    readonly feed: LiveFeed,
  ) {}

  /** The connection of the current live; null outside a live and while it is still being entered. */
  get connection(): LiveConnection | null {
    return this.#connection;
  }

  /** The listener is called with the connection of each live once it is entered. */
  onEnter(listener: (connection: LiveConnection) => void): void {
    this.#onEnter.push(listener);
  }

  /** The listener is called when a live was left or could not be entered. */
  onLeave(listener: () => void): void {
    this.#onLeave.push(listener);
  }

  /** The document of the current live. @throws LiveError `notInLive`. */
  get document(): LiveDocument {
    const document = this.feed.currentDocument.get();
    if (!document) throw new LiveError(LiveErrorCode.notInLive, 'no live has been created or joined');
    return document;
  }

  /** The id of the current live. @throws LiveError `notInLive`. */
  get liveId(): string {
    return this.document.live.liveId;
  }

  /**
   * Enters a live; if that fails, the session is in none.
   * @param prepare What must be done before joining, such as the login. Not called while in another live. Meanwhile the
   * engine loads its code.
   * @throws LiveError `requestConflict` while in another live, or when the live was left before it was entered;
   * otherwise what `prepare` and the engine throw.
   */
  async enter(liveId: string, prepare: () => Promise<unknown>): Promise<void> {
    // Whoever is told of the end of a live may enter the next one at once. The session leaves the old one right after.
    await Promise.resolve();
    if (this.#visit) throw new LiveError(LiveErrorCode.requestConflict, 'leave the current live first');
    const visit = Symbol(liveId);
    this.#visit = visit;
    const isCurrent = (): boolean => this.#visit === visit;
    // Every update passes here: those of a live that was left are dropped, so they never reach the next one.
    const sink: LiveSink = {
      receive: (update) => {
        if (isCurrent()) this.feed.receive(update);
      },
    };
    sink.receive({ type: 'connection', state: 'connecting' });
    // If its code cannot be loaded, `join` says so.
    this.engine.preload?.().catch(() => undefined);
    let connection: LiveConnection;
    try {
      await prepare();
      if (!isCurrent()) throw leftTooEarly();
      connection = await this.engine.join(liveId, sink);
    } catch (error) {
      if (isCurrent()) await this.leave();
      throw toLiveError(error);
    }
    if (!isCurrent()) {
      await connection.close();
      throw leftTooEarly();
    }
    this.#connection = connection;
    for (const listener of this.#onEnter) listener(connection);
  }

  async leave(): Promise<void> {
    const connection = this.#connection;
    this.#connection = null;
    this.#visit = null;
    this.feed.clear();
    for (const listener of this.#onLeave) listener();
    await connection?.close();
  }
}

function leftTooEarly(): LiveError {
  return new LiveError(LiveErrorCode.requestConflict, 'the live was left before it was entered');
}
