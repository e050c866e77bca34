import { describe, expect, it } from 'vitest';
import { layoutRegions, SeatLayoutTemplate, type LayoutTemplate, type RegionInfo } from '../../src/core/index.js';
import { canvases } from './layout-cases.js';

const everyCanvas = Object.entries(canvases);

function area(regions: readonly RegionInfo[]): number {
  return regions.reduce((sum, { w, h }) => sum + w * h, 0);
}

/** How many seats each row has. */
function rowsOf(regions: readonly RegionInfo[]): number[] {
  return [...new Set(regions.map(({ y }) => y))].map((top) => regions.filter(({ y }) => y === top).length);
}

function sizes(regions: readonly RegionInfo[]): Set<string> {
  return new Set(regions.map(({ w, h }) => `${w} × ${h}`));
}

describe('the dynamic grid (600)', () => {
  it.each(everyCanvas)('covers all of a %s canvas but for the band of a pair', (_, canvas) => {
    for (let count = 1; count <= 9; count++) {
      const regions = layoutRegions(600, count, canvas);
      expect(area(regions)).toBe(canvas.w * (count === 2 ? regions[0]!.h : canvas.h));
    }
  });

  it('gives a pair two equal halves side by side', () => {
    const [left, right] = layoutRegions(600, 2);
    expect(left).toEqual({ x: 0, y: 192, w: 360, h: 640, zOrder: 0 });
    expect(right).toEqual({ ...left, x: 360 });
  });
});

describe.each([601, 801] as const)('the floating template %i', (template) => {
  it.each(everyCanvas)('gives the first the whole %s canvas and the others a camera-shaped float', (_, canvas) => {
    const [big, ...small] = layoutRegions(template, 7, canvas);
    expect(big).toEqual({ x: 0, y: 0, ...canvas, zOrder: 0 });
    expect(sizes(small).size).toBe(1);
    const { x, w, h } = small[0]!;
    expect(w / h).toBeGreaterThan(0.7);
    expect(w / h).toBeLessThan(1.9);
    expect(x).toBeGreaterThan(canvas.w / 2);
  });
});

describe('the duel (602)', () => {
  it.each(everyCanvas)('leaves room for score and chat on a %s canvas', (_, canvas) => {
    const [left, right] = layoutRegions(602, 2, canvas) as [RegionInfo, RegionInfo];
    expect(left.x + left.w).toBe(right.x);
    expect([left.y, left.h]).toEqual([right.y, right.h]);
    expect(left.y).toBeGreaterThan(canvas.h / 8);
    expect(left.y + left.h).toBeLessThan(canvas.h * 0.78);
    expect(left.w / left.h).toBeGreaterThan(0.72);
    expect(left.w / left.h).toBeLessThan(1.82);
  });

  it('is no band for a host alone', () => {
    expect(layoutRegions(602, 1)).toEqual(layoutRegions(600, 1));
  });
});

describe('the teams (603)', () => {
  it.each(everyCanvas)('face each other on a %s canvas, seats taking turns', (_, canvas) => {
    for (let count = 2; count <= 8; count++) {
      for (const [seat, { x, w }] of layoutRegions(603, count, canvas).entries()) {
        if (seat % 2 === 0) expect(x + w).toBeLessThanOrEqual(Math.round(canvas.w / 2));
        else expect(x).toBeGreaterThanOrEqual(Math.round(canvas.w / 2));
      }
    }
  });

  it('have tiles of the same size, however uneven they are', () => {
    for (let count = 2; count <= 8; count++) {
      const regions = layoutRegions(603, count, { w: 1440, h: 2500 });
      expect(new Set(regions.map(({ w }) => w)).size).toBe(1);
      const heights = regions.map(({ h }) => h);
      expect(Math.max(...heights) - Math.min(...heights)).toBeLessThanOrEqual(1);
    }
  });

  it('stand in a column each on a tall canvas and in a square on a wide one', () => {
    expect(rowsOf(layoutRegions(603, 8))).toEqual([2, 2, 2, 2]);
    expect(rowsOf(layoutRegions(603, 8, canvases['wide']))).toEqual([4, 4]);
  });
});

describe('landscape', () => {
  it('gives two hosts the halves (400)', () => {
    expect(layoutRegions(400, 2, { w: 1280, h: 720 })).toEqual([
      { x: 0, y: 0, w: 640, h: 720, zOrder: 0 },
      { x: 640, y: 0, w: 640, h: 720, zOrder: 0 },
    ]);
  });

  it('gives four seats the same shape (200)', () => {
    expect(layoutRegions(200, 4, { w: 1280, h: 720 })).toEqual([
      { x: 0, y: 0, w: 960, h: 720, zOrder: 0 },
      { x: 960, y: 0, w: 320, h: 240, zOrder: 0 },
      { x: 960, y: 240, w: 320, h: 240, zOrder: 0 },
      { x: 960, y: 480, w: 320, h: 240, zOrder: 0 },
    ]);
  });

  it('does not move the guests as they come (200)', () => {
    expect(layoutRegions(200, 2)).toEqual(layoutRegions(200, 4).slice(0, 2));
  });

  it.each([200, 400] as const)('is a landscape picture on a tall canvas too (%i)', (template) => {
    const regions = layoutRegions(template, 2);
    const bottom = Math.max(...regions.map(({ y, h }) => y + h));
    expect(bottom - regions[0]!.y).toBe(405);
  });
});

describe('the fixed grid (800)', () => {
  it.each(everyCanvas)('covers all of a %s canvas', (_, canvas) => {
    expect(area(layoutRegions(800, 9, canvas))).toBe(canvas.w * canvas.h);
  });
});

describe('voice seats', () => {
  const rows: Record<number, number[]> = {
    1: [1],
    2: [2],
    3: [3],
    4: [4],
    5: [5],
    6: [3, 3],
    7: [5, 2],
    8: [4, 4],
    9: [3, 3, 3],
    10: [5, 5],
    12: [5, 5, 2],
    20: [5, 5, 5, 5],
  };
  const voice: LayoutTemplate[] = [SeatLayoutTemplate.karaoke, SeatLayoutTemplate.audioSalon];

  it.each(Object.entries(rows))('of %s stand in rows of AtomicXCore', (count, expected) => {
    for (const template of voice) expect(rowsOf(layoutRegions(template, Number(count)))).toEqual(expected);
  });

  it('have the size of AtomicXCore on a phone', () => {
    const [first, second] = layoutRegions(SeatLayoutTemplate.audioSalon, 2, { w: 360, h: 640 });
    expect(first).toMatchObject({ w: 50, h: 72 });
    expect(second).toMatchObject({ w: 50, h: 72 });
  });

  it('leave a stage for the lyrics in karaoke', () => {
    for (const { y } of layoutRegions(SeatLayoutTemplate.karaoke, 20)) expect(y).toBeGreaterThan(1280 / 3);
  });

  it('of two lives are two blocks of six', () => {
    const regions = layoutRegions(2, 12);
    expect(rowsOf(regions)).toEqual([4, 4, 4]);
    expect(regions.map(({ x }) => (x < 360 ? 'left' : 'right'))).toEqual(Array(6).fill(['left', 'right']).flat());
  });

  it('put two hosts face to face, where they stay', () => {
    expect(layoutRegions(2, 2)).toEqual(layoutRegions(2, 12).slice(0, 2));
  });
});
