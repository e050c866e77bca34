import type { BattleInfo } from '../../battle/battle.js';
import type { BattleEffect } from '../../battle/effects.js';
import type { ScoreHighlight } from '../../battle/highlights.js';
import type { Emitter } from '../../reactivity/emitter.js';
import type { BattleEvents } from './battle-events.js';

/** Tells the effects that were applied, reached and over since the last document, in this order. */
export function emitEffects(
  events: Emitter<BattleEvents>,
  battleInfo: BattleInfo,
  before: readonly BattleEffect[],
): void {
  const { effects } = battleInfo;
  for (const effect of effects) {
    const was = before.find(({ effectId }) => effectId === effect.effectId);
    if (!was) events.emit('effect-applied', { battleInfo, effect });
    if (effect.type === 'target' && effect.from !== null && (was?.type !== 'target' || was.from === null)) {
      events.emit('target-reached', { battleInfo, effect });
    }
  }
  for (const effect of before) {
    const isThere = effects.some(({ effectId }) => effectId === effect.effectId);
    if (!isThere) events.emit('effect-ended', { battleInfo, effect });
  }
}

/**
 * Tells large gifts of a running battle, the largest first. Gifts for somebody who is not in the battle shown are left
 * out.
 */
export function emitHighlights(
  events: Emitter<BattleEvents>,
  battle: BattleInfo | null,
  highlights: readonly ScoreHighlight[],
): void {
  // The last packet of scores can arrive after the document that ends the battle.
  if (battle?.phase !== 'running') return;
  for (const { hostUserId, contributor, points } of highlights) {
    const battleUser = battle.users.find(({ userId }) => userId === hostUserId);
    if (battleUser) events.emit('score-highlighted', { battleId: battle.battleId, battleUser, contributor, points });
  }
}
