import { describe, expect, test } from 'vitest';
import { giftCatalog } from '../../examples/studio/gift-rules/gift-catalog.js';
import { InvalidGiftOrder, outcomeOf, parseGiftOrder } from '../../examples/studio/gift-rules/gift-order.js';
import { giftPoints, type Gift } from '../../examples/studio/gift-rules/gift-points.js';

const gift = { giftId: 'g', name: 'G', emoji: '🎁' };

describe('the four rules', () => {
  test.each([
    { rule: 'basic: value × 5', given: { ...gift, kind: 'basic', value: 10 }, points: 50 },
    { rule: 'intermediate: value × 8', given: { ...gift, kind: 'intermediate', value: 50 }, points: 400 },
    { rule: 'advanced: value × 12', given: { ...gift, kind: 'advanced', value: 100 }, points: 1200 },
    { rule: 'special: fixed', given: { ...gift, kind: 'special', value: 99, fixedPoints: 999 }, points: 999 },
    { rule: 'special: another', given: { ...gift, kind: 'special', value: 520, fixedPoints: 1314 }, points: 1314 },
  ] satisfies { rule: string; given: Gift; points: number }[])('$rule', ({ given, points }) => {
    expect(giftPoints(given)).toBe(points);
  });

  test('the catalog has one gift for each, worth what the rules say', () => {
    expect(giftCatalog.map(({ kind }) => kind)).toEqual(['basic', 'intermediate', 'advanced', 'special']);
    expect(giftCatalog.map(giftPoints)).toEqual([50, 400, 1200, 999]);
  });
});

describe('an order', () => {
  const giver = { userId: 'vic', userName: 'Vic', avatarUrl: '' };
  const order = { battleId: 'battle', userId: 'ann', giftId: 'rose', giver, clientRequestId: 'a1b2c3d4-0001' };

  test('is worth its gift, for the host who receives it', () => {
    const eventId = 'gift:a1b2c3d4-0001';
    expect(outcomeOf(parseGiftOrder(order))).toEqual({ eventId, userId: 'ann', points: 50, contributor: giver });
  });

  test.each([
    ['glove', { type: 'boost', userId: 'ann', factor: 3, seconds: 15 }],
    ['mist', { type: 'hide', userId: 'ann', seconds: 15 }],
    ['hourglass', { type: 'extend', seconds: 10 }],
    ['dartboard', { type: 'target', points: 3000, within: 30, factor: 2, seconds: 15 }],
  ])('of a %s is an effect', (giftId, effect) => {
    const eventId = 'gift:a1b2c3d4-0001';
    expect(outcomeOf(parseGiftOrder({ ...order, giftId }))).toEqual({ eventId, effect, contributor: giver });
  });

  test('sent again keeps its event id, so that it counts once', () => {
    expect(outcomeOf(parseGiftOrder({ ...order }))).toEqual(outcomeOf(parseGiftOrder(order)));
  });

  test.each([
    ['nothing', null],
    ['no battle', { ...order, battleId: '' }],
    ['no receiver', { ...order, userId: 7 }],
    ['a receiver of a thousand letters', { ...order, userId: 'x'.repeat(1000) }],
    ['no giver', { ...order, giver: undefined }],
    ['no request id', { ...order, clientRequestId: undefined }],
    ['a request id with a slash', { ...order, clientRequestId: '../../../etc' }],
  ])('with %s is refused', (_, body) => {
    expect(() => parseGiftOrder(body)).toThrow(InvalidGiftOrder);
  });

  test('for a gift that does not exist is refused', () => {
    expect(() => outcomeOf({ ...order, giftId: 'moon' })).toThrow('there is no gift "moon"');
    expect(() => outcomeOf({ ...order, giftId: 'constructor' })).toThrow(InvalidGiftOrder);
  });
});
