import type { LiveCanvas, RegionInfo } from '../seat/seat.js';
import { facingPlace } from './facing.js';
import { regionBetween } from './region-between.js';

/** Share of the canvas above the tiles, for the live's header and the score bar. */
const head = 0.14;
/** Limits of a tile, width by height: beyond them a face does not fit. */
const slimmest = 3 / 4;
const flattest = 16 / 9;

/** Two hosts in a band. The score is above; at least 24 % of the canvas below is for the chat. */
export function pkDuel(count: number, canvas: LiveCanvas): RegionInfo[] {
  return facingTiles(count, canvas, 0.24);
}

/** Two teams of equal tiles, left against right. The score is above. */
export function pkTeams(count: number, canvas: LiveCanvas): RegionInfo[] {
  return facingTiles(count, canvas, 0.14);
}

function facingTiles(count: number, canvas: LiveCanvas, foot: number): RegionInfo[] {
  // A single host fills the canvas.
  if (count < 2) return [{ x: 0, y: 0, w: canvas.w, h: canvas.h, zOrder: 0 }].slice(0, count);
  const middle = canvas.w / 2;
  const top = canvas.h * head;
  const room = canvas.h * (1 - head - foot);
  const perSide = Math.ceil(count / 2);
  const columns = columnsFor(perSide, middle / room);
  const rows = Math.ceil(perSide / columns);
  const w = Math.min(middle / columns, (room / rows) * flattest);
  const h = Math.min(room / rows, w / slimmest);
  return Array.from({ length: count }, (_, seat) => {
    const { side, row, column } = facingPlace(seat, columns);
    const inner = middle + side * column * w;
    const outer = inner + side * w;
    return regionBetween(Math.min(inner, outer), top + row * h, Math.max(inner, outer), top + (row + 1) * h);
  });
}

/**
 * Number of columns that makes the tiles nearest to squares with few gaps. `aspect` is width by height of their area.
 */
function columnsFor(tiles: number, aspect: number): number {
  const cost = (columns: number): number => {
    const rows = Math.ceil(tiles / columns);
    return Math.abs(Math.log((aspect * rows) / columns)) + Math.log((rows * columns) / tiles);
  };
  const choices = Array.from({ length: tiles }, (_, i) => i + 1);
  return choices.reduce((best, columns) => (cost(columns) < cost(best) ? columns : best));
}
