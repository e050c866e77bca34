const firstDelayMs = 300;
const longestDelayMs = 5000;
/** A shorter stay counts as a failure: a LiveKit that drops everybody at once must not be flooded with rejoins. */
const lastingStayMs = 10_000;

/**
 * Milliseconds until the next try: half to all of a span that doubles with every failure. It is random, so that a whole
 * audience does not come back at the same moment.
 */
export function retryDelay(failures: number, random: () => number = Math.random): number {
  const span = Math.min(longestDelayMs, firstDelayMs * 2 ** Math.min(failures, 10));
  return span * (0.5 + random() / 2);
}

/** The pause before the next try, longer after every failure. */
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

  /** Ends the present wait at once. */
  skip(): void {
    this.#skip();
  }

  /** The room has been entered. */
  entered(): void {
    this.#enteredAt = Date.now();
  }

  /** The room is lost. After a long enough stay, failures are counted from zero again. */
  lost(): void {
    if (Date.now() - this.#enteredAt >= lastingStayMs) this.reset();
  }

  /** Counts failures from zero again. */
  reset(): void {
    this.#failures = 0;
  }
}
