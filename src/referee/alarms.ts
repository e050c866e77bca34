import type { Clock, Deadline } from './ports.js';

/** Wakes the referee when a record's time has come; one alarm per record. */
export class Alarms {
  readonly #armed = new Map<string, { at: number; cancel: () => void }>();

  constructor(
    private readonly clock: Clock,
    private readonly onDue: (deadline: Deadline) => void,
  ) {}

  /** Sets, moves or (with null) clears the alarm of a record. */
  set(key: string, deadline: Omit<Deadline, 'key'> | null): void {
    const armed = this.#armed.get(key);
    if (armed?.at === deadline?.at) return;
    armed?.cancel();
    this.#armed.delete(key);
    if (!deadline) return;
    const cancel = this.clock.wakeAt(deadline.at, () => {
      this.#armed.delete(key);
      this.onDue({ key, ...deadline });
    });
    this.#armed.set(key, { at: deadline.at, cancel });
  }

  clear(): void {
    for (const { cancel } of this.#armed.values()) cancel();
    this.#armed.clear();
  }
}
