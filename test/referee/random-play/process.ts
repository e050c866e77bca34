import type { Bus, BusMessage, Clock, Scope, Slice, Store, Work } from '../../../src/referee/index.js';
import { checkOrder } from './check-change.js';
import type { Mirror } from './mirror.js';

/** What everybody gets who is waiting for a process that has died. */
export class Crash extends Error {}

interface Surroundings {
  store: Store;
  bus: Bus;
  clock: Clock;
  mirror: Mirror;
  /** How many turns of the event loop's queue a call to the store takes. */
  pause: () => number;
}

/** The ports of one process: it may die between any two of its steps, and then does nothing any more. */
export class Process {
  #stepsLeft = Number.POSITIVE_INFINITY;
  #isDead = false;

  constructor(private readonly around: Surroundings) {}

  get isDead(): boolean {
    return this.#isDead;
  }

  /** A step: asking the store, deciding, committing, and each message. */
  dieAfter(steps: number): void {
    this.#stepsLeft = steps;
  }

  kill(): void {
    this.#isDead = true;
  }

  readonly bus: Bus = {
    publish: (message: BusMessage): void => {
      this.#step();
      this.around.bus.publish(message);
    },
  };

  readonly clock: Clock = {
    now: () => this.around.clock.now(),
    wakeAt: (at, wake) =>
      this.#isDead
        ? () => undefined
        : this.around.clock.wakeAt(at, () => {
            if (!this.#isDead) wake();
          }),
  };

  readonly store: Store = {
    transact: async <T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> => {
      await this.#reach();
      const value = await this.around.store.transact(scope, (before) => {
        const done = this.#decide(before, work);
        if ('missing' in done) return done;
        this.#step();
        checkOrder(done.events);
        this.around.mirror.note(before, done);
        return done;
      });
      await this.#reach();
      return value;
    },
    read: async (scope) => {
      await this.#reach();
      return await this.around.store.read(scope);
    },
    listLives: async (page) => await this.around.store.listLives(page),
    runningLiveIds: async () => await this.around.store.runningLiveIds(),
    pendingScopes: async () => await this.around.store.pendingScopes(),
    ledger: async (battleId) => await this.around.store.ledger(battleId),
  };

  /** Whatever rules do with what they are given: they decide, and never throw. */
  #decide<T>(before: Slice, work: (slice: Slice) => Work<T>): Work<T> {
    try {
      return work(before);
    } catch (error) {
      throw new Error(`a decision threw ${String(error)}`, { cause: error });
    }
  }

  async #reach(): Promise<void> {
    this.#step();
    for (let turns = this.around.pause(); turns > 0; turns--) await Promise.resolve();
    if (this.#isDead) throw new Crash('this process is dead');
  }

  #step(): void {
    if (this.#isDead || this.#stepsLeft <= 0) {
      this.#isDead = true;
      throw new Crash('this process is dead');
    }
    this.#stepsLeft--;
  }
}
