import type { BattleInfo } from './battle.js';

/**
 * How often a point counts at an instant (epoch milliseconds); 1 outside the multiplier windows. The windows lie within
 * the announced duration, so extra time has none.
 */
export function multiplierAt(
  { config, startedAt }: Pick<BattleInfo, 'config'> & { startedAt: number | null },
  now: number,
): number {
  if (startedAt === null) return 1;
  const elapsed = now - startedAt;
  return config.multipliers.find(({ from, to }) => from * 1000 <= elapsed && elapsed < to * 1000)?.factor ?? 1;
}
