import type { BattleRecord } from '../../records.js';
import type { Turn } from '../../turn.js';
import type { EffectRecord } from './effect-record.js';
import { ruleOf } from './effect-rules.js';

/** When the next effect of a running battle is over, epoch milliseconds; Infinity when none will be. */
export function effectDeadline({ effects }: Pick<BattleRecord, 'effects'>): number {
  return Math.min(...effects.map((effect) => overAt(effect) ?? Infinity));
}

/** Ends the effects whose time is up. Returns whether there were any. */
export function endEffects(turn: Turn, { battleId, effects }: BattleRecord): boolean {
  const due = effects.filter((effect) => (overAt(effect) ?? Infinity) <= turn.now);
  for (const { effectId } of due) turn.emit({ type: 'effect-ended', battleId, effectId });
  return due.length > 0;
}

/** Ends all effects of a battle that stops running. */
export function endAllEffects(turn: Turn, { battleId, effects }: BattleRecord): void {
  for (const effect of effects) {
    if (overAt(effect) !== null) turn.emit({ type: 'effect-ended', battleId, effectId: effect.effectId });
  }
}

function overAt(effect: EffectRecord): number | null {
  return effect.isOver ? null : ruleOf(effect).isOverAt(effect);
}
