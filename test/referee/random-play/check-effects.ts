import { limits } from '../../../src/core/index.js';
import type { BattleRecord } from '../../../src/referee/index.js';
import { hold } from './hold.js';

/** No effect outlasts its time or its battle, and none is there that the hosts did not agree on. */
export function checkEffects({ battleId, phase, config, effects }: BattleRecord, now: number): void {
  const lasting = effects.filter(({ isOver }) => !isOver);
  for (const effect of effects) {
    hold(config.effects.includes(effect.type), () => `${effect.type} was agreed on in ${battleId}`);
  }
  for (const effect of lasting) {
    if (effect.type === 'extend') continue;
    hold(phase === 'running', () => `${effect.type} ends with ${battleId}`);
    const over = effect.type === 'target' ? (effect.to ?? effect.endsAt) : effect.to;
    hold(over > now, () => `${effect.type} of ${battleId} does not outlast its time`);
  }
  hold(
    new Set(effects.map(({ eventId }) => eventId)).size === effects.length,
    () => `${battleId} has each effect once`,
  );
  hold(
    effects.filter(({ type }) => type === 'extend').length <= limits.extensions,
    () => `${battleId} is extended three times at most`,
  );
  checkFollowing(battleId, effects);
}

/** Boosts of one host, and times in which one host is hidden, follow each other. */
function checkFollowing(battleId: string, effects: BattleRecord['effects']): void {
  const periods = effects.flatMap((effect): { key: string; from: number; to: number }[] => {
    if (effect.type === 'boost') return effect.userIds.map((userId) => ({ ...effect, key: `boost ${userId}` }));
    return effect.type === 'hide' ? [{ ...effect, key: `hide ${effect.userId}` }] : [];
  });
  const ends = new Map<string, number>();
  for (const { key, from, to } of periods) {
    hold((ends.get(key) ?? 0) <= from && from < to, () => `${key} follows the one before in ${battleId}`);
    ends.set(key, to);
  }
}
