import {
  CoHostLayoutTemplate,
  SeatLayoutTemplate,
  type LayoutTemplate,
  type LiveCanvas,
  type RegionInfo,
} from '../../src/core/index.js';

export const templates: readonly LayoutTemplate[] = [
  ...new Set([...Object.values(CoHostLayoutTemplate), ...Object.values(SeatLayoutTemplate)]),
];

export const canvases: Record<string, LiveCanvas> = {
  default: { w: 720, h: 1280 },
  phone: { w: 390, h: 844 },
  strip: { w: 300, h: 1200 },
  square: { w: 500, h: 500 },
  wide: { w: 1280, h: 720 },
  cinema: { w: 2560, h: 1080 },
  banner: { w: 1600, h: 400 },
  odd: { w: 361, h: 643 },
  tiny: { w: 97, h: 131 },
};

export function overlap(a: RegionInfo, b: RegionInfo): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}
