import { boostAt, multiplierAt, type BattleInfo } from '../../core/index.js';

/** How often each point counts, as a function of time. Instants are epoch milliseconds. */
export interface FactorPlan {
  factorAt: (instant: number) => number;
  /** The instants at which the factor may change, in any order. */
  changes: readonly number[];
}

/** For the points of all hosts: multiplier windows and a target that was reached. Null while no points count. */
export function planForAll(battle: BattleInfo): FactorPlan | null {
  if (battle.phase !== 'running') return null;
  const windows = battle.config.multipliers.flatMap(({ from, to }) => [from, to]);
  const targets = battle.effects.flatMap((effect) => (effect.type === 'target' ? [effect.from, effect.to] : []));
  return {
    factorAt: (instant) => multiplierAt(battle, instant),
    changes: [
      ...windows.map((seconds) => battle.startedAt + seconds * 1000),
      ...targets.filter((instant) => instant !== null),
    ],
  };
}

/** For the points of one host: their boosts. Null while no points count. */
export function planForHost(battle: BattleInfo, userId: string): FactorPlan | null {
  if (battle.phase !== 'running') return null;
  const boosts = battle.effects.flatMap((effect) =>
    effect.type === 'boost' && effect.userIds.includes(userId) ? [effect.from, effect.to] : [],
  );
  return { factorAt: (instant) => boostAt(battle, userId, instant), changes: boosts };
}
