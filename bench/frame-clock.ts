import type { Clock } from '../src/referee/index.js';

/** A clock that stands still until a frame is over. */
export class FrameClock implements Clock {
  readonly #alarms = new Set<{ at: number; wake: () => void }>();
  #now = 1_800_000_000_000;

  now(): number {
    return this.#now;
  }

  wakeAt(at: number, wake: () => void): () => void {
    const alarm = { at, wake };
    this.#alarms.add(alarm);
    return () => this.#alarms.delete(alarm);
  }

  /** Lets 17 ms pass. */
  endFrame(): void {
    this.#now += 17;
    for (const alarm of [...this.#alarms]) {
      if (alarm.at > this.#now) continue;
      this.#alarms.delete(alarm);
      alarm.wake();
    }
  }
}
