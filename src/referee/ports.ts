import type { LiveDocument, LivePage, PersonalDocument, ScoreBoard } from '../core/vocabulary.js';
import type { Slice } from './rules/records.js';
import type { RuleEvent } from './rules/rule-event.js';

/** Which records a command needs: those of some lives with all they are linked to, or of one battle. */
export type Scope =
  | { liveIds: readonly string[] }
  | { battleId: string }
  /**
   * The battle alone and those of its members' lives whose host is lost, which of these score events it has counted,
   * and what these givers gave before: what a score costs grows neither with the link nor with the crowd.
   */
  | { battleId: string; scoreEventIds: readonly string[]; givers: readonly Giver[] };

/** Somebody who gives to one of a battle's hosts. */
export interface Giver {
  hostUserId: string;
  giverId: string;
}

/** One line of the ledger. */
export interface LedgerEntry {
  sequence: number;
  event: RuleEvent;
}

/** A record that time alone will change. */
export interface Deadline {
  /** One per record. */
  key: string;
  /** Epoch milliseconds. */
  at: number;
  scope: Scope;
}

/** What a piece of work leaves behind: the slice as it is now, and how it came to be. */
export interface DoneWork<T> {
  slice: Slice;
  events: readonly RuleEvent[];
  value: T;
}

/**
 * Work that is done, or what it has to see besides: nothing has happened then, and it is run again on the larger slice.
 */
export type Work<T> = DoneWork<T> | { missing: Scope };

/** Where records and ledger are kept. */
export interface Store {
  /**
   * Hands `work` the scope's slice, and a larger one as long as it misses something. Makes what comes back durable,
   * together or not at all, with no other work on the same records in between. Resolves once nothing can lose it.
   */
  transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T>;
  read(scope: Scope): Promise<Slice>;
  /** Running lives that may be listed, newest first. */
  listLives(page: { cursor: string; count: number }): Promise<LivePage>;
  runningLiveIds(): Promise<readonly string[]>;
  /** Scopes of all records that time may change: what a restarted referee has to wake up for. */
  pendingScopes(): Promise<readonly Scope[]>;
  /** A battle's history, in order. */
  ledger(battleId: string): Promise<readonly LedgerEntry[]>;
}

export type BusMessage =
  | { topic: 'document'; liveId: string; document: LiveDocument }
  | { topic: 'personal'; liveId: string; userId: string; personal: PersonalDocument }
  | { topic: 'scores'; liveId: string; board: ScoreBoard }
  /** For the live's surroundings, not for the people in it: ids of all users who may not come back. */
  | { topic: 'kicked'; liveId: string; revision: number; kicked: readonly string[] };

/** Carries what changed to the people in a live. Every message is absolute: a newer one replaces an older one. */
export interface Bus {
  publish(message: BusMessage): void;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `wake` once at or after `at`; the function that comes back calls it off. */
  wakeAt(at: number, wake: () => void): () => void;
}
