import { createEngine, LiveSession, type EngineOptions } from '../../core/index.js';

/** What the properties of a `<live-session>` ask for. */
export interface Wanted {
  /** The page's own session. */
  given: LiveSession | null;
  /** How to make a session, and a key that changes with it; null to make none. */
  make: { engine: string; options: EngineOptions; key: string } | null;
  /** The live to be in; empty for none. */
  liveId: string;
}

/**
 * Makes the wanted session and joins the wanted live, one step after another. It undoes only its own steps: it never
 * logs out a session of the page, and never leaves a live that the page entered.
 */
export class SessionFollower {
  #made: { session: LiveSession; key: string } | null = null;
  #joined: { session: LiveSession; liveId: string } | null = null;
  #work: Promise<void> = Promise.resolve();

  constructor(
    private readonly onSession: (session: LiveSession | null) => void,
    private readonly onError: (error: unknown) => void,
  ) {}

  /** Reads `wanted` when the earlier steps are done, so that only the last of many changes counts. */
  follow(wanted: () => Wanted): void {
    this.#work = this.#work.then(() => this.#step(wanted())).catch(this.onError);
  }

  async #step({ given, make, liveId }: Wanted): Promise<void> {
    const key = given ? null : (make?.key ?? null);
    if (this.#made && this.#made.key !== key) await this.#end();
    if (!given && make && !this.#made) await this.#make(make);
    const session = given ?? this.#made?.session ?? null;
    if (this.#joined && (this.#joined.session !== session || this.#joined.liveId !== liveId)) await this.#leave();
    this.onSession(session);
    if (session && liveId && !this.#joined && liveIdOf(session) !== liveId) {
      // Noted before the join: a failed join is not tried again until something changes.
      this.#joined = { session, liveId };
      await session.liveListStore.joinLive({ liveId });
    }
  }

  async #make({ engine, options, key }: NonNullable<Wanted['make']>): Promise<void> {
    this.#made = { session: new LiveSession({ engine: await createEngine(engine, options) }), key };
  }

  async #leave(): Promise<void> {
    const { session, liveId } = this.#joined!;
    this.#joined = null;
    if (liveIdOf(session) === liveId) await session.liveListStore.leaveLive();
  }

  async #end(): Promise<void> {
    const { session } = this.#made!;
    this.#made = null;
    this.#joined = null;
    this.onSession(null);
    await session.logout();
  }
}

function liveIdOf({ liveListStore }: LiveSession): string | undefined {
  return liveListStore.currentLive.get()?.liveId;
}
