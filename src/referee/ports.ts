import type { LiveDocument, LivePage, PersonalDocument, ScoreBoard, ScoreHighlight } from '../core/vocabulary.js';
import type { Slice } from './rules/records.js';
import type { RuleEvent } from './rules/rule-event.js';

/** The records that a command needs: those of some lives and the lives linked with them, or of one battle. */
export type Scope =
  | { liveIds: readonly string[] }
  | { battleId: string }
  /**
   * For scores: the battle, its members' lives whose host is lost, those of the score events that it has counted, and
   * what the givers gave before. So the cost of a score does not grow with the link or the audience. Corrections that
   * take points from givers also need the best givers of these hosts.
   */
  | {
      battleId: string;
      scoreEventIds: readonly string[];
      givers: readonly Giver[];
      bestGivers?: readonly BestGivers[];
    };

/** A user who gives points to a host of a battle. */
export interface Giver {
  hostUserId: string;
  giverId: string;
}

/** Those who have given the most to a host of a battle. */
export interface BestGivers {
  hostUserId: string;
  count: number;
}

/** One event in the ledger of a battle. */
export interface LedgerEntry {
  /** Grows from entry to entry; numbers may be missing. */
  sequence: number;
  event: RuleEvent;
}

/** When time alone will change a record. */
export interface Deadline {
  /** Unique for each record. */
  key: string;
  /** Epoch milliseconds. */
  at: number;
  scope: Scope;
}

/** The outcome of finished work: the new slice, the events that led to it, and a value for the caller. */
export interface DoneWork<T> {
  slice: Slice;
  events: readonly RuleEvent[];
  value: T;
}

/**
 * Finished work, or the scope that it misses. In that case nothing has happened, and it runs again on a larger slice.
 */
export type Work<T> = DoneWork<T> | { missing: Scope };

/** Keeps the records and the ledger. */
export interface Store {
  /**
   * Runs `work` on the scope's slice, and again on a larger one while it misses a scope. Stores slice and events in one
   * transaction: all or nothing, without other work on the same records in between. Resolves when they are durable.
   */
  transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T>;
  read(scope: Scope): Promise<Slice>;
  /** Running public lives, newest first. An empty cursor gives the first page. @throws LiveError `invalidParameter`. */
  listLives(page: { cursor: string; count: number }): Promise<LivePage>;
  runningLiveIds(): Promise<readonly string[]>;
  /** Scopes of all records that time may change. A restarted referee sets its alarms by them. */
  pendingScopes(): Promise<readonly Scope[]>;
  /** The events of a battle, in order; empty for an unknown battle. */
  ledger(battleId: string): Promise<readonly LedgerEntry[]>;
}

export type BusMessage =
  | { topic: 'document'; liveId: string; document: LiveDocument }
  | { topic: 'personal'; liveId: string; userId: string; personal: PersonalDocument }
  /** `highlights` are the largest gifts since the last message; unlike everything else they come once. */
  | { topic: 'scores'; liveId: string; board: ScoreBoard; highlights: readonly ScoreHighlight[] }
  /** Ids of all users kicked out of the live, for the server or engine that puts them out. People do not get it. */
  | { topic: 'kicked'; liveId: string; revision: number; kicked: readonly string[] };

/**
 * Carries changes to the people in a live. A message holds the whole new state, so a newer one replaces an older one.
 */
export interface Bus {
  publish(message: BusMessage): void;
}

export interface Clock {
  /** Epoch milliseconds. */
  now(): number;
  /** Calls `wake` once, at or after `at` (epoch milliseconds). @returns A function that cancels the call. */
  wakeAt(at: number, wake: () => void): () => void;
}
