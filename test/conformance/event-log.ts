import type { BattleEvents, CoHostEvents, LiveListEvents, LiveSession } from '../../src/core/index.js';
import { appears, equal } from './assertions.js';

type AllEvents = LiveListEvents & CoHostEvents & BattleEvents;

/** Everything that the stores of a session told, from the moment the log was begun. */
export class EventLog {
  readonly #entries: { name: keyof AllEvents; payload: AllEvents[keyof AllEvents] }[] = [];

  constructor(
    private readonly who: string,
    { liveListStore, coHostStore, battleStore }: LiveSession,
  ) {
    liveListStore.events.onAny((name, payload) => this.#entries.push({ name, payload }));
    coHostStore.events.onAny((name, payload) => this.#entries.push({ name, payload }));
    battleStore.events.onAny((name, payload) => this.#entries.push({ name, payload }));
  }

  /** Waits for the first event of that name, or takes it if it has come already. */
  async first<K extends keyof AllEvents>(name: K): Promise<AllEvents[K]> {
    return await appears(() => this.#all(name)[0], `${this.who} hears ${name}`);
  }

  /** How often an event has come so far. */
  count(name: keyof AllEvents): number {
    return this.#all(name).length;
  }

  /** An event has not come, at least not so far. */
  never(name: keyof AllEvents): void {
    equal(this.count(name), 0, `events ${name} that ${this.who} heard`);
  }

  /** Forgets what has come so far. */
  clear(): void {
    this.#entries.length = 0;
  }

  #all<K extends keyof AllEvents>(name: K): AllEvents[K][] {
    return this.#entries.filter((entry) => entry.name === name).map(({ payload }) => payload as AllEvents[K]);
  }
}
