import type { Act } from './action.js';

/** How often each command was tried, and with what success: a proof over commands that never succeed is none. */
export class Tally {
  readonly done = new Map<Act, number>();
  readonly refused = new Map<Act, number>();

  get commands(): number {
    return [...this.done.values(), ...this.refused.values()].reduce((sum, count) => sum + count, 0);
  }

  count(act: Act, isDone: boolean): void {
    const counts = isDone ? this.done : this.refused;
    counts.set(act, (counts.get(act) ?? 0) + 1);
  }
}
