/** Delivers letters later and in order, as a network does. A closed mailbox delivers nothing. */
export class Mailbox {
  readonly #letters: (() => void)[] = [];
  #arrived = 0;
  #isHeld = true;
  #isClosed = false;

  /** Holds all letters until `release`. @param later Calls back when a letter that is sent now arrives. */
  constructor(private readonly later: (arrive: () => void) => void) {}

  post(letter: () => void): void {
    if (this.#isClosed) return;
    this.#letters.push(letter);
    this.later(() => {
      this.#arrived++;
      this.#deliver();
    });
  }

  /** Delivers the letters that have arrived so far, and holds no more. */
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
