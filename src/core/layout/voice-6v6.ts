import type { LiveCanvas, RegionInfo } from '../seat/seat.js';
import { facingPlace } from './facing.js';
import { regionBetween } from './region-between.js';
import { evenSpacing, phoneWidth, unitFor, voiceSeat } from './voice-seat.js';

const columns = 2;
const rows = 3;
/** Share of the canvas above the seats, and the same below. */
const head = 0.14;

/** Two blocks of six voice seats, one live on each side. The two hosts are next to the middle line. */
export function voice6v6(count: number, canvas: LiveCanvas): RegionInfo[] {
  const unit = unitFor(rows, canvas.h * (1 - 2 * head), canvas);
  const spacing = evenSpacing(columns, phoneWidth / 2);
  return Array.from({ length: count }, (_, seat) => {
    const { side, row, column } = facingPlace(seat, columns);
    const center = spacing + voiceSeat.w / 2 + column * (voiceSeat.w + spacing);
    const x = canvas.w / 2 + (side * center - voiceSeat.w / 2) * unit;
    const y = canvas.h * head + row * (voiceSeat.h + voiceSeat.rowSpacing) * unit;
    return regionBetween(x, y, x + voiceSeat.w * unit, y + voiceSeat.h * unit);
  });
}
