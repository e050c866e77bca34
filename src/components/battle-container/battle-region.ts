/**
 * Where a contestant is inside the battle container. All values are shares of its size, 0–1. `x` counts from the start
 * edge (the right one in right-to-left text), `y` from the top.
 */
export interface BattleRegion {
  userId: string;
  x: number;
  y: number;
  w: number;
  h: number;
}

export function areRegions(value: unknown): value is readonly BattleRegion[] {
  return Array.isArray(value) && value.every((region: unknown) => typeof region === 'object' && region !== null);
}

/** Regions side by side, for a battle without given regions. */
export function evenRegions(userIds: readonly string[]): readonly BattleRegion[] {
  const w = 1 / userIds.length;
  return userIds.map((userId, index) => ({ userId, x: index * w, y: 0, w, h: 1 }));
}

/** The smallest rectangle around all regions. */
export function around(regions: readonly BattleRegion[]): Omit<BattleRegion, 'userId'> {
  const x = Math.min(...regions.map((region) => region.x));
  const y = Math.min(...regions.map((region) => region.y));
  const right = Math.max(...regions.map((region) => region.x + region.w));
  const bottom = Math.max(...regions.map((region) => region.y + region.h));
  return { x, y, w: right - x, h: bottom - y };
}

/** The region with at least this width (share, 0–1). It keeps its middle unless it would leave the area. */
export function widened(region: BattleRegion, least: number): BattleRegion {
  const w = Math.max(region.w, least);
  const x = region.x + region.w / 2 - w / 2;
  return { ...region, x: Math.min(Math.max(x, 0), 1 - w), w };
}

/** Places an element at a region. It uses the style object, which no content security policy forbids. */
export function place(element: HTMLElement, { x, y, w, h }: Omit<BattleRegion, 'userId'>): void {
  const { style } = element;
  style.setProperty('inset-inline-start', percent(x));
  style.setProperty('inset-block-start', percent(y));
  style.setProperty('inline-size', percent(w));
  style.setProperty('block-size', percent(h));
}

function percent(share: number): string {
  return `${Math.round(share * 1e5) / 1e3}%`;
}
