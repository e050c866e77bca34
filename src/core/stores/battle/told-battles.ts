import type { BattleInfo } from '../../battle/battle.js';

/** What this page has been told of one battle. */
interface ToldBattle {
  /** User ids of the hosts told as joined. */
  readonly joined: Set<string>;
  /** Ends of challenges that were told: status and user id of the challenged host. */
  readonly answers: Set<string>;
  /** The battle as it was last told; null before it begins. */
  last: BattleInfo | null;
}

/** Battles remembered. A page meets a battle again when its live comes back to the link; that is never an old one. */
const kept = 10;

/** What this page has been told of the latest battles during one visit to a live, so that it hears nothing twice. */
export class ToldBattles {
  readonly #battles = new Map<string, ToldBattle>();

  of(battleId: string): ToldBattle {
    const told = this.#battles.get(battleId) ?? { joined: new Set<string>(), answers: new Set<string>(), last: null };
    // Moved to the end: the first key is the battle heard of longest ago.
    this.#battles.delete(battleId);
    this.#battles.set(battleId, told);
    const [oldest] = this.#battles.keys();
    if (this.#battles.size > kept && oldest !== undefined) this.#battles.delete(oldest);
    return told;
  }

  /** Remembers the state of a battle as known, whether an event told it or the page only showed it. */
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
