import type { BattleEffect } from '../../../../core/vocabulary.js';
import type { AskedEffect } from './effect-rules.js';

/** An effect as the referee keeps it. Effects that are over stay: they decide how late gifts count. */
export type EffectRecord = BattleEffect & {
  /** The backend's own id of the effect. */
  eventId: string;
  /** What the backend asked for, to recognise a repeated call. */
  asked: AskedEffect;
  /** Whether it no longer lasts. An extension is never over. */
  isOver: boolean;
};

/** The effect as everybody may see it. */
export function shownEffect({
  eventId: _eventId,
  asked: _asked,
  isOver: _isOver,
  ...effect
}: EffectRecord): BattleEffect {
  return effect;
}
