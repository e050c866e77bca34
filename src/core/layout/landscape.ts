import type { LiveCanvas, RegionInfo } from '../seat/seat.js';
import { regionBetween } from './region-between.js';

/** Share of the free height above a picture that is lower than the canvas. */
const offset = 0.3;

/** Two halves of a landscape picture. A host keeps their half when the other is missing. */
export function landscapePair(count: number, canvas: LiveCanvas): RegionInfo[] {
  const { w, top, bottom } = landscapePicture(canvas);
  return [regionBetween(0, top, w / 2, bottom), regionBetween(w / 2, top, w, bottom)].slice(0, count);
}

/**
 * A single seat fills the landscape picture. With guests it gets three quarters of the width; up to three guests share
 * the last quarter.
 */
export function landscapeFour(count: number, canvas: LiveCanvas): RegionInfo[] {
  const { w, top, bottom } = landscapePicture(canvas);
  if (count < 2) return [regionBetween(0, top, w, bottom)].slice(0, count);
  // In a 16:9 picture, three quarters of the width, and a quarter by a third of the height, are both 4:3.
  const left = (w * 3) / 4;
  const third = (bottom - top) / 3;
  const guests = Array.from({ length: count - 1 }, (_, i) =>
    regionBetween(left, top + i * third, w, top + (i + 1) * third),
  );
  return [regionBetween(0, top, left, bottom), ...guests];
}

/** As wide as the canvas and at most 16:9 high: a tall canvas keeps room below the picture. */
function landscapePicture({ w, h }: LiveCanvas): { w: number; top: number; bottom: number } {
  const height = Math.min(h, Math.round((w * 9) / 16));
  const top = Math.round((h - height) * offset);
  return { w, top, bottom: top + height };
}
