import type { LivePage } from '../core/vocabulary.js';
import { doWork } from './do-work.js';
import { byNewestLive, liveCursor, readLiveCursor } from './live-cursor.js';
import { loadSlice } from './load-slice.js';
import { MemoryRecords } from './memory-records.js';
import type { LedgerEntry, Scope, Store, Work } from './ports.js';
import { changedContributions, changesOf } from './record-changes.js';
import type { Slice } from './rules/records.js';
import { countedEventOf } from './rules/battle/counted-event.js';
import type { RuleEvent } from './rules/rule-event.js';

/** A store in memory: for the page, for tests, and as the model that other stores are compared with. */
export class MemoryStore implements Store {
  readonly #records = new MemoryRecords();
  readonly #ledgers = new Map<string, LedgerEntry[]>();
  #sequence = 0;

  // This async function never awaits, so no other work runs between load and write.
  async transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> {
    const { before, slice, events, value } = doWork(this.#records, scope, work);
    for (const change of changesOf(before, slice)) this.#records.write(change);
    for (const contribution of changedContributions(before, slice)) this.#records.give(contribution);
    for (const event of events) this.#record(event);
    return value;
  }

  read(scope: Scope): Promise<Slice> {
    return Promise.resolve(loadSlice(this.#records, scope));
  }

  async listLives({ cursor, count }: { cursor: string; count: number }): Promise<LivePage> {
    const after = readLiveCursor(cursor);
    const listed = [...this.#records.lives.values()]
      .map(({ info }) => info)
      .filter(({ endedAt, isPublicVisible }) => endedAt === null && isPublicVisible)
      .filter((info) => after === null || byNewestLive(after, info) < 0)
      .sort(byNewestLive);
    const lives = listed.slice(0, count);
    const last = lives.at(-1);
    return { lives, cursor: last && listed.length > count ? liveCursor(last) : '' };
  }

  runningLiveIds(): Promise<readonly string[]> {
    return Promise.resolve(
      [...this.#records.lives.values()].flatMap(({ info }) => (info.endedAt === null ? [info.liveId] : [])),
    );
  }

  pendingScopes(): Promise<readonly Scope[]> {
    return Promise.resolve([...this.#records.lives.keys()].map((liveId) => ({ liveIds: [liveId] })));
  }

  ledger(battleId: string): Promise<readonly LedgerEntry[]> {
    return Promise.resolve([...(this.#ledgers.get(battleId) ?? [])]);
  }

  #record(event: RuleEvent): void {
    const battleId =
      event.type === 'battle-requested' ? event.battle.battleId : 'battleId' in event ? event.battleId : null;
    this.#sequence++;
    if (battleId === null) return;
    const ledger = this.#ledgers.get(battleId) ?? [];
    this.#ledgers.set(battleId, ledger);
    ledger.push({ sequence: this.#sequence, event });
    const counts = countedEventOf(event);
    if (counts) this.#records.count(battleId, counts.eventId, counts.counted);
  }
}
