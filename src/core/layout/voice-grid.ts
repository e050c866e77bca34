import type { LiveCanvas, RegionInfo } from '../seat/seat.js';
import { regionBetween } from './region-between.js';
import { evenSpacing, phoneWidth, unitFor, voiceSeat } from './voice-seat.js';

/** Free shares of the canvas above and below the seats. */
const salonRoom = { top: 0.14, bottom: 0.14 };
/** The same for karaoke: the lyrics are above the seats. */
const karaokeRoom = { top: 0.36, bottom: 0.06 };

/** Rows of voice seats below the live's header; the chat is below them. */
export function audioSalon(count: number, canvas: LiveCanvas): RegionInfo[] {
  return voiceRows(count, canvas, salonRoom);
}

/** The same rows, below the lyrics. */
export function karaoke(count: number, canvas: LiveCanvas): RegionInfo[] {
  return voiceRows(count, canvas, karaokeRoom);
}

/** Seats per row. Source: AtomicXCore's SeatGrid; the last row is as full as possible. */
function seatsPerRow(count: number): number {
  if (count <= 2) return 2;
  if (count === 4 || count === 8) return 4;
  return count % 3 === 0 && count <= 9 ? 3 : 5;
}

function voiceRows(count: number, canvas: LiveCanvas, { top, bottom }: typeof salonRoom): RegionInfo[] {
  const perRow = seatsPerRow(count);
  const unit = unitFor(Math.ceil(count / perRow), canvas.h * (1 - top - bottom), canvas);
  const pitch = voiceSeat.w + evenSpacing(perRow, phoneWidth);
  return Array.from({ length: count }, (_, seat) => {
    const row = Math.floor(seat / perRow);
    const inRow = Math.min(perRow, count - row * perRow);
    const fromMiddle = ((seat % perRow) - (inRow - 1) / 2) * pitch;
    const x = canvas.w / 2 + (fromMiddle - voiceSeat.w / 2) * unit;
    const y = canvas.h * top + row * (voiceSeat.h + voiceSeat.rowSpacing) * unit;
    return regionBetween(x, y, x + voiceSeat.w * unit, y + voiceSeat.h * unit);
  });
}
