import type { BattleEffect } from '../../../../core/vocabulary.js';
import type { BattleRecord } from '../../records.js';
import type { Appliers } from '../../rule-event.js';
import { changeBattle } from '../../slice-changes.js';
import type { EffectRecord } from './effect-record.js';
import { ruleOf, type AskedEffect } from './effect-rules.js';

/** What happens to the effects of a battle. Times are epoch milliseconds. */
export type EffectEvent =
  | { type: 'effect-applied'; battleId: string; eventId: string; effect: BattleEffect; asked: AskedEffect }
  /** All points count several times until `to`. */
  | { type: 'target-reached'; battleId: string; effectId: number; to: number }
  /** The effect no longer lasts. A target that ends unreached was missed. */
  | { type: 'effect-ended'; battleId: string; effectId: number };

export const applyEffectEvent: Appliers<EffectEvent> = {
  'effect-applied': (slice, { battleId, eventId, effect, asked }) =>
    changeBattle(slice, battleId, (battle) => ({
      ...ruleOf(effect).onBegin?.(battle, effect),
      effects: [...battle.effects, { ...effect, eventId, asked, isOver: false }],
    })),
  'target-reached': (slice, { battleId, effectId, to, at }) =>
    changeBattle(slice, battleId, (battle) => ({ effects: changed(battle, effectId, { from: at, to }) })),
  'effect-ended': (slice, { battleId, effectId }) =>
    changeBattle(slice, battleId, (battle) => {
      const effect = battle.effects.find((one) => one.effectId === effectId);
      return { ...(effect && ruleOf(effect).onEnd?.(battle)), effects: changed(battle, effectId, { isOver: true }) };
    }),
};

function changed(
  { effects }: BattleRecord,
  effectId: number,
  change: { isOver: true } | { from: number; to: number },
): readonly EffectRecord[] {
  return effects.map((effect) => (effect.effectId === effectId ? { ...effect, ...change } : effect));
}
