import type { CoHostRequest } from '../core/vocabulary.js';
import type { Giver } from './ports.js';
import type { BattleRecord, CountedEvent, LinkRecord, LiveRecord } from './rules/records.js';

/** How an embedded store reads single records. */
export interface RecordReader {
  live(liveId: string): LiveRecord | undefined;
  /** Of these lives those whose host is lost: no other is read. */
  livesWithLostHost(liveIds: readonly string[]): readonly LiveRecord[];
  link(linkId: string): LinkRecord | undefined;
  battle(battleId: string): BattleRecord | undefined;
  /** Requests from and to a live, settled ones included. */
  requestsOf(liveId: string): readonly StoredRequest[];
  /** What a score event was that has been counted; undefined for any other. */
  countedEvent(battleId: string, eventId: string): CountedEvent | undefined;
  /** Points that a giver gave a host of a battle; 0 when none. */
  contribution(battleId: string, giver: Giver): number;
}

/** A request that a store has found. */
export interface StoredRequest {
  requestId: string;
  /** Grows in the order of asking. */
  place: number;
  /** Called once a transaction, however many lives the request is found by. */
  read: () => CoHostRequest;
}
