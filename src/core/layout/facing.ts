/** Where a seat is in a layout of two sides. */
export interface FacingPlace {
  /** -1 for left, 1 for right of the middle line. */
  side: -1 | 1;
  row: number;
  /** Counted from the middle line outwards. */
  column: number;
}

/**
 * Seats take turns: even ones left, odd ones right, each side row by row from the middle line outwards. So the first
 * two meet in the middle, sides differ by one seat at most, and nobody changes sides when somebody joins.
 */
export function facingPlace(seat: number, columns: number): FacingPlace {
  const inSide = Math.floor(seat / 2);
  return { side: seat % 2 === 0 ? -1 : 1, row: Math.floor(inSide / columns), column: inSide % columns };
}
