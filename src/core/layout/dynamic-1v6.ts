import type { LiveCanvas, RegionInfo } from '../seat.js';

const floats = 6;
/** Shares of the canvas: the column of floats keeps clear of the top and bottom, where controls live. */
const margin = 0.02;
const columnTop = 0.08;
const columnHeight = 0.84;

/** One host fills the canvas, up to six others float in a column at its right edge. */
export function dynamic1v6(count: number, canvas: LiveCanvas): RegionInfo[] {
  if (count === 0) return [];
  const gap = Math.round(canvas.h * 0.01);
  const h = Math.floor((canvas.h * columnHeight - gap * (floats - 1)) / floats);
  const w = Math.min(Math.round(canvas.w * 0.25), Math.round((h * 4) / 3));
  const x = Math.round(canvas.w * (1 - margin)) - w;
  const top = Math.round(canvas.h * columnTop);
  const small = Array.from({ length: count - 1 }, (_, i) => ({ x, y: top + i * (h + gap), w, h, zOrder: 1 }));
  return [{ x: 0, y: 0, w: canvas.w, h: canvas.h, zOrder: 0 }, ...small];
}
