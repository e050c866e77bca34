import { describe, expect, it } from 'vitest';
import { budgetFailures, budgetFor } from '../../bench/size/budget-check.js';

const sized = (gzip: number) => ({ min: 3 * gzip, gzip, brotli: gzip - 1 });

describe('a budget of size', () => {
  it('is met up to its last byte of gzip', () => {
    expect(budgetFailures(new Map([['core', sized(1_000)]]), { core: 1_000 })).toEqual([]);
    expect(budgetFailures(new Map([['core', sized(2_001)]]), { core: 1_000 })).toEqual([
      'core is 1,001 bytes beyond its budget',
    ]);
  });

  it('is needed for all that is measured, and for nothing else', () => {
    expect(budgetFailures(new Map([['constructor', sized(1)]]), { core: 1_000 })).toEqual([
      'constructor has no budget',
      'core has a budget, but there is no such entry or file',
    ]);
  });

  it('leaves 3 % when it is set, and ends in hundreds', () => {
    expect([10_000, 10_001, 1].map((gzip) => budgetFor(sized(gzip)))).toEqual([10_300, 10_400, 100]);
  });
});
