import type { BattleInfo } from './battle.js';

type Multiplied = Pick<BattleInfo, 'config' | 'effects'> & { startedAt: number | null };

/**
 * How often each point of every host counts at an instant (epoch milliseconds): the factor of the multiplier window,
 * times the factor of a target that was reached; 1 without both. The windows lie within the announced duration, so
 * extra time has none.
 */
export function multiplierAt({ config, startedAt, effects }: Multiplied, now: number): number {
  if (startedAt === null) return 1;
  const elapsed = now - startedAt;
  const window = config.multipliers.find(({ from, to }) => from * 1000 <= elapsed && elapsed < to * 1000);
  const reached = effects.find(
    (effect) => effect.type === 'target' && effect.from !== null && lasts(effect.from, effect.to ?? 0, now),
  );
  return (window?.factor ?? 1) * (reached?.type === 'target' ? reached.factor : 1);
}

/** The factor of the boost that a host has at an instant (epoch milliseconds); 1 without one. */
export function boostAt({ effects }: Pick<BattleInfo, 'effects'>, userId: string, now: number): number {
  for (const effect of effects) {
    if (effect.type === 'boost' && effect.userIds.includes(userId) && lasts(effect.from, effect.to, now)) {
      return effect.factor;
    }
  }
  return 1;
}

function lasts(from: number, to: number, now: number): boolean {
  return from <= now && now < to;
}
