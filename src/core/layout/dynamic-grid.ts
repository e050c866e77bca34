import type { LiveCanvas, RegionInfo } from '../seat/seat.js';
import { regionBetween } from './region-between.js';

/** Seats in each row, by number of seats. Tiles stay near 9:16 on a tall canvas and near 4:3 on a wide one. */
const tallRows = [[], [1], [2], [1, 2], [2, 2], [1, 2, 2], [2, 2, 2], [1, 3, 3], [2, 3, 3], [3, 3, 3]];
const wideRows = [[], [1], [2], [3], [2, 2], [2, 3], [3, 3], [3, 4], [4, 4], [3, 3, 3]];

/** Greatest height by width of a tile when there are two: a lower band leaves room for score and chat around it. */
const pairAspect = 16 / 9;
const pairOffset = 0.3;

/** A grid for 1–9 seats without gaps. All tiles may move when the count changes. */
export function dynamicGrid(count: number, canvas: LiveCanvas): RegionInfo[] {
  const rows = (canvas.w > canvas.h ? wideRows : tallRows)[count] ?? [];
  const band = count === 2 ? pairBand(canvas) : { y: 0, h: canvas.h };
  return rows.flatMap((columns, row) => {
    const top = band.y + (band.h * row) / rows.length;
    const bottom = band.y + (band.h * (row + 1)) / rows.length;
    return Array.from({ length: columns }, (_, column) =>
      regionBetween((canvas.w * column) / columns, top, (canvas.w * (column + 1)) / columns, bottom),
    );
  });
}

function pairBand(canvas: LiveCanvas): { y: number; h: number } {
  const h = Math.min(canvas.h, Math.round((canvas.w / 2) * pairAspect));
  return { y: Math.round((canvas.h - h) * pairOffset), h };
}
