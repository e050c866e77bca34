import type { LiveError } from '../../../src/core/index.js';
import { MemoryStore, Referee, type Grace, type Store } from '../../../src/referee/index.js';
import { FakeClock } from '../../fake-clock.js';
import { Mirror } from './mirror.js';
import { everybody } from './people.js';
import { Crash, Process } from './process.js';
import { Told } from './told.js';

export interface ArenaOptions {
  grace: Partial<Grace>;
  /** How many turns each call to the store takes. Default: none. */
  pause?: () => number;
  store?: Store;
  mirror?: Mirror;
  clock?: FakeClock;
  firstId?: number;
}

/** A referee over a store that outlives it, on a clock that nobody may trust, and all that it has told. */
export class Arena {
  readonly clock: FakeClock;
  readonly store: Store;
  readonly mirror: Mirror;
  readonly told = new Told();
  readonly errors: LiveError[] = [];
  process!: Process;
  referee!: Referee;
  #ids: number;
  readonly grace: Partial<Grace>;
  readonly #pause: () => number;

  constructor({ grace, pause, store, mirror, clock, firstId }: ArenaOptions) {
    this.grace = grace;
    this.#pause = pause ?? (() => 0);
    this.store = store ?? new MemoryStore();
    this.mirror = mirror ?? new Mirror();
    this.clock = clock ?? new FakeClock();
    this.#ids = firstId ?? 0;
    this.#open();
  }

  /** The number of the next id. */
  get nextId(): number {
    return this.#ids;
  }

  /** A new process over the same store; whatever the old one was doing, it does no more. */
  async restart(): Promise<void> {
    this.process.kill();
    this.referee.stop();
    this.#open();
    await this.referee.start();
    // Whoever has lost the referee asks for everything when it is back.
    for (const [liveId, { kicked, info }] of this.mirror.lives) {
      for (const userId of everybody) {
        // Whoever was put out of a running live may not ask.
        if (info.endedAt === null && kicked.includes(userId)) continue;
        const { document, personal } = (await this.referee.view(liveId, userId))!;
        this.told.catchUp({ topic: 'document', liveId, document });
        this.told.catchUp({ topic: 'personal', liveId, userId, personal });
      }
    }
  }

  /** Rings what is due, and lets it take its effect. */
  async ring(): Promise<void> {
    await this.clock.advance(0);
  }

  #open(): void {
    const { clock, store, mirror } = this;
    const bus = { publish: this.told.hear.bind(this.told) };
    const process = new Process({ store, bus, clock, mirror, pause: this.#pause });
    this.process = process;
    this.referee = new Referee({
      store: process.store,
      bus: process.bus,
      clock: process.clock,
      newId: () => `id-${this.#ids++}`,
      grace: this.grace,
      onError: (error) => {
        if (error.cause instanceof Crash) return;
        this.errors.push(error);
        // It would be tried again every second.
        process.kill();
      },
    });
  }
}
