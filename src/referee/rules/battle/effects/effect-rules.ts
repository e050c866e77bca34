import type { BattleEffect, BattleEffectType } from '../../../../core/vocabulary.js';
import { variants, type InputOfVariants, type OutputOfVariants } from '../../../../core/shape/variants.js';
import type { BattleRecord } from '../../records.js';
import { boost } from './boost.js';
import type { EffectRule, RunningBattle } from './effect-rule.js';
import { extend } from './extend.js';
import { hide } from './hide.js';
import { target } from './target.js';

/** All effects. A new one needs its rule here and its type in `src/core/battle/effects.ts`. */
const rules = { boost, hide, extend, target } satisfies { [T in BattleEffectType]: Pick<EffectRule<T>, 'isOverAt'> };

type FieldsByType = { [T in BattleEffectType]: (typeof rules)[T]['fields'] };

const fields = Object.fromEntries(
  Object.entries(rules).map(([type, rule]) => [type, rule.fields]),
) as unknown as FieldsByType;

/** An effect as the backend sends it. */
export type SentEffect = InputOfVariants<FieldsByType>;

/** A sent effect after its shape was checked. */
export type AskedEffect = OutputOfVariants<FieldsByType>;

export const sentEffectShape = variants(fields);

/** The rule of an effect, for effects of any type. */
interface AnyEffectRule {
  begin: (battle: RunningBattle, asked: AskedEffect, now: number) => object;
  isOverAt: (effect: BattleEffect) => number | null;
  onBegin?: (battle: BattleRecord, effect: BattleEffect) => Partial<BattleRecord>;
  onEnd?: (battle: BattleRecord) => Partial<BattleRecord>;
}

export function ruleOf({ type }: { type: BattleEffectType }): AnyEffectRule {
  return rules[type] as unknown as AnyEffectRule;
}
