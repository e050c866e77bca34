import type { BackendCommandOf } from '../../../src/referee/index.js';
import type { Dice } from './dice.js';
import type { KnownWorld } from './known-world.js';
import { personOf } from './people.js';

type Sent = Omit<BackendCommandOf<'apply-effect'>, 'type'>;

/** An effect for a battle; few ids, so that many come twice. */
export function anyEffect(known: KnownWorld, dice: Dice): Sent {
  const battle = known.anyBattle(dice);
  const battleId = battle?.battleId ?? 'nothing';
  return {
    battleId,
    eventId: `effect-${dice.roll(40)}`,
    effect: effectOf(known, dice, battleId, known.now - (battle?.startedAt ?? known.now)),
    ...(dice.oneIn(3) && { contributor: personOf(known.someone(dice)) }),
  };
}

/** @param elapsed Milliseconds since the battle began. */
function effectOf(known: KnownWorld, dice: Dice, battleId: string, elapsed: number): Sent['effect'] {
  const host = (): string => known.someone(dice, known.contestants(battleId));
  const seconds = 1 + dice.roll(10);
  switch (dice.roll(4)) {
    case 0: {
      const whose = dice.oneIn(4) ? { team: dice.roll(3) } : { userId: host() };
      return { type: 'boost', ...whose, factor: 2 + dice.roll(4), seconds };
    }
    case 1:
      return { type: 'hide', userId: host(), seconds };
    case 2:
      return { type: 'extend', seconds };
    default: {
      const within = Math.max(1, Math.ceil(elapsed / 1000) + dice.roll(20));
      return { type: 'target', points: 1 + dice.roll(400), within, factor: 2 + dice.roll(4), seconds };
    }
  }
}
