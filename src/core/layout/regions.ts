import { CoHostLayoutTemplate } from '../cohost/cohost.js';
import { SeatLayoutTemplate, type LiveCanvas, type RegionInfo } from '../seat/seat.js';
import { dynamicGrid } from './dynamic-grid.js';
import { fixedGrid } from './fixed-grid.js';
import { landscapeFour, landscapePair } from './landscape.js';
import { mainAndFloats } from './main-and-floats.js';
import { pkDuel, pkTeams } from './pk.js';
import { voice6v6 } from './voice-6v6.js';
import { audioSalon, karaoke } from './voice-grid.js';

/** Default portrait canvas in pixels. Source: AtomicXCore. */
export const defaultCanvas: LiveCanvas = { w: 720, h: 1280 };

/** All templates that have a layout, of links and of single lives. */
export type LayoutTemplate = CoHostLayoutTemplate | SeatLayoutTemplate;

interface Layout {
  /** Most regions of the template. */
  places: number;
  /** Most hosts, for a template with several places per live. Default: `places`. */
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

/** Most hosts of a link with this template. */
export function layoutCapacity(template: CoHostLayoutTemplate): number {
  const { hosts, places } = layouts[template];
  return hosts ?? places;
}

/** Most regions of a template. It differs from {@link layoutCapacity} where a live has several seats in a link. */
export function layoutPlaces(template: LayoutTemplate): number {
  return layouts[template].places;
}

/**
 * One region per seat, in seat order, in whole canvas pixels. All regions lie inside the canvas; only floats (`zOrder`
 * 1) overlap others. A count beyond the template's places is cut. Geometry and reasons: `src/core/layout/README.md`.
 * @param canvas In pixels. Default: 720 × 1280.
 */
export function layoutRegions(
  template: LayoutTemplate,
  count: number,
  canvas: LiveCanvas = defaultCanvas,
): RegionInfo[] {
  const { places, regions } = layouts[template];
  return regions(Math.max(0, Math.min(count, places)), canvas);
}
