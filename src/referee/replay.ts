import type { LedgerEntry } from './ports.js';
import { apply } from './rules/apply.js';
import {
  contributionKey,
  emptySlice,
  type BattleRecord,
  type ContributionRecord,
  type Slice,
} from './rules/records.js';
import type { RuleEvent } from './rules/rule-event.js';

/** One event of a battle's ledger, and the battle after it. */
export interface ReplayStep extends LedgerEntry {
  battle: BattleRecord;
}

/** Rebuilds a battle step by step from its ledger alone. The last step equals the stored record. */
export function replay(ledger: readonly LedgerEntry[]): readonly ReplayStep[] {
  const given = new Map<string, ContributionRecord>();
  let battle: BattleRecord | undefined;
  return ledger.flatMap((entry) => {
    if (entry.event.type === 'battle-requested') battle = entry.event.battle;
    else if (battle) battle = next(battle, entry.event, given);
    return battle ? [{ ...entry, battle }] : [];
  });
}

/** Applies an event to a slice of this battle and of the contributions that the event needs. */
function next(
  battle: BattleRecord,
  event: RuleEvent,
  given: Map<string, ContributionRecord>,
): BattleRecord | undefined {
  const contributions = contributionsFor(event, given);
  const after = apply({ ...emptySlice, battles: { [battle.battleId]: battle }, contributions }, event);
  for (const [key, contribution] of Object.entries(after.contributions)) given.set(key, contribution);
  return after.battles[battle.battleId];
}

/** What the giver of an added score gave before. A correction may need everybody's: others move up. */
function contributionsFor(event: RuleEvent, given: Map<string, ContributionRecord>): Slice['contributions'] {
  if (event.type === 'score-corrected' && event.giverId !== undefined) return Object.fromEntries(given);
  if (event.type !== 'score-added' || !event.contributor) return {};
  const { battleId, userId: hostUserId, contributor } = event;
  const key = contributionKey({ battleId, hostUserId, userId: contributor.userId });
  const contribution = given.get(key);
  return contribution ? { [key]: contribution } : {};
}
