/** Delivers what is posted later and in order, as a network does, and nothing more once it is closed. */
export class Mailbox {
  readonly #letters: (() => void)[] = [];
  #arrived = 0;
  #isHeld = true;
  #isClosed = false;

  /** `later` calls back when a letter that is sent now arrives. Held at first. */
  constructor(private readonly later: (arrive: () => void) => void) {}

  post(letter: () => void): void {
    if (this.#isClosed) return;
    this.#letters.push(letter);
    this.later(() => {
      this.#arrived++;
      this.#deliver();
    });
  }

  /** Ends the holding; what has arrived meanwhile is delivered now. */
  release(): void {
    this.#isHeld = false;
    this.#deliver();
  }

  close(): void {
    this.#isClosed = true;
    this.#letters.length = 0;
  }

  #deliver(): void {
    while (!this.#isHeld && !this.#isClosed && this.#arrived > 0) {
      this.#arrived--;
      this.#letters.shift()?.();
    }
  }
}
