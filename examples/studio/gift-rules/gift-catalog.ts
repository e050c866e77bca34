import type { Gift } from './gift-points.js';

/** One gift for each rule, at the prices used as examples for the rules. */
export const giftCatalog: readonly Gift[] = [
  { giftId: 'rose', name: 'Rose', emoji: '🌹', kind: 'basic', value: 10 },
  { giftId: 'crown', name: 'Crown', emoji: '👑', kind: 'intermediate', value: 50 },
  { giftId: 'rocket', name: 'Rocket', emoji: '🚀', kind: 'advanced', value: 100 },
  { giftId: 'fireworks', name: 'Fireworks', emoji: '🎆', kind: 'special', value: 99, fixedPoints: 999 },
];

export function findGift(giftId: string): Gift | undefined {
  return giftCatalog.find((gift) => gift.giftId === giftId);
}
