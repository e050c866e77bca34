import type {
  BattleEvents,
  CoGuestEvents,
  CoHostEvents,
  DeviceEvents,
  LiveAudienceEvents,
  LiveListEvents,
  LiveSeatEvents,
  LiveSession,
} from '../../src/core/index.js';
import { appears, equal } from './assertions.js';

type AllEvents = LiveListEvents &
  CoHostEvents &
  BattleEvents &
  LiveSeatEvents &
  CoGuestEvents &
  LiveAudienceEvents &
  DeviceEvents;

/** Everything that the stores of a session told, from the moment the log was begun. */
export class EventLog {
  readonly #entries: { name: keyof AllEvents; payload: AllEvents[keyof AllEvents] }[] = [];

  constructor(
    private readonly who: string,
    session: LiveSession,
  ) {
    const note = (name: keyof AllEvents, payload: AllEvents[keyof AllEvents]): void => {
      this.#entries.push({ name, payload });
    };
    session.liveListStore.events.onAny(note);
    session.coHostStore.events.onAny(note);
    session.battleStore.events.onAny(note);
    session.liveSeatStore.events.onAny(note);
    session.coGuestStore.events.onAny(note);
    session.liveAudienceStore.events.onAny(note);
    session.deviceStore.events.onAny(note);
  }

  /** Waits for the first event of that name, or takes it if it has come already. */
  async first<K extends keyof AllEvents>(name: K): Promise<AllEvents[K]> {
    return await appears(() => this.all(name)[0], `${this.who} hears ${name}`);
  }

  /** What has come under that name so far, in its order. */
  all<K extends keyof AllEvents>(name: K): AllEvents[K][] {
    return this.#entries.filter((entry) => entry.name === name).map(({ payload }) => payload as AllEvents[K]);
  }

  /** How often an event has come so far. */
  count(name: keyof AllEvents): number {
    return this.all(name).length;
  }

  /** An event has not come, at least not so far. */
  never(name: keyof AllEvents): void {
    equal(this.count(name), 0, `events ${name} that ${this.who} heard`);
  }

  /** Forgets what has come so far. */
  clear(): void {
    this.#entries.length = 0;
  }
}
