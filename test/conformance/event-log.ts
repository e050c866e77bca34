import { onSessionEvent, type LiveSession, type SessionEvents } from '../../src/core/index.js';
import { appears, equal } from './assertions.js';

/** All events of a session since the log was made. */
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

  /** Waits for the first event of that name; an event that has come already counts. */
  async first<K extends keyof SessionEvents>(name: K): Promise<SessionEvents[K]> {
    return await appears(() => this.all(name)[0], `${this.who} hears ${name}`);
  }

  /** All events of that name so far, in order. */
  all<K extends keyof SessionEvents>(name: K): SessionEvents[K][] {
    return this.#entries.filter((entry) => entry.name === name).map(({ payload }) => payload as SessionEvents[K]);
  }

  /** The names of all events so far, in order. */
  names(): (keyof SessionEvents)[] {
    return this.#entries.map(({ name }) => name);
  }

  /** How often an event has come so far. */
  count(name: keyof SessionEvents): number {
    return this.all(name).length;
  }

  /** Asserts that an event has not come so far. */
  never(name: keyof SessionEvents): void {
    equal(this.count(name), 0, `events ${name} that ${this.who} heard`);
  }

  /** Forgets all events so far. */
  clear(): void {
    this.#entries.length = 0;
  }
}
