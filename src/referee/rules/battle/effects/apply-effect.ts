import { isEqual } from '../../../../core/is-equal.js';
import { limits, LiveError, LiveErrorCode, type BattleEffect } from '../../../../core/vocabulary.js';
import type { ApplyEffectReply, CheckedBackendCommandOf } from '../../rule-command.js';
import type { BattleRecord } from '../../records.js';
import type { Turn } from '../../turn.js';
import { findBattle, notStarted, ongoingBattle } from '../battle-lookup.js';
import { shownEffect, type EffectRecord } from './effect-record.js';
import { notPossible, type RunningBattle } from './effect-rule.js';
import { ruleOf, type AskedEffect } from './effect-rules.js';
import { settleTarget } from './target.js';

/**
 * Applies an effect to a running battle, each event id once. A caller who repeats a call, even after the end, learns
 * what was applied.
 * @throws LiveError `battleNotFound`, `battleNotRunning` and `battleNotStarted` before the battle runs, `battleEnded`,
 * `effectConflict` for an event id that was used for another effect, `effectNotAllowed` by the battle's config,
 * `notInBattle`, `effectNotPossible` beyond a limit or too late, `invalidParameter`.
 */
export function applyEffect(
  turn: Turn,
  { battleId, eventId, effect: asked, contributor }: CheckedBackendCommandOf<'apply-effect'>,
): ApplyEffectReply {
  const earlier = findBattle(turn, battleId).effects.find((effect) => effect.eventId === eventId);
  if (earlier) return { status: 'duplicate', effect: shownEffect(sameAs(earlier, asked)) };
  const battle = runningBattle(turn, battleId);
  checkAllowed(battle, asked);
  const effect = {
    ...ruleOf(asked).begin(battle, asked, turn.now),
    type: asked.type,
    effectId: battle.effects.length + 1,
    contributor: contributor ?? null,
  } as BattleEffect;
  turn.emit({ type: 'effect-applied', battleId, eventId, effect, asked });
  settleTarget(turn, battleId);
  return { status: 'applied', effect: shownEffect(findBattle(turn, battleId).effects.at(-1)!) };
}

/** @throws LiveError `effectConflict` if the backend asked for something else under this event id. */
function sameAs(earlier: EffectRecord, asked: AskedEffect): EffectRecord {
  if (isEqual(earlier.asked, asked)) return earlier;
  throw new LiveError(LiveErrorCode.effectConflict, `event "${earlier.eventId}" was another effect`);
}

function runningBattle(turn: Turn, battleId: string): RunningBattle {
  // A battle has both times from its countdown on. A penalty begins when `endsAt` has passed.
  const battle = ongoingBattle(turn, battleId) as RunningBattle;
  if (battle.phase === 'countdown') throw notStarted('the battle is in its countdown');
  if (battle.endsAt <= turn.now) throw new LiveError(LiveErrorCode.battleEnded, 'the battle no longer runs');
  return battle;
}

function checkAllowed({ config, effects }: BattleRecord, { type }: AskedEffect): void {
  if (!config.effects.includes(type)) {
    throw new LiveError(LiveErrorCode.effectNotAllowed, `the battle's config does not allow "${type}"`);
  }
  const lasting = effects.filter(({ isOver }) => !isOver);
  if (effects.length >= limits.battleEffects || lasting.length >= limits.battleEffectsAtOnce) {
    throw notPossible('the battle has too many effects');
  }
}
