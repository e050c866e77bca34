import type { RequestStatus } from './cohost.js';
import type { LiveUser } from './user.js';

export interface BattleConfig {
  /** Seconds, 1–3600. Default 300 (seeds: "PK defaults to 5 minutes"). */
  duration: number;
  /** False starts at once, nobody is asked. Default true. */
  needResponse: boolean;
  /** Seconds everybody sees before it runs, 0–60. Default 0: none. */
  countdown: number;
  /** Seconds that losers serve after a result that has losers, 0–600. Default 0: none. */
  penalty: number;
  /** Free text of the app. */
  extensionInfo: string;
}

/** The fate of one user named in a battle request. */
export const BattleCode = {
  unknown: -1,
  success: 0,
  liveNotExist: 1,
  battling: 2,
  battlingOtherLive: 3,
  liveExited: 4,
  retry: 5,
} as const;
export type BattleCode = (typeof BattleCode)[keyof typeof BattleCode];

export type BattleEndedReason = 'time-over' | 'all-member-exit' | 'ended-by-server';

/** Where a battle that everybody sees stands. Points count in `running` alone; the result is known from `penalty` on. */
export type BattlePhase = 'countdown' | 'running' | 'penalty' | 'over';

export type PenaltyEndedReason = 'time-over' | 'cut-short';

export type BattleOutcome = 'win' | 'lose' | 'draw';

/** A host in a battle. */
export interface BattleUser extends LiveUser {
  /** Left. Before the end of running it ranks them behind all who stayed; in the penalty it changes nothing. */
  exited: boolean;
}

/** One host's place at the end. */
export interface BattleStanding {
  userId: string;
  score: number;
  /** 1 is first; equal scores share a rank. */
  rank: number;
  outcome: BattleOutcome;
}

export interface BattleResult {
  /** By rank. */
  standings: readonly BattleStanding[];
}

/** Absolute totals; a higher version replaces a lower one, whatever the order of arrival. */
export interface ScoreBoard {
  battleId: string;
  version: number;
  /** Points by user id. */
  totals: Readonly<Record<string, number>>;
}

/** A battle that everybody has agreed to, as everybody in the linked lives sees it. */
export interface BattleInfo {
  battleId: string;
  config: BattleConfig;
  inviter: LiveUser;
  users: readonly BattleUser[];
  phase: BattlePhase;
  /** Epoch milliseconds at which it begins to run: still to come in the countdown. */
  startedAt: number;
  /** When it stops running, the penalty not included. */
  endsAt: number;
  /** When it stopped running: after `endsAt` where the server waits for late gifts. */
  endedAt: number | null;
  endedReason: BattleEndedReason | null;
  /** Null until it has stopped running. */
  result: BattleResult | null;
  /** Null unless it has, or had, a penalty. */
  penaltyEndsAt: number | null;
  /** Null while the penalty lasts, and without one. */
  penaltyEndedReason: PenaltyEndedReason | null;
}

/** A challenge to one host, seen by inviter and invitee alone. */
export interface BattleRequest {
  battleId: string;
  inviter: LiveUser;
  invitee: LiveUser;
  config: BattleConfig;
  /** Epoch milliseconds. */
  expiresAt: number;
  status: RequestStatus;
}
