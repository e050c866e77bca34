import { CoHostLayoutTemplate } from '../cohost.js';
import type { LiveCanvas, RegionInfo } from '../seat.js';
import { dynamic1v6 } from './dynamic-1v6.js';
import { dynamicGrid } from './dynamic-grid.js';

/** AtomicXCore's default portrait canvas. */
export const defaultCanvas: LiveCanvas = { w: 720, h: 1280 };

interface Layout {
  /** Hosts the template has room for. */
  capacity: number;
  regions: (count: number, canvas: LiveCanvas) => RegionInfo[];
}

const layouts: Record<CoHostLayoutTemplate, Layout> = {
  [CoHostLayoutTemplate.hostDynamicGrid]: { capacity: 9, regions: dynamicGrid },
  [CoHostLayoutTemplate.hostDynamic1v6]: { capacity: 7, regions: dynamic1v6 },
};

export function isLayoutTemplate(value: unknown): value is CoHostLayoutTemplate {
  return typeof value === 'number' && Object.hasOwn(layouts, value);
}

/** How many hosts a template has room for. */
export function layoutCapacity(template: CoHostLayoutTemplate): number {
  return layouts[template].capacity;
}

/** One rectangle per seat, in seat order; a count beyond the capacity is cut. */
export function layoutRegions(
  template: CoHostLayoutTemplate,
  count: number,
  canvas: LiveCanvas = defaultCanvas,
): RegionInfo[] {
  const { capacity, regions } = layouts[template];
  return regions(Math.max(0, Math.min(count, capacity)), canvas);
}
