/** What was begun last counts; whatever was begun before it has no say any more. */
export class Turn {
  #count = 0;

  /** Begins a turn. What comes back tells whether none has begun since. */
  begin(): () => boolean {
    const turn = ++this.#count;
    return () => turn === this.#count;
  }
}
