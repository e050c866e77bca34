import type { ScoreEntry } from '../../../src/referee/index.js';
import type { Dice } from './dice.js';
import { personOf } from './people.js';
import type { Sight } from './sight.js';

/** Gifts for hosts of a battle; few ids, so that many come twice, and now and then one that is no gift. */
export function scoreEntries(sight: Sight, dice: Dice, battleId: string): readonly ScoreEntry[] {
  return Array.from({ length: dice.from(1, 1, 1, 2, 3) }, () => entry(sight, dice, battleId));
}

function entry(sight: Sight, dice: Dice, battleId: string): ScoreEntry {
  return {
    eventId: `gift-${dice.roll(200)}`,
    userId: sight.someone(dice, sight.contestants(battleId)),
    points: dice.oneIn(40) ? dice.from(0, -1, 1_000_000_000) : 1 + dice.roll(99),
    ...(dice.oneIn(2) && {
      contributor: dice.oneIn(3) ? { userId: sight.someone(dice) } : personOf(sight.someone(dice)),
    }),
    ...(dice.oneIn(2) && { sentAt: sight.now - dice.roll(dice.from(3_000, 20_000, 70_000)) }),
  };
}
