import { LiveError, LiveErrorCode, type BattleEffect, type BattleEffectType } from '../../../../core/vocabulary.js';
import type { Fields, OutputOfFields } from '../../../../core/shape/object.js';
import type { BattleRecord } from '../../records.js';

type EffectOf<T extends BattleEffectType> = Extract<BattleEffect, { type: T }>;

/** A battle that runs and has not reached its end. */
export type RunningBattle = BattleRecord & { startedAt: number; endsAt: number };

/** The rule of one kind of effect. */
export interface EffectRule<T extends BattleEffectType, F extends Fields = Fields> {
  /** What the backend sends besides `type`. */
  fields: F;
  /**
   * What the effect is, without the parts that all effects have.
   * @throws LiveError `invalidParameter`, `notInBattle`, `effectNotPossible`.
   */
  begin: (
    battle: RunningBattle,
    asked: OutputOfFields<F>,
    now: number,
  ) => Omit<EffectOf<T>, 'type' | 'effectId' | 'contributor'>;
  /** When it is over, epoch milliseconds. Null: with the battle. */
  isOverAt: (effect: EffectOf<T>) => number | null;
  /** What else of the battle changes when it begins. Default: nothing. */
  onBegin?: (battle: BattleRecord, effect: EffectOf<T>) => Partial<BattleRecord>;
  /** What else of the battle changes when it is over. Default: nothing. */
  onEnd?: (battle: BattleRecord) => Partial<BattleRecord>;
}

/** Declares the rule of an effect. */
export function effectRule<T extends BattleEffectType>() {
  return <const F extends Fields>(rule: EffectRule<T, F>): EffectRule<T, F> => rule;
}

/** The effects of one kind that are not over. */
export function effectsOf<T extends BattleEffectType>(
  { effects }: Pick<BattleRecord, 'effects'>,
  type: T,
): readonly EffectOf<T>[] {
  return effects.filter(
    (effect): effect is Extract<typeof effect, { type: T }> => effect.type === type && !effect.isOver,
  );
}

/**
 * A period (epoch milliseconds) of some seconds, which begins now or when the last of these effects ends.
 * @throws LiveError `effectNotPossible` if the battle ends before.
 */
export function nextPeriod(
  { endsAt }: RunningBattle,
  before: readonly { to: number }[],
  seconds: number,
  now: number,
): { from: number; to: number } {
  const from = Math.max(now, ...before.map(({ to }) => to));
  if (from >= endsAt) throw notPossible('the effects before it last until the battle ends');
  return { from, to: from + seconds * 1000 };
}

export function notPossible(message: string): LiveError {
  return new LiveError(LiveErrorCode.effectNotPossible, message);
}
