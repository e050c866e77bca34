import type { Clock, Deadline } from './ports.js';

/**
 * Wakes the referee when a record's time may have come; one alarm per record, at the earliest of all claims. Claims
 * arrive in any order, so a later one never puts an earlier one off: whoever is woken in vain claims what they then
 * see.
 */
export class Alarms {
  readonly #armed = new Map<string, { at: number; cancel: () => void }>();

  constructor(
    private readonly clock: Clock,
    private readonly onDue: (deadline: Deadline) => void,
  ) {}

  /** Sets the alarm of a record, or moves it forward. */
  claim(deadline: Deadline): void {
    const { key } = deadline;
    const armed = this.#armed.get(key);
    if (armed && armed.at <= deadline.at) return;
    armed?.cancel();
    const cancel = this.clock.wakeAt(deadline.at, () => {
      this.#armed.delete(key);
      this.onDue(deadline);
    });
    this.#armed.set(key, { at: deadline.at, cancel });
  }

  clear(): void {
    for (const { cancel } of this.#armed.values()) cancel();
    this.#armed.clear();
  }
}
