import { CoHostLayoutTemplate } from '../cohost/cohost.js';
import { SeatLayoutTemplate, type LiveCanvas, type RegionInfo } from '../seat/seat.js';
import { dynamicGrid } from './dynamic-grid.js';
import { fixedGrid } from './fixed-grid.js';
import { landscapeFour, landscapePair } from './landscape.js';
import { mainAndFloats } from './main-and-floats.js';
import { pkDuel, pkTeams } from './pk.js';
import { voice6v6 } from './voice-6v6.js';
import { audioSalon, karaoke } from './voice-grid.js';

/** AtomicXCore's default portrait canvas. */
export const defaultCanvas: LiveCanvas = { w: 720, h: 1280 };

/** Every template there is geometry for, of a link or of one live. */
export type LayoutTemplate = CoHostLayoutTemplate | SeatLayoutTemplate;

interface Layout {
  /** Regions the template has at most. */
  places: number;
  /** Hosts it has room for, where a live has more than one place. Default: one a place. */
  hosts?: number;
  regions: (count: number, canvas: LiveCanvas) => RegionInfo[];
}

const layouts: Record<LayoutTemplate, Layout> = {
  [CoHostLayoutTemplate.hostVoiceConnection]: { places: 12, hosts: 9, regions: voice6v6 },
  [CoHostLayoutTemplate.hostVideoLandscapeFixed2Seats]: { places: 2, regions: landscapePair },
  [CoHostLayoutTemplate.hostDynamicGrid]: { places: 9, regions: dynamicGrid },
  [CoHostLayoutTemplate.hostDynamic1v6]: { places: 7, regions: mainAndFloats },
  [CoHostLayoutTemplate.hostPkDuel]: { places: 2, regions: pkDuel },
  [CoHostLayoutTemplate.hostPkTeams]: { places: 8, regions: pkTeams },
  [SeatLayoutTemplate.karaoke]: { places: 50, regions: karaoke },
  [SeatLayoutTemplate.audioSalon]: { places: 50, regions: audioSalon },
  [SeatLayoutTemplate.videoLandscape4Seats]: { places: 4, regions: landscapeFour },
  [SeatLayoutTemplate.videoFixedGrid9Seats]: { places: 9, regions: fixedGrid },
  [SeatLayoutTemplate.videoFixedFloat7Seats]: { places: 7, regions: mainAndFloats },
};

/** How many hosts, each of a live of their own, a link with this template has room for. */
export function layoutCapacity(template: CoHostLayoutTemplate): number {
  const { hosts, places } = layouts[template];
  return hosts ?? places;
}

/** How many regions a template has at most: {@link layoutCapacity}, but where a live has several seats in a link. */
export function layoutPlaces(template: LayoutTemplate): number {
  return layouts[template].places;
}

/**
 * One region per seat, in seat order, in whole canvas pixels; all lie inside the canvas, and only floats (`zOrder` 1)
 * lie over another. A count beyond the template's places is cut. Geometry and its reasons: `src/core/layout/README.md`.
 * @param canvas Default: 720 × 1280.
 */
export function layoutRegions(
  template: LayoutTemplate,
  count: number,
  canvas: LiveCanvas = defaultCanvas,
): RegionInfo[] {
  const { places, regions } = layouts[template];
  return regions(Math.max(0, Math.min(count, places)), canvas);
}
