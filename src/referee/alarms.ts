import type { Clock, Deadline } from './ports.js';

/**
 * Wakes the referee when a record may be due. Each record has one alarm, at the earliest time claimed. Claims arrive in
 * any order, so a later time never replaces an earlier one. A referee that is woken too early claims again.
 */
export class Alarms {
  readonly #armed = new Map<string, { at: number; cancel: () => void }>();

  constructor(
    private readonly clock: Clock,
    private readonly onDue: (deadline: Deadline) => void,
  ) {}

  /** Sets the alarm of a record, or moves it to an earlier time. */
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
