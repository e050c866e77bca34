/** The place of a seat in a layout of two sides. */
export interface FacingPlace {
  /** -1: left of the middle line; 1: right of it. */
  side: -1 | 1;
  row: number;
  /** From 0 at the middle line, outwards. */
  column: number;
}

/**
 * Even seats stand left, odd seats right; each side fills row by row from the middle line outwards. So the first two
 * seats meet in the middle, the sides differ by at most one seat, and a newcomer changes nobody's side.
 */
export function facingPlace(seat: number, columns: number): FacingPlace {
  const inSide = Math.floor(seat / 2);
  return { side: seat % 2 === 0 ? -1 : 1, row: Math.floor(inSide / columns), column: inSide % columns };
}
