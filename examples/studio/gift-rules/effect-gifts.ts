import type { BackendCommandOf } from 'live-battles/referee';

/** A gift that has an effect on the battle and no points. */
export interface EffectGift {
  giftId: string;
  name: string;
  emoji: string;
  value: number;
  /** The effect in words. */
  does: string;
  /** The effect on the host who gets the gift. */
  effectFor: (userId: string) => BackendCommandOf<'apply-effect'>['effect'];
}

/** One gift for each effect. */
export const effectGifts: readonly EffectGift[] = [
  {
    giftId: 'glove',
    name: 'Boxing glove',
    emoji: '🥊',
    value: 199,
    does: 'points count 3 times for 15 seconds',
    effectFor: (userId) => ({ type: 'boost', userId, factor: 3, seconds: 15 }),
  },
  {
    giftId: 'mist',
    name: 'Mist',
    emoji: '🌫️',
    value: 149,
    does: 'the others do not see the points for 15 seconds',
    effectFor: (userId) => ({ type: 'hide', userId, seconds: 15 }),
  },
  {
    giftId: 'hourglass',
    name: 'Hourglass',
    emoji: '⏳',
    value: 99,
    does: 'the PK lasts 10 seconds longer',
    effectFor: () => ({ type: 'extend', seconds: 10 }),
  },
  {
    giftId: 'dartboard',
    name: 'Dartboard',
    emoji: '🎯',
    value: 99,
    does: 'with 3,000 points together in the first 30 seconds, all points count twice for 15 seconds',
    effectFor: () => ({ type: 'target', points: 3000, within: 30, factor: 2, seconds: 15 }),
  },
];
