import type { LiveCanvas } from '../seat/seat.js';

/** A voice seat, avatar and name, in units of a phone 360 wide; sizes and row spacing are those of AtomicXCore. */
export const voiceSeat = { w: 50, h: 72, rowSpacing: 22 } as const;
export const phoneWidth = 360;

/** Free space before, between and after so many seats spread evenly over a width, in units. */
export function evenSpacing(seats: number, width: number): number {
  return (width - seats * voiceSeat.w) / (seats + 1);
}

/** Canvas pixels of a unit: what a phone as wide as the shorter edge has, less when the rows would not fit the room. */
export function unitFor(rows: number, room: number, { w, h }: LiveCanvas): number {
  const height = rows * (voiceSeat.h + voiceSeat.rowSpacing) - voiceSeat.rowSpacing;
  return Math.min(Math.min(w, h) / phoneWidth, room / height);
}
