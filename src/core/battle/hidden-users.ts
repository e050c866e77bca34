import type { BattleEffect } from './effects.js';

const nobody: readonly string[] = [];

/** User ids of the hosts whose points are hidden and missing from these totals. */
export function hiddenUsers(
  effects: readonly BattleEffect[],
  totals: () => Readonly<Record<string, number>> | undefined,
): readonly string[] {
  if (!effects.some(({ type }) => type === 'hide')) return nobody;
  const shown = totals() ?? {};
  const hidden = effects.flatMap((effect) => (effect.type === 'hide' ? [effect.userId] : []));
  return [...new Set(hidden)].filter((userId) => !Object.hasOwn(shown, userId));
}
