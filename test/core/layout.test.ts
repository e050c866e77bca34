import { describe, expect, it } from 'vitest';
import {
  CoHostLayoutTemplate,
  isCoHostLayoutTemplate,
  isSeatLayoutTemplate,
  layoutCapacity,
  layoutPlaces,
  layoutRegions,
  SeatLayoutTemplate,
  type LayoutTemplate,
} from '../../src/core/index.js';
import { canvases, overlap, templates } from './layout-cases.js';

const floats = new Set<LayoutTemplate>([601, 801]);
const steady: LayoutTemplate[] = [2, 400, 601, 800, 801];

describe.each(templates)('template %s', (template) => {
  const places = layoutPlaces(template);
  const cases = Object.entries(canvases).flatMap(([shape, canvas]) =>
    Array.from({ length: places }, (_, i) => ({ shape, canvas, count: i + 1 })),
  );

  it.each(cases)('has whole pixels on a $shape canvas for each of $count', ({ canvas, count }) => {
    const regions = layoutRegions(template, count, canvas);
    expect(regions).toHaveLength(count);
    for (const { x, y, w, h, zOrder } of regions) {
      expect([x, y, w, h, zOrder].every(Number.isInteger)).toBe(true);
      expect(Math.min(x, y)).toBeGreaterThanOrEqual(0);
      expect(Math.min(w, h)).toBeGreaterThan(0);
      expect(x + w).toBeLessThanOrEqual(canvas.w);
      expect(y + h).toBeLessThanOrEqual(canvas.h);
    }
  });

  it.each(cases)('lets only floats overlap, on a $shape canvas for $count', ({ canvas, count }) => {
    const regions = layoutRegions(template, count, canvas);
    for (const [i, a] of regions.entries()) {
      expect(a.zOrder).toBe(floats.has(template) && i > 0 ? 1 : 0);
      for (const b of regions.slice(i + 1)) if (a.zOrder === b.zOrder) expect(overlap(a, b)).toBe(false);
    }
  });

  it('cuts the count at its places', () => {
    expect(layoutRegions(template, places + 3)).toEqual(layoutRegions(template, places));
    expect(layoutRegions(template, 0)).toEqual([]);
    expect(layoutRegions(template, -1)).toEqual([]);
  });

  it('scales with the canvas', () => {
    const [once, twice] = [720, 1440].map((w) => layoutRegions(template, places, { w, h: (w * 16) / 9 }));
    for (const [i, { x, y, w, h }] of once!.entries()) {
      const large = twice![i]!;
      for (const [a, b] of [
        [x, large.x],
        [y, large.y],
        [w, large.w],
        [h, large.h],
      ] as const) {
        expect(Math.abs(2 * a - b)).toBeLessThanOrEqual(16);
      }
    }
  });
});

describe.each(steady)('fixed template %i', (template) => {
  it.each(Object.entries(canvases))('leaves everybody in place on a %s canvas, whatever the count', (_, canvas) => {
    const all = layoutRegions(template, layoutPlaces(template), canvas);
    for (let count = 0; count <= all.length; count++) {
      expect(layoutRegions(template, count, canvas)).toEqual(all.slice(0, count));
    }
  });
});

describe('templates', () => {
  it('of a link are those of AtomicXCore', () => {
    expect(Object.values(CoHostLayoutTemplate)).toEqual([2, 400, 600, 601, 602, 603]);
    for (const template of Object.values(CoHostLayoutTemplate)) expect(isCoHostLayoutTemplate(template)).toBe(true);
    for (const other of [800, 70, 604, '600', 'toString', null, undefined]) {
      expect(isCoHostLayoutTemplate(other)).toBe(false);
    }
  });

  it('of a live are those of AtomicXCore', () => {
    expect(Object.values(SeatLayoutTemplate)).toEqual([50, 70, 200, 600, 601, 800, 801]);
    for (const template of Object.values(SeatLayoutTemplate)) expect(isSeatLayoutTemplate(template)).toBe(true);
    for (const other of [2, 602, 604, '600', 'toString', null, undefined]) {
      expect(isSeatLayoutTemplate(other)).toBe(false);
    }
  });

  it.each([
    [2, 9],
    [400, 2],
    [600, 9],
    [601, 7],
    [602, 2],
    [603, 8],
  ] as const)('%i has room for %i hosts', (template, hosts) => {
    expect(layoutCapacity(template)).toBe(hosts);
  });

  it('have a place for each host they have room for', () => {
    for (const template of Object.values(CoHostLayoutTemplate)) {
      expect(layoutPlaces(template)).toBeGreaterThanOrEqual(layoutCapacity(template));
    }
  });
});
