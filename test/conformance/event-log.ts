import { onSessionEvent, type LiveSession, type SessionEvents } from '../../src/core/index.js';
import { appears, equal } from './assertions.js';

/** Everything that the stores of a session told, from the moment the log was begun. */
export class EventLog {
  readonly #entries: { name: keyof SessionEvents; payload: SessionEvents[keyof SessionEvents] }[] = [];

  constructor(
    private readonly who: string,
    session: LiveSession,
  ) {
    onSessionEvent(session, (name, payload) => {
      this.#entries.push({ name, payload });
    });
  }

  /** Waits for the first event of that name, or takes it if it has come already. */
  async first<K extends keyof SessionEvents>(name: K): Promise<SessionEvents[K]> {
    return await appears(() => this.all(name)[0], `${this.who} hears ${name}`);
  }

  /** What has come under that name so far, in its order. */
  all<K extends keyof SessionEvents>(name: K): SessionEvents[K][] {
    return this.#entries.filter((entry) => entry.name === name).map(({ payload }) => payload as SessionEvents[K]);
  }

  /** The names of all that has come so far, in its order. */
  names(): (keyof SessionEvents)[] {
    return this.#entries.map(({ name }) => name);
  }

  /** How often an event has come so far. */
  count(name: keyof SessionEvents): number {
    return this.all(name).length;
  }

  /** An event has not come, at least not so far. */
  never(name: keyof SessionEvents): void {
    equal(this.count(name), 0, `events ${name} that ${this.who} heard`);
  }

  /** Forgets what has come so far. */
  clear(): void {
    this.#entries.length = 0;
  }
}
