/** Calls `then` once when the frame ends. Returns the function that cancels the call. */
export type NextFrame = (then: () => void) => () => void;

/**
 * Acts at most once a frame. What is requested after an idle frame is done in a microtask, together with all that is
 * requested before it. Further requests are done together when the frame ends.
 */
export class OncePerFrame {
  #isDue = false;
  /** Cancels the present wait, for the microtask or for the end of the frame; null while nothing is waited for. */
  #cancelWait: (() => void) | null = null;

  constructor(
    private readonly nextFrame: NextFrame,
    private readonly act: () => void,
  ) {}

  request(): void {
    this.#isDue = true;
    if (!this.#cancelWait) this.#actAfter(inMicrotask);
  }

  /** Forgets what is due. */
  stop(): void {
    this.#isDue = false;
    this.#cancelWait?.();
    this.#cancelWait = null;
  }

  #actAfter(wait: NextFrame): void {
    this.#cancelWait = wait(() => {
      this.#cancelWait = null;
      if (!this.#isDue) return;
      this.#isDue = false;
      this.#actAfter(this.nextFrame);
      this.act();
    });
  }
}

function inMicrotask(then: () => void): () => void {
  let isCancelled = false;
  queueMicrotask(() => {
    if (!isCancelled) then();
  });
  return () => (isCancelled = true);
}
