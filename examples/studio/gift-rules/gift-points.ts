/** What a gift is worth in a battle: the four rules. A gift's value is its price in the app's currency. */
export type Gift = { giftId: string; name: string; emoji: string; value: number } & (
  | { kind: 'basic' | 'intermediate' | 'advanced' }
  /** Special effects are worth what the app says, not a multiple of their price. */
  | { kind: 'special'; fixedPoints: number }
);

const pointsPerValue = { basic: 5, intermediate: 8, advanced: 12 } as const;

export function giftPoints(gift: Gift): number {
  return gift.kind === 'special' ? gift.fixedPoints : gift.value * pointsPerValue[gift.kind];
}
