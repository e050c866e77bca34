import type { LedgerEntry } from './ports.js';
import { apply } from './rules/apply.js';
import { emptySlice, type BattleRecord } from './rules/records.js';

/** One line of a battle's ledger, and the battle as it was after it. */
export interface ReplayStep extends LedgerEntry {
  battle: BattleRecord;
}

/**
 * A battle state by state, from its ledger alone. The last state is the stored record, but for `shownIn`: who else was
 * in the link is not the battle's history.
 */
export function replay(ledger: readonly LedgerEntry[]): readonly ReplayStep[] {
  let battle: BattleRecord | undefined;
  return ledger.flatMap((entry) => {
    const { event } = entry;
    if (event.type === 'battle-requested') battle = event.battle;
    // Each step from the battle alone: a slice would remember every gift it has counted.
    else if (battle)
      battle = apply({ ...emptySlice, battles: { [battle.battleId]: battle } }, event).battles[battle.battleId];
    return battle ? [{ ...entry, battle }] : [];
  });
}
