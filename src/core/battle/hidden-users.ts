import type { BattleEffect } from './effects.js';

/** User ids of the hosts whose points are hidden and missing from these totals. */
export function hiddenUsers(
  effects: readonly BattleEffect[],
  totals: Readonly<Record<string, number>> | undefined,
): readonly string[] {
  const hidden = effects.flatMap((effect) => (effect.type === 'hide' ? [effect.userId] : []));
  return [...new Set(hidden)].filter((userId) => !Object.hasOwn(totals ?? {}, userId));
}
