import fc from 'fast-check';
import { expect, it } from 'vitest';
import { rankSides, type RankedSide } from '../../src/core/vocabulary.js';

interface Named extends RankedSide {
  name: number;
}

const side = fc.record({ score: fc.option(fc.nat({ max: 5 })), isGone: fc.boolean() });

/** The definition: one more than the number of sides ahead. */
function rankOf(own: RankedSide, sides: readonly RankedSide[]): number | null {
  if (own.score === null) return null;
  const { score, isGone } = own;
  const isAhead = (other: RankedSide): boolean =>
    other.score !== null && (other.isGone === isGone ? other.score > score : isGone);
  return 1 + sides.filter(isAhead).length;
}

it('ranks each side by how many are ahead of it, in any order of sides', () => {
  fc.assert(
    fc.property(fc.array(side, { maxLength: 12 }), (given) => {
      const sides = given.map((one, name): Named => ({ ...one, rank: null, name }));
      const order = [...sides];
      rankSides(order);
      expect(sides.map(({ rank }) => rank)).toEqual(sides.map((own) => rankOf(own, sides)));
      const places = order.map(({ rank }) => rank ?? Number.POSITIVE_INFINITY);
      expect(places).toEqual([...places].sort((a, b) => a - b));
    }),
  );
});

it('leaves sides with equal places in their order', () => {
  const sides = ['a', 'b', 'c'].map((name) => ({ name, score: 1, isGone: false, rank: null }));
  rankSides(sides);
  expect(sides.map(({ name, rank }) => `${name} ${rank}`)).toEqual(['a 1', 'b 1', 'c 1']);
});
