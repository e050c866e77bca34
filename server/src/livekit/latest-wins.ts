import { setTimeout as wait } from 'node:timers/promises';
import { retryDelay } from './retry-delay.js';

export interface LatestWinsOptions {
  /** Sends the newest state. If it rejects, it is called again later. */
  send: () => Promise<void>;
  /** Milliseconds from the end of one sending to the start of the next. Default 0. */
  pause?: number;
  /** Milliseconds from the first failure to the next sending; each further failure doubles it, up to 5 s. */
  retryAfter: number;
  signal: AbortSignal;
  onFailure: (error: unknown) => void;
  onSuccess: () => void;
  /** Whether the same state would fail again. Then only the next change is sent, after the same wait. */
  isFinal: (error: unknown) => boolean;
}

/** Keeps a receiver up to date about one absolute value: one sending at a time, the newest state each time. */
export class LatestWins {
  #isWanted = false;
  #isRunning = false;
  /** Sendings in a row that failed. */
  #failures = 0;

  constructor(private readonly options: LatestWinsOptions) {}

  /** The value has changed. */
  mark(): void {
    this.#isWanted = true;
    if (!this.#isRunning) void this.#run();
  }

  get isIdle(): boolean {
    return !this.#isRunning;
  }

  async #run(): Promise<void> {
    this.#isRunning = true;
    const { send, pause = 0, retryAfter, signal, onFailure, onSuccess, isFinal } = this.options;
    while (this.#isWanted && !signal.aborted) {
      this.#isWanted = false;
      try {
        await send();
        this.#failures = 0;
        onSuccess();
      } catch (error) {
        if (signal.aborted) break;
        onFailure(error);
        this.#failures++;
        if (!isFinal(error)) this.#isWanted = true;
      }
      const delay = Math.max(pause, retryDelay(this.#failures, retryAfter));
      await wait(delay, undefined, { signal }).catch(() => undefined);
    }
    this.#isRunning = false;
  }
}
