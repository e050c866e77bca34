interface Score {
  userId: string;
  points: number;
}

/**
 * Boards that are made ahead and used in turn: a new object with an entry for each of 450 users would cost a tenth of
 * what hand-written DOM costs to draw a score. A board that was handed over keeps its entries for the next `size` - 1
 * scores.
 */
export class BoardRing {
  readonly #boards: readonly Record<string, number>[];
  /** The last scores, as many as there are boards. */
  readonly #recent: readonly Score[];
  #at = 0;

  constructor(userIds: readonly string[], size: number) {
    const totals = userIds.map((userId) => [userId, 0] as const);
    this.#boards = Array.from({ length: size }, () => Object.fromEntries(totals));
    this.#recent = Array.from({ length: size }, () => ({ userId: userIds[0]!, points: 0 }));
  }

  add(userId: string, points: number): void {
    const score = this.#recent[this.#at]!;
    score.userId = userId;
    score.points = points;
    const size = this.#boards.length;
    this.#at = (this.#at + 1) % size;
    const board = this.#boards[this.#at]!;
    // From the oldest score on: the board lacks all that came since its last turn.
    for (let step = 0; step < size; step++) {
      const { userId, points } = this.#recent[(this.#at + step) % size]!;
      board[userId] = points;
    }
  }

  get current(): Readonly<Record<string, number>> {
    return this.#boards[this.#at]!;
  }
}
