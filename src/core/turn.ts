/** Tells the latest of several runs: only the run begun last counts. */
export class Turn {
  #count = 0;

  /** Begins a run. Returns a function that tells whether it is still the latest. */
  begin(): () => boolean {
    const turn = ++this.#count;
    return () => turn === this.#count;
  }
}
