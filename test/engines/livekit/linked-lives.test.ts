import { describe, expect, it } from 'vitest';
import { CoHostLayoutTemplate } from '../../../src/core/index.js';
import { copyQuality } from '../../../src/engines/livekit/linked/copy-quality.js';
import { linkedTargets } from '../../../src/engines/livekit/linked/linked-targets.js';
import { documentOf } from './support/documents.js';

const names = (count: number): string[] => Array.from({ length: count }, (_, index) => `host${index}`);

describe('copyQuality', () => {
  it('gives a pair the whole tile', () => {
    expect(copyQuality(2, { w: 360, h: 640 })).toEqual({ width: 360, height: 640, frameRate: 24, maxBitrate: 450_000 });
  });

  it('keeps the shape of the tile when the link may cost no more', () => {
    const { width, height, maxBitrate, frameRate } = copyQuality(4, { w: 360, h: 640 });
    expect(width / height).toBeCloseTo(360 / 640, 1);
    expect(width * height).toBeLessThanOrEqual(480 * 270 * 1.02);
    expect({ maxBitrate, frameRate }).toEqual({ maxBitrate: 250_000, frameRate: 20 });
  });

  it('spends less on a tile smaller than the budget, and never enlarges', () => {
    const quality = copyQuality(2, { w: 160, h: 120 });
    expect(quality).toMatchObject({ width: 160, height: 120 });
    expect(quality.maxBitrate).toBe(Math.round((450_000 * 160 * 120) / (640 * 360)));
  });

  it('has even sides', () => {
    for (let w = 100; w < 130; w++) {
      const { width, height } = copyQuality(9, { w, h: w * 2 + 1 });
      expect([width % 2, height % 2]).toEqual([0, 0]);
    }
  });
});

describe('linkedLives', () => {
  it('is empty for a host alone, and for an ended live', () => {
    expect(linkedTargets(documentOf(['ann']))).toEqual([]);
    expect(linkedTargets(documentOf(['ann', 'bob'], { ended: true }))).toEqual([]);
  });

  it('names every other live, for at most a megabit in all', () => {
    for (let count = 2; count <= 9; count++) {
      const lives = linkedTargets(documentOf(names(count)));
      expect(lives.map(({ liveId }) => liveId)).toEqual(
        names(count)
          .slice(1)
          .map((name) => `${name}_live`),
      );
      const uplink = lives.reduce((sum, { quality }) => sum + quality.maxBitrate, 0);
      expect(uplink).toBeLessThanOrEqual(1_000_000);
    }
  });

  it('makes the copies smaller as the link grows', () => {
    const [pair] = linkedTargets(documentOf(names(2)));
    const [nine] = linkedTargets(documentOf(names(9)));
    expect(nine!.quality.width * nine!.quality.height).toBeLessThan((pair!.quality.width * pair!.quality.height) / 3);
  });

  it('knows that a guest is small where one host fills the canvas', () => {
    const [live] = linkedTargets(documentOf(names(2), { template: CoHostLayoutTemplate.hostDynamic1v6 }));
    expect(live?.quality.width).toBeLessThanOrEqual(180);
  });

  it('names those too where the layout has no place, since whoever is not shown is heard', () => {
    const document = documentOf(names(3), { template: CoHostLayoutTemplate.hostPkDuel });
    const last = { ...document, live: { ...document.live, liveId: 'host2_live' } };
    const lives = linkedTargets(last);
    expect(lives.map(({ liveId }) => liveId)).toEqual(['host0_live', 'host1_live']);
    expect(lives.every(({ quality }) => quality.maxBitrate < 10_000)).toBe(true);
  });

  it('takes a link that was made anew for another one', () => {
    const [first] = linkedTargets(documentOf(names(2)));
    const [again] = linkedTargets(documentOf(names(2), { linkId: 'another' }));
    expect(again?.key).not.toBe(first?.key);
  });
});
