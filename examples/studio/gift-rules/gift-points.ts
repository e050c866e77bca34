/** A gift. Its points in a battle follow from one of four rules. `value` is its price in the app's currency. */
export type Gift = { giftId: string; name: string; emoji: string; value: number } & (
  | { kind: 'basic' | 'intermediate' | 'advanced' }
  /** A special effect has fixed points, set by the app, whatever its price. */
  | { kind: 'special'; fixedPoints: number }
);

const pointsPerValue = { basic: 5, intermediate: 8, advanced: 12 } as const;

export function giftPoints(gift: Gift): number {
  return gift.kind === 'special' ? gift.fixedPoints : gift.value * pointsPerValue[gift.kind];
}
