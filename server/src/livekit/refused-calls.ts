import type { Clock } from 'live-battles/referee';
import { longestDelay, retryDelay } from './retry-delay.js';

/** Participants for whom LiveKit has refused calls. Each waits longer after each refusal; the others do not wait. */
export class RefusedCalls {
  readonly #refused = new Map<string, { times: number; until: number }>();

  /** @param retryAfter Milliseconds from the first refusal to the next call. */
  constructor(
    private readonly clock: Pick<Clock, 'now'>,
    private readonly retryAfter: number,
  ) {}

  /** Whether no call may be made for the participant yet. */
  mustWait(identity: string): boolean {
    const left = (this.#refused.get(identity)?.until ?? 0) - this.clock.now();
    // No wait is longer, unless the machine's clock was set back.
    return left > 0 && left <= longestDelay;
  }

  refused(identity: string): void {
    const times = (this.#refused.get(identity)?.times ?? 0) + 1;
    this.#refused.set(identity, { times, until: this.clock.now() + retryDelay(times, this.retryAfter) });
  }

  accepted(identity: string): void {
    this.#refused.delete(identity);
  }

  clear(): void {
    this.#refused.clear();
  }
}
