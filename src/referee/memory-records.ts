import type { CoHostRequest } from '../core/vocabulary.js';
import type { BestGivers, Giver } from './ports.js';
import type { RecordChange } from './record-changes.js';
import type { RecordReader, StoredRequest } from './record-reader.js';
import {
  contributionKey,
  type BattleRecord,
  type ContributionRecord,
  type CountedEvent,
  type LinkRecord,
  type LiveRecord,
} from './rules/records.js';

/** Records in memory, by id. */
export class MemoryRecords implements RecordReader {
  readonly lives = new Map<string, LiveRecord>();
  readonly #links = new Map<string, LinkRecord>();
  readonly #battles = new Map<string, BattleRecord>();
  readonly #requests = new Map<string, { place: number; request: CoHostRequest }>();
  readonly #requestsByLive = new Map<string, Set<string>>();
  readonly #counted = new Map<string, Map<string, CountedEvent>>();
  readonly #contributions = new Map<string, Map<string, ContributionRecord>>();
  #places = 0;

  live(liveId: string): LiveRecord | undefined {
    return this.lives.get(liveId);
  }

  livesWithLostHost(liveIds: readonly string[]): readonly LiveRecord[] {
    return liveIds.flatMap((liveId) => {
      const live = this.lives.get(liveId);
      return live && live.hostLostAt !== null ? [live] : [];
    });
  }

  link(linkId: string): LinkRecord | undefined {
    return this.#links.get(linkId);
  }

  battle(battleId: string): BattleRecord | undefined {
    return this.#battles.get(battleId);
  }

  requestsOf(liveId: string): readonly StoredRequest[] {
    return [...(this.#requestsByLive.get(liveId) ?? [])].flatMap((requestId) => {
      const stored = this.#requests.get(requestId);
      return stored ? [{ requestId, place: stored.place, read: () => stored.request }] : [];
    });
  }

  countedEvent(battleId: string, eventId: string): CountedEvent | undefined {
    return this.#counted.get(battleId)?.get(eventId);
  }

  contribution(battleId: string, { hostUserId, giverId: userId }: Giver): ContributionRecord | undefined {
    return this.#contributions.get(battleId)?.get(contributionKey({ battleId, hostUserId, userId }));
  }

  bestContributions(battleId: string, { hostUserId, count }: BestGivers): readonly ContributionRecord[] {
    return [...(this.#contributions.get(battleId)?.values() ?? [])]
      .filter((one) => one.hostUserId === hostUserId && one.points > 0)
      .sort((a, b) => b.points - a.points || a.since - b.since)
      .slice(0, count);
  }

  write(change: RecordChange): void {
    switch (change.kind) {
      case 'live':
        put(this.lives, change.id, change.after);
        break;
      case 'link':
        put(this.#links, change.id, change.after);
        break;
      case 'battle':
        put(this.#battles, change.id, change.after);
        break;
      case 'request':
        this.#putRequest(change.id, change.after);
        this.#indexRequest(change.after ?? change.before, change.after !== undefined);
    }
  }

  count(battleId: string, eventId: string, event: CountedEvent): void {
    const counted = this.#counted.get(battleId) ?? new Map<string, CountedEvent>();
    this.#counted.set(battleId, counted.set(eventId, event));
  }

  give(contribution: ContributionRecord): void {
    const { battleId } = contribution;
    const given = this.#contributions.get(battleId) ?? new Map<string, ContributionRecord>();
    this.#contributions.set(battleId, given.set(contributionKey(contribution), contribution));
  }

  /** Writes or deletes a request. A request that is written again keeps its place in the order. */
  #putRequest(requestId: string, request: CoHostRequest | undefined): void {
    if (!request) this.#requests.delete(requestId);
    else this.#requests.set(requestId, { place: this.#requests.get(requestId)?.place ?? this.#places++, request });
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
}

function put<T>(map: Map<string, T>, id: string, record: T | undefined): void {
  if (record === undefined) map.delete(id);
  else map.set(id, record);
}
