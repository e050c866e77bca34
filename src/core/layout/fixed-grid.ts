import type { LiveCanvas, RegionInfo } from '../seat/seat.js';
import { regionBetween } from './region-between.js';

const side = 3;

/** Nine equal places, row by row. Each has the shape of the canvas: 9:16 on a tall one, 16:9 on a wide one. */
export function fixedGrid(count: number, { w, h }: LiveCanvas): RegionInfo[] {
  return Array.from({ length: count }, (_, place) => {
    const column = place % side;
    const row = Math.floor(place / side);
    return regionBetween((w * column) / side, (h * row) / side, (w * (column + 1)) / side, (h * (row + 1)) / side);
  });
}
