import type { CoHostRequest } from '../../../src/core/index.js';
import {
  changedContributions,
  changesOf,
  contributionKey,
  countedEventOf,
  type BattleRecord,
  type ContributionRecord,
  type LinkRecord,
  type LiveRecord,
  type RecordChange,
  type RuleEvent,
  type Slice,
  type DoneWork,
} from '../../../src/referee/index.js';
import { checkLiveChange } from './check-change.js';

/** Every record there is, as it was written last: also those that no command reaches any more. */
export class Mirror {
  readonly lives = new Map<string, LiveRecord>();
  readonly links = new Map<string, LinkRecord>();
  readonly battles = new Map<string, BattleRecord>();
  readonly requests = new Map<string, CoHostRequest>();
  /** Gifts and corrections in the ledgers, by `countedKey`. */
  readonly counted = new Set<string>();
  readonly contributions = new Map<string, ContributionRecord>();
  /** In the order of writing. */
  readonly events: RuleEvent[] = [];
  /** Grows with every record written. */
  writes = 0;
  /** Ids of battles that something has been written about since the last look. */
  readonly changedBattles = new Set<string>();

  note(before: Slice, { slice, events }: Pick<DoneWork<unknown>, 'slice' | 'events'>): void {
    for (const change of changesOf(before, slice)) this.#write(change);
    for (const one of changedContributions(before, slice)) this.contributions.set(contributionKey(one), one);
    for (const event of events) {
      this.events.push(event);
      if ('battleId' in event) this.changedBattles.add(event.battleId);
      const counted = countedEventOf(event);
      if (counted) this.counted.add(countedKey(counted.battleId, counted.eventId));
    }
  }

  /** All of it, as one slice; the records themselves are never changed in place. */
  slice(): Slice {
    return {
      lives: Object.fromEntries(this.lives),
      links: Object.fromEntries(this.links),
      battles: Object.fromEntries(this.battles),
      requests: Object.fromEntries(this.requests),
      wholeLives: new Set(this.lives.keys()),
      countedEvents: new Map(),
      contributions: Object.fromEntries(this.contributions),
    };
  }

  #write(change: RecordChange): void {
    this.writes++;
    switch (change.kind) {
      case 'live':
        if (change.before && change.after) checkLiveChange(change.before, change.after);
        return put(this.lives, change.id, change.after);
      case 'link':
        return put(this.links, change.id, change.after);
      case 'battle':
        this.changedBattles.add(change.id);
        return put(this.battles, change.id, change.after);
      case 'request':
        return put(this.requests, change.id, change.after);
    }
  }
}

export function countedKey(battleId: string, eventId: string): string {
  return `${battleId} ${eventId}`;
}

function put<T>(records: Map<string, T>, id: string, record: T | undefined): void {
  if (record === undefined) records.delete(id);
  else records.set(id, record);
}
