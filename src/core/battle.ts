import type { RequestStatus } from './cohost.js';
import type { LiveUser } from './user.js';

export interface BattleConfig {
  /** Seconds, 1–3600. Default 300 (seeds: "PK defaults to 5 minutes"). */
  duration: number;
  /** False starts at once, nobody is asked. Default true. */
  needResponse: boolean;
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

export type BattleOutcome = 'win' | 'lose' | 'draw';

/** A host in a battle. */
export interface BattleUser extends LiveUser {
  /** Left before the end; ranks behind all who stayed. */
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

/** A battle that has begun, as everybody in the linked lives sees it. */
export interface BattleInfo {
  battleId: string;
  config: BattleConfig;
  inviter: LiveUser;
  users: readonly BattleUser[];
  phase: 'running' | 'over';
  /** Epoch milliseconds. */
  startedAt: number;
  endsAt: number;
  endedAt: number | null;
  endedReason: BattleEndedReason | null;
  /** Null while running. */
  result: BattleResult | null;
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
