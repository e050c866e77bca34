import { described } from '../../../../core/shape/compose.js';
import { seconds, whole } from '../../../../core/shape/values.js';
import { limits } from '../../../../core/vocabulary.js';
import type { Turn } from '../../turn.js';
import { findBattle } from '../battle-lookup.js';
import { effectRule, effectsOf, notPossible } from './effect-rule.js';

/** Points that the hosts must reach together in the first seconds of the battle. Then all points count several times. */
export const target = effectRule<'target'>()({
  fields: {
    points: described('What the hosts must have together', whole(1, Number.MAX_SAFE_INTEGER)),
    within: described('After the beginning of the battle', seconds(1, limits.battleDurationCeiling)),
    factor: described('How often points count after that', whole(2, limits.battleFactorMax)),
    seconds: described('How long they do', seconds(1, limits.effectSeconds)),
  },
  begin: (battle, { points, within, factor, seconds }, now) => {
    const endsAt = battle.startedAt + within * 1000;
    if (endsAt <= now) throw notPossible('the time for the target is over');
    if (endsAt > battle.endsAt) throw notPossible('the battle ends before the time for the target');
    if (effectsOf(battle, 'target').length > 0) throw notPossible('a battle has one target at a time');
    return { points, endsAt, factor, seconds, from: null, to: null };
  },
  isOverAt: ({ endsAt, to }) => to ?? endsAt,
});

/** Opens the multiplier if the hosts have reached the target. */
export function settleTarget(turn: Turn, battleId: string): void {
  const battle = findBattle(turn, battleId);
  const [open] = effectsOf(battle, 'target');
  if (!open || open.from !== null) return;
  const points = Object.values(battle.scores).reduce((sum, score) => sum + score, 0);
  if (points < open.points) return;
  turn.emit({ type: 'target-reached', battleId, effectId: open.effectId, to: turn.now + open.seconds * 1000 });
}
