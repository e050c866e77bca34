import type { Log } from '../log.js';
import { isAnswer } from './room-service.js';

/** Milliseconds until the same refusal is logged again. */
const sayAgainAfter = 60_000;
/** Messages of refusals that are remembered. */
const mostRemembered = 100;

/** Logs trouble with LiveKit for the operator: an outage once, the same refusal at most once a minute. */
export class Outage {
  #isAway = false;
  readonly #refusals = new Map<string, number>();

  constructor(private readonly log: Log) {}

  failed(error: unknown): void {
    if (isAnswer(error)) this.#refused(messageOf(error));
    else if (!this.#isAway) {
      this.#isAway = true;
      this.log(`LiveKit does not answer: ${messageOf(error)}`);
    }
  }

  /** A call has worked. */
  over(): void {
    if (!this.#isAway) return;
    this.#isAway = false;
    this.log('LiveKit answers again');
  }

  #refused(message: string): void {
    const now = Date.now();
    if (now - (this.#refusals.get(message) ?? 0) < sayAgainAfter) return;
    if (this.#refusals.size >= mostRemembered) this.#refusals.clear();
    this.#refusals.set(message, now);
    this.log(`LiveKit refused a call: ${message}`);
  }
}

function messageOf(error: unknown): string {
  if (!(error instanceof Error)) return String(error);
  // Node's fetch says only "fetch failed"; the reason is in the cause.
  return error.cause instanceof Error ? `${error.message}: ${error.cause.message}` : error.message;
}
