import { describe, expect, it } from 'vitest';
import {
  CoHostLayoutTemplate,
  isLayoutTemplate,
  layoutCapacity,
  layoutRegions,
  type LiveCanvas,
  type RegionInfo,
} from '../../src/core/index.js';

const canvases: Record<string, LiveCanvas> = {
  default: { w: 720, h: 1280 },
  tall: { w: 390, h: 844 },
  wide: { w: 1280, h: 720 },
  square: { w: 500, h: 500 },
  odd: { w: 361, h: 643 },
};
const grid = CoHostLayoutTemplate.hostDynamicGrid;
const floating = CoHostLayoutTemplate.hostDynamic1v6;

const cases = Object.entries(canvases).flatMap(([shape, canvas]) =>
  [grid, floating].flatMap((template) =>
    Array.from({ length: layoutCapacity(template) }, (_, i) => ({ shape, canvas, template, count: i + 1 })),
  ),
);

function overlap(a: RegionInfo, b: RegionInfo): boolean {
  return a.x < b.x + b.w && b.x < a.x + a.w && a.y < b.y + b.h && b.y < a.y + a.h;
}

describe.each(cases)('template $template with $count hosts on a $shape canvas', ({ canvas, template, count }) => {
  const regions = layoutRegions(template, count, canvas);

  it('has a region of whole pixels on the canvas for each', () => {
    expect(regions).toHaveLength(count);
    for (const { x, y, w, h } of regions) {
      for (const value of [x, y, w, h]) expect(Number.isInteger(value)).toBe(true);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(w, h)).toBeGreaterThan(0);
      expect(x + w).toBeLessThanOrEqual(canvas.w);
      expect(y + h).toBeLessThanOrEqual(canvas.h);
    }
  });

  it('lets regions overlap only on different layers', () => {
    for (const [i, a] of regions.entries()) {
      for (const b of regions.slice(i + 1)) if (a.zOrder === b.zOrder) expect(overlap(a, b)).toBe(false);
    }
  });
});

describe('the dynamic grid', () => {
  it.each(Object.entries(canvases))('covers all of a %s canvas but for the band of a pair', (_, canvas) => {
    for (let count = 1; count <= 9; count++) {
      const regions = layoutRegions(grid, count, canvas);
      const area = regions.reduce((sum, { w, h }) => sum + w * h, 0);
      const height = count === 2 ? regions[0]!.h : canvas.h;
      expect(area).toBe(canvas.w * height);
    }
  });

  it('gives a pair two equal halves side by side', () => {
    const [left, right] = layoutRegions(grid, 2);
    expect(left).toEqual({ x: 0, y: 192, w: 360, h: 640, zOrder: 0 });
    expect(right).toEqual({ ...left, x: 360 });
  });
});

describe('the floating template', () => {
  it('gives the first host the whole canvas and floats the others above', () => {
    const [big, ...small] = layoutRegions(floating, 7);
    expect(big).toEqual({ x: 0, y: 0, w: 720, h: 1280, zOrder: 0 });
    expect(small.every(({ zOrder }) => zOrder === 1)).toBe(true);
    expect(new Set(small.map(({ x, w, h }) => `${x} ${w} ${h}`)).size).toBe(1);
  });

  it('does not move anybody when somebody joins', () => {
    expect(layoutRegions(floating, 7).slice(0, 3)).toEqual(layoutRegions(floating, 3));
  });
});

describe('beyond what fits', () => {
  it('cuts the count at the capacity', () => {
    expect(layoutRegions(grid, 12)).toEqual(layoutRegions(grid, 9));
    expect(layoutRegions(floating, 9)).toEqual(layoutRegions(floating, 7));
    expect(layoutRegions(grid, 0)).toEqual([]);
    expect(layoutRegions(floating, 0)).toEqual([]);
    expect(layoutRegions(grid, -1)).toEqual([]);
  });

  it('knows its templates', () => {
    expect([600, 601].map(isLayoutTemplate)).toEqual([true, true]);
    expect([602, '600', 'toString', null, undefined].map(isLayoutTemplate)).toEqual([
      false,
      false,
      false,
      false,
      false,
    ]);
  });
});
