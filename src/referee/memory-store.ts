import type { CoHostRequest, LivePage } from '../core/vocabulary.js';
import { byNewestLive, liveCursor, readLiveCursor } from './live-cursor.js';
import { loadSlice, type RecordReader } from './load-slice.js';
import type { LedgerEntry, Scope, Store, Work } from './ports.js';
import { changesOf, type RecordChange } from './record-changes.js';
import {
  contributionKey,
  type BattleRecord,
  type CountedEvent,
  type LinkRecord,
  type LiveRecord,
  type Slice,
} from './rules/records.js';
import { countedEventOf } from './rules/battle/counted-event.js';
import { givenBy } from './rules/battle/contributions.js';
import type { RuleEvent } from './rules/rule-event.js';

/** Keeps everything in memory: for the page, for tests, and as the model that other stores are compared with. */
export class MemoryStore implements Store {
  readonly #lives = new Map<string, LiveRecord>();
  readonly #links = new Map<string, LinkRecord>();
  readonly #battles = new Map<string, BattleRecord>();
  readonly #requests = new Map<string, CoHostRequest>();
  readonly #requestsByLive = new Map<string, Set<string>>();
  readonly #counted = new Map<string, Map<string, CountedEvent>>();
  readonly #contributions = new Map<string, Map<string, number>>();
  readonly #ledgers = new Map<string, LedgerEntry[]>();
  #sequence = 0;

  readonly #reader: RecordReader = {
    live: (liveId) => this.#lives.get(liveId),
    link: (linkId) => this.#links.get(linkId),
    battle: (battleId) => this.#battles.get(battleId),
    requestsOf: (liveId) =>
      [...(this.#requestsByLive.get(liveId) ?? [])].flatMap((requestId) => this.#requests.get(requestId) ?? []),
    countedEvent: (battleId, eventId) => this.#counted.get(battleId)?.get(eventId),
    contribution: (battleId, giver) => this.#contributions.get(battleId)?.get(contributionKey(giver)) ?? 0,
  };

  // Async functions that never await run in one go: nothing can come between load and write.
  async transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> {
    const before = loadSlice(this.#reader, scope);
    const { slice, events, value } = work(before);
    for (const change of changesOf(before, slice)) this.#write(change);
    for (const event of events) this.#record(event);
    return value;
  }

  read(scope: Scope): Promise<Slice> {
    return Promise.resolve(loadSlice(this.#reader, scope));
  }

  async listLives({ cursor, count }: { cursor: string; count: number }): Promise<LivePage> {
    const after = readLiveCursor(cursor);
    const listed = [...this.#lives.values()]
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
      [...this.#lives.values()].flatMap(({ info }) => (info.endedAt === null ? [info.liveId] : [])),
    );
  }

  pendingScopes(): Promise<readonly Scope[]> {
    return Promise.resolve([...this.#lives.keys()].map((liveId) => ({ liveIds: [liveId] })));
  }

  ledger(battleId: string): Promise<readonly LedgerEntry[]> {
    return Promise.resolve([...(this.#ledgers.get(battleId) ?? [])]);
  }

  #write(change: RecordChange): void {
    switch (change.kind) {
      case 'live':
        put(this.#lives, change.id, change.after);
        break;
      case 'link':
        put(this.#links, change.id, change.after);
        break;
      case 'battle':
        put(this.#battles, change.id, change.after);
        break;
      case 'request':
        put(this.#requests, change.id, change.after);
        this.#indexRequest(change.after ?? change.before, change.after !== undefined);
    }
  }

  #indexRequest(request: CoHostRequest | undefined, isKept: boolean): void {
    if (!request) return;
    for (const { liveId } of [request.inviter, request.invitee]) {
      const ids = this.#requestsByLive.get(liveId) ?? new Set();
      this.#requestsByLive.set(liveId, ids);
      if (isKept) ids.add(request.requestId);
      else ids.delete(request.requestId);
    }
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
    if (counts) {
      const counted = this.#counted.get(battleId) ?? new Map<string, CountedEvent>();
      this.#counted.set(battleId, counted);
      counted.set(counts.eventId, counts.counted);
    }
    if (event.type === 'score-added') this.#recordGiver(event);
  }

  #recordGiver(event: Extract<RuleEvent, { type: 'score-added' }>): void {
    const given = givenBy(event);
    if (!given) return;
    const totals = this.#contributions.get(event.battleId) ?? new Map<string, number>();
    this.#contributions.set(event.battleId, totals);
    const key = contributionKey(given);
    totals.set(key, (totals.get(key) ?? 0) + given.points);
  }
}

function put<T>(map: Map<string, T>, id: string, record: T | undefined): void {
  if (record === undefined) map.delete(id);
  else map.set(id, record);
}
