import type { LiveCanvas, RegionInfo } from '../seat/seat.js';

const floats = 6;
/** Shares of the canvas. The column of floats leaves the top and bottom free for controls. */
const margin = 0.02;
const columnTop = 0.08;
const columnHeight = 0.84;
const widest = 0.25;

/** The first seat fills the canvas; up to six others float in a column at the right edge. A newcomer moves nobody. */
export function mainAndFloats(count: number, canvas: LiveCanvas): RegionInfo[] {
  if (count === 0) return [];
  const gap = Math.round(canvas.h * 0.01);
  const slot = Math.floor((canvas.h * columnHeight - gap * (floats - 1)) / floats);
  // Floats have the shape of a camera picture: on a long canvas, its own shape would make them strips.
  const aspect = canvas.w > canvas.h ? 16 / 9 : 4 / 3;
  const w = Math.min(Math.round(canvas.w * widest), Math.round(slot * aspect));
  const h = Math.min(slot, Math.round((w * 4) / 3));
  const x = Math.round(canvas.w * (1 - margin)) - w;
  const top = Math.round(canvas.h * columnTop);
  const small = Array.from({ length: count - 1 }, (_, i) => ({ x, y: top + i * (h + gap), w, h, zOrder: 1 }));
  return [{ x: 0, y: 0, w: canvas.w, h: canvas.h, zOrder: 0 }, ...small];
}
