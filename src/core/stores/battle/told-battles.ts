import type { BattleInfo } from '../../battle/battle.js';

/** What this page has been told of one battle. */
interface ToldBattle {
  /** User ids of hosts who were told as joined. */
  readonly joined: Set<string>;
  /** The battle as it was last told; null before it begins. */
  last: BattleInfo | null;
}

/** A page meets a battle again when its live leaves the link and comes back: of older ones nobody can. */
const kept = 10;

/** What this page has been told of the latest battles in one visit of a live, so that nothing is told twice. */
export class ToldBattles {
  readonly #battles = new Map<string, ToldBattle>();

  of(battleId: string): ToldBattle {
    const told = this.#battles.get(battleId) ?? { joined: new Set<string>(), last: null };
    // Moved to the end, so that the first one is what was heard of longest ago.
    this.#battles.delete(battleId);
    this.#battles.set(battleId, told);
    const [oldest] = this.#battles.keys();
    if (this.#battles.size > kept && oldest !== undefined) this.#battles.delete(oldest);
    return told;
  }

  /** All of it is known now, told or shown. */
  note(battle: BattleInfo): void {
    const told = this.of(battle.battleId);
    told.last = battle;
    for (const { userId } of battle.users) told.joined.add(userId);
  }

  /** The live has been left. */
  clear(): void {
    this.#battles.clear();
  }
}
