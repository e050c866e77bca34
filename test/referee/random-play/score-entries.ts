import type { ScoreEntry, ScoreTotal } from '../../../src/referee/index.js';
import type { Dice } from './dice.js';
import { personOf } from './people.js';
import type { KnownWorld } from './known-world.js';

/** Gifts for hosts of a battle; few ids, so that many come twice, and now and then one that is no gift. */
export function scoreEntries(known: KnownWorld, dice: Dice, battleId: string): readonly (ScoreEntry | ScoreTotal)[] {
  return Array.from({ length: dice.from(1, 1, 1, 2, 3) }, () => entry(known, dice, battleId));
}

function entry(known: KnownWorld, dice: Dice, battleId: string): ScoreEntry | ScoreTotal {
  const whose = { eventId: `gift-${dice.roll(200)}`, userId: known.someone(dice, known.contestants(battleId)) };
  if (dice.oneIn(12)) return { ...whose, total: dice.roll(300) };
  if (dice.oneIn(8)) {
    const { contributors } = known.battleOfId(battleId) ?? {};
    const givers = contributors && Object.hasOwn(contributors, whose.userId) ? contributors[whose.userId] : undefined;
    const giver = known.someone(
      dice,
      givers?.map(({ userId }) => userId),
    );
    return { ...whose, points: -1 - dice.roll(99), ...(!dice.oneIn(3) && { contributor: { userId: giver } }) };
  }
  return {
    ...whose,
    points: dice.oneIn(40) ? dice.from(0, -1, 1_000_000_000) : 1 + dice.roll(99),
    ...(dice.oneIn(2) && {
      contributor: dice.oneIn(3) ? { userId: known.someone(dice) } : personOf(known.someone(dice)),
    }),
    ...(dice.oneIn(2) && { sentAt: known.now - dice.roll(dice.from(3_000, 20_000, 70_000)) }),
  };
}
