const firstDelayMs = 300;
const longestDelayMs = 5000;
/** Shorter stays are failures too: whoever throws everybody out at once must not be stormed by them. */
const lastingStayMs = 10_000;

/** Half to all of a span that doubles with every failure: a whole audience must not come back at the same moment. */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const span = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
  return span * (0.5 + random() / 2);
}

/** Waits longer after every failure. */
export class RetryPause {
  #failures = 0;
  #enteredAt = 0;
  #skip: () => void = () => undefined;

  async wait(): Promise<void> {
    await new Promise<void>((resolve) => {
      const timer = setTimeout(resolve, retryDelay(this.#failures++));
      this.#skip = () => {
        clearTimeout(timer);
        resolve();
      };
    });
  }

  /** Ends the wait under way: there is reason to believe that now is better than later. */
  skip(): void {
    this.#skip();
  }

  /** A stay begins. */
  entered(): void {
    this.#enteredAt = Date.now();
  }

  /** The stay is over; if it lasted, this loss is a first one. */
  lost(): void {
    if (Date.now() - this.#enteredAt >= lastingStayMs) this.reset();
  }

  /** After a success. */
  reset(): void {
    this.#failures = 0;
  }
}
