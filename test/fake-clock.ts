import type { Clock } from '../src/referee/index.js';

interface Alarm {
  at: number;
  wake: () => void;
}

/** A clock whose time passes only when a test says so. Runs in Node and in browsers. */
export class FakeClock implements Clock {
  readonly #alarms = new Set<Alarm>();
  #now: number;

  /** @param now Epoch milliseconds; by default an arbitrary instant. */
  constructor(now = 1_800_000_000_000) {
    this.#now = now;
  }

  /** Number of alarms that are set. */
  get pending(): number {
    return this.#alarms.size;
  }

  now(): number {
    return this.#now;
  }

  wakeAt(at: number, wake: () => void): () => void {
    const alarm = { at, wake };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Lets time pass (milliseconds). Rings the alarms that fall due, in order, and waits until each has taken effect. */
  async advance(ms: number): Promise<void> {
    const until = this.#now + ms;
    await settled();
    for (let alarm = this.#nextUntil(until); alarm; alarm = this.#nextUntil(until)) {
      this.#now = Math.max(this.#now, alarm.at);
      this.#alarms.delete(alarm);
      alarm.wake();
      await settled();
    }
    this.#now = until;
  }

  /** Moves time on (milliseconds) without ringing alarms, as when the process sleeps. */
  skip(ms: number): void {
    this.#now += ms;
  }

  #nextUntil(until: number): Alarm | undefined {
    return [...this.#alarms].filter(({ at }) => at <= until).sort((a, b) => a.at - b.at)[0];
  }
}

/** Resolves once everything is done that needs no time. */
export async function settled(): Promise<void> {
  await new Promise<void>((resolve) => {
    const { port1, port2 } = new MessageChannel();
    port1.onmessage = () => {
      port1.close();
      resolve();
    };
    port2.postMessage(null);
  });
  // In Node, a store may commit in a later phase of the event loop than messages, so wait for that phase too.
  const { setImmediate: later } = globalThis as { setImmediate?: (act: () => void) => unknown };
  if (later) await new Promise<void>((resolve) => later(resolve));
}
