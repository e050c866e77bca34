import type { RegionInfo } from '../seat/seat.js';

/** The region between four edges. It rounds the edges, not the sizes: neighbours have neither gap nor overlap. */
export function regionBetween(left: number, top: number, right: number, bottom: number): RegionInfo {
  const [x, y] = [Math.round(left), Math.round(top)];
  return { x, y, w: Math.round(right) - x, h: Math.round(bottom) - y, zOrder: 0 };
}
