import type { LedgerEntry } from './ports.js';
import { apply } from './rules/apply.js';
import { givenBy } from './rules/battle/contributions.js';
import { contributionKey, emptySlice, type BattleRecord } from './rules/records.js';
import type { RuleEvent } from './rules/rule-event.js';

/** One event of a battle's ledger, and the battle after it. */
export interface ReplayStep extends LedgerEntry {
  battle: BattleRecord;
}

/** Rebuilds a battle step by step from its ledger alone. The last step equals the stored record. */
export function replay(ledger: readonly LedgerEntry[]): readonly ReplayStep[] {
  const given = new Map<string, number>();
  let battle: BattleRecord | undefined;
  return ledger.flatMap((entry) => {
    if (entry.event.type === 'battle-requested') battle = entry.event.battle;
    else if (battle) battle = next(battle, entry.event, given);
    return battle ? [{ ...entry, battle }] : [];
  });
}

/**
 * Applies an event to a slice of this battle and what its giver gave before. One shared slice would keep every gift.
 */
function next(battle: BattleRecord, event: RuleEvent, given: Map<string, number>): BattleRecord | undefined {
  const gift = event.type === 'score-added' ? givenBy(event) : null;
  const key = gift && contributionKey(gift);
  const contributions = key ? { [key]: given.get(key) ?? 0 } : {};
  if (gift && key) given.set(key, (given.get(key) ?? 0) + gift.points);
  return apply({ ...emptySlice, battles: { [battle.battleId]: battle }, contributions }, event).battles[
    battle.battleId
  ];
}
