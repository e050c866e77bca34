/** A side of a battle, a host or a team, to be ranked. */
export interface RankedSide {
  /** Null while points of one of its hosts are hidden. */
  readonly score: number | null;
  /** Whether all its hosts have left. */
  readonly isGone: boolean;
  /** 1 is first; sides with equal scores share a rank. Null while the score is hidden. */
  rank: number | null;
}

/**
 * Sorts sides by place and sets their ranks, both in place. Sides that left rank behind all others. Sides with hidden
 * scores have no rank and come last; the others rank among themselves. Insertion sort: a new board moves few sides, and
 * sides that are sorted already cost one comparison each.
 * @returns Whether a rank changed.
 */
export function rankSides(sides: RankedSide[]): boolean {
  for (let end = 1; end < sides.length; end++) {
    const side = sides[end]!;
    let place = end;
    while (place > 0 && isAhead(side, sides[place - 1]!)) {
      sides[place] = sides[place - 1]!;
      place--;
    }
    sides[place] = side;
  }
  let isChanged = false;
  for (let index = 0; index < sides.length; index++) {
    const side = sides[index]!;
    const before = sides[index - 1];
    const shared = before && !isAhead(before, side) ? before.rank : index + 1;
    const rank = side.score === null ? null : shared;
    isChanged ||= rank !== side.rank;
    side.rank = rank;
  }
  return isChanged;
}

function isAhead(a: RankedSide, b: RankedSide): boolean {
  if (a.score === null || b.score === null) return a.score !== null && b.score === null;
  return a.isGone === b.isGone ? a.score > b.score : b.isGone;
}
