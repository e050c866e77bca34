import type { LiveCanvas } from '../seat/seat.js';

/**
 * Size of a voice seat, avatar and name, in units: a phone is 360 units wide. Source of sizes and row spacing:
 * AtomicXCore.
 */
export const voiceSeat = { w: 50, h: 72, rowSpacing: 22 } as const;
export const phoneWidth = 360;

/** Space in units before, between and after seats that are spread evenly over a width. */
export function evenSpacing(seats: number, width: number): number {
  return (width - seats * voiceSeat.w) / (seats + 1);
}

/**
 * Canvas pixels per unit: the shorter edge of the canvas is 360 units, or more if the rows would not fit into `room`
 * pixels.
 */
export function unitFor(rows: number, room: number, { w, h }: LiveCanvas): number {
  const height = rows * (voiceSeat.h + voiceSeat.rowSpacing) - voiceSeat.rowSpacing;
  return Math.min(Math.min(w, h) / phoneWidth, room / height);
}
