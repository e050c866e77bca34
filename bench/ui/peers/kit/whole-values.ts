interface Change {
  userId: string;
  value: number;
}

/**
 * Whole values, such as a board, that are made ahead and used in turn: making a new one with an entry for each of 450
 * users would be the feed's cost, and would count as the kit's. A value that was handed over keeps its entries for the
 * next `size` - 1 changes.
 */
export class WholeValues<T> {
  readonly #values: readonly T[];
  /** The last changes, as many as there are values. */
  readonly #recent: readonly Change[];
  #at = 0;

  /** @param write Changes one user's entry. */
  constructor(
    size: number,
    make: () => T,
    first: Change,
    private readonly write: (into: T, userId: string, value: number) => void,
  ) {
    this.#values = Array.from({ length: size }, make);
    this.#recent = Array.from({ length: size }, () => ({ ...first }));
  }

  add(userId: string, value: number): void {
    const change = this.#recent[this.#at]!;
    change.userId = userId;
    change.value = value;
    const size = this.#values.length;
    this.#at = (this.#at + 1) % size;
    // From the oldest change on: the value lacks all that came since its last turn.
    for (let step = 0; step < size; step++) {
      const { userId, value } = this.#recent[(this.#at + step) % size]!;
      this.write(this.current, userId, value);
    }
  }

  get current(): T {
    return this.#values[this.#at]!;
  }
}
