import {
  CoHostLayoutTemplate,
  layoutRegions,
  type LiveCanvas,
  type LiveSession,
  type RegionInfo,
} from '../../core/index.js';
import type { BattleRegion } from '../battle-container/battle-region.js';

/** Where a seat is on the stage, as shares of the stage. */
export interface SeatPlace extends Omit<BattleRegion, 'userId'> {
  zOrder: number;
}

/** Places for so many seats in a box of this size, by the session's layout template. */
export function placesOf({ coHostStore }: LiveSession, count: number, canvas: LiveCanvas): readonly SeatPlace[] {
  const template = coHostStore.layoutTemplate.get() ?? CoHostLayoutTemplate.hostDynamicGrid;
  return layoutRegions(template, count, canvas).map((region) => shareOf(region, canvas));
}

function shareOf({ x, y, w, h, zOrder }: RegionInfo, canvas: LiveCanvas): SeatPlace {
  return { x: x / canvas.w, y: y / canvas.h, w: w / canvas.w, h: h / canvas.h, zOrder };
}
