import type { LiveCanvas, RegionInfo } from '../seat/seat.js';
import { regionBetween } from './region-between.js';

/** Share of the free height that stays above a picture lower than the canvas. */
const offset = 0.3;

/** Two halves of a landscape picture; each host keeps their half when the other is gone. */
export function landscapePair(count: number, canvas: LiveCanvas): RegionInfo[] {
  const { w, top, bottom } = landscapePicture(canvas);
  return [regionBetween(0, top, w / 2, bottom), regionBetween(w / 2, top, w, bottom)].slice(0, count);
}

/** One seat alone fills the landscape picture; with guests it has three quarters, up to three guests the last one. */
export function landscapeFour(count: number, canvas: LiveCanvas): RegionInfo[] {
  const { w, top, bottom } = landscapePicture(canvas);
  if (count < 2) return [regionBetween(0, top, w, bottom)].slice(0, count);
  // At 16:9 a quarter of the width and a third of the height make every tile 4:3, the large one included.
  const left = (w * 3) / 4;
  const third = (bottom - top) / 3;
  const guests = Array.from({ length: count - 1 }, (_, i) =>
    regionBetween(left, top + i * third, w, top + (i + 1) * third),
  );
  return [regionBetween(0, top, left, bottom), ...guests];
}

/** As wide as the canvas and never higher than 16:9, so that a tall canvas shows a landscape picture and room below. */
function landscapePicture({ w, h }: LiveCanvas): { w: number; top: number; bottom: number } {
  const height = Math.min(h, Math.round((w * 9) / 16));
  const top = Math.round((h - height) * offset);
  return { w, top, bottom: top + height };
}
