import type { CoHostRequest } from '../core/vocabulary.js';
import type { BestGivers, Giver } from './ports.js';
import type { BattleRecord, ContributionRecord, CountedEvent, LinkRecord, LiveRecord } from './rules/records.js';

/** Reads single records of an embedded store. */
export interface RecordReader {
  live(liveId: string): LiveRecord | undefined;
  /** Those of the lives whose host is lost. No other live is read. */
  livesWithLostHost(liveIds: readonly string[]): readonly LiveRecord[];
  link(linkId: string): LinkRecord | undefined;
  battle(battleId: string): BattleRecord | undefined;
  /** Requests from and to a live, settled ones included. */
  requestsOf(liveId: string): readonly StoredRequest[];
  /** What is kept of a counted score event; undefined when the event was not counted. */
  countedEvent(battleId: string, eventId: string): CountedEvent | undefined;
  /** What a giver has given to a host of the battle so far; undefined for nothing. */
  contribution(battleId: string, giver: Giver): ContributionRecord | undefined;
  /** The best givers of a host, the first ahead. Whoever has nothing left is not among them. */
  bestContributions(battleId: string, best: BestGivers): readonly ContributionRecord[];
}

/** A co-host request that a store has found. */
export interface StoredRequest {
  requestId: string;
  /** Grows in the order in which requests are made. */
  place: number;
  /** Reads the request. It is called once per transaction, even when several lives share the request. */
  read: () => CoHostRequest;
}
