import type { RequestStatus } from '../cohost/cohost.js';
import type { LiveUser, User } from '../user.js';
import type { BattleEffect, BattleEffectType } from './effects.js';

/** A period of a battle in which points count several times. */
export interface MultiplierWindow {
  /** Start, seconds after the battle begins to run. */
  from: number;
  /** End (exclusive), seconds after the battle begins to run. */
  to: number;
  /** How often each point counts: a whole number, 2–10. */
  factor: number;
}

export interface BattleConfig {
  /**
   * Seconds the battle runs: 1 to the operator's limit (3,600 unless set). Default 300 (seeds: "PK defaults to 5
   * minutes").
   */
  duration: number;
  /** False: the battle starts at once and no host is asked. Default true. */
  needResponse: boolean;
  /** Seconds of countdown before the battle runs, 0–60. Default 0: no countdown. */
  countdown: number;
  /** Seconds of penalty for the losers, 0–600. Default 0: no penalty. A result without losers has none. */
  penalty: number;
  /** Seconds of extra time after a draw, once, 0–300. Default 0: no extra time. */
  extraTime: number;
  /** At most ten windows without overlap, announced from the start and applied by the server. Default: none. */
  multipliers: readonly MultiplierWindow[];
  /**
   * User ids of 2–9 teams; each host is on exactly one. A host who declines is missing from their team. Null: no teams.
   * Default null.
   */
  teams: readonly (readonly string[])[] | null;
  /** Seconds after a battle in which the hosts who are still there can agree on another one, 0–600. Default 60. */
  rematchWindow: number;
  /** The effects that the app's backend may apply while the battle runs. Default: none. */
  effects: readonly BattleEffectType[];
  /** Free text of the app; cut to 1,024 UTF-16 units. Default: empty. */
  extensionInfo: string;
}

/** Result of a battle request for one user. Codes: AtomicXCore. */
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

/** Phase of a battle that everybody sees. Points count in `running` only. The result is known from `penalty` on. */
export type BattlePhase = 'countdown' | 'running' | 'penalty' | 'over';

export type PenaltyEndedReason = 'time-over' | 'cut-short';

export type BattleOutcome = 'win' | 'lose' | 'draw';

/** A host in a battle. */
export interface BattleUser extends LiveUser {
  /**
   * Whether the host has left. A host who leaves while the battle runs ranks behind all who stay; leaving in the
   * penalty changes nothing.
   */
  exited: boolean;
}

/** One host's place at the end. */
export interface BattleStanding {
  userId: string;
  score: number;
  /** 1 is first; equal scores share a rank. */
  rank: number;
  outcome: BattleOutcome;
  /** Battles won in this live since the last one it lost, this battle included. A draw neither counts nor resets. */
  winStreak: number;
}

/** One team's place at the end. */
export interface TeamStanding {
  /** Index in `teams` of the config. */
  team: number;
  score: number;
  rank: number;
  outcome: BattleOutcome;
}

/** A user who gave points to a host. */
export interface Contributor extends User {
  points: number;
}

/** The top contributor to a host ranked first. */
export interface BattleMvp extends Contributor {
  /** User id of the host who got the points. */
  hostUserId: string;
}

export interface BattleResult {
  /** By rank. In a battle of teams each host has the rank and outcome of their team. */
  standings: readonly BattleStanding[];
  /** By rank; empty without teams. */
  teams: readonly TeamStanding[];
  /** Null when no contributor is known. */
  mvp: BattleMvp | null;
}

/**
 * The scores of a battle as absolute totals. A higher version replaces a lower one, whichever arrives first. Hosts whose
 * points are hidden from a live are missing from its board.
 */
export interface ScoreBoard {
  battleId: string;
  version: number;
  /** Points by user id. */
  totals: Readonly<Record<string, number>>;
  /** Contributors by the host's user id; at most three each, most points first. */
  contributors: Readonly<Record<string, readonly Contributor[]>>;
}

/** An open rematch window: everybody who is still in the battle can agree on another one like it. */
export interface Rematch {
  /** Epoch milliseconds. */
  endsAt: number;
  /** User ids of the hosts who have agreed. */
  userIds: readonly string[];
}

/** A battle that its hosts have agreed to, as everybody in the linked lives sees it. */
export interface BattleInfo {
  battleId: string;
  config: BattleConfig;
  inviter: LiveUser;
  users: readonly BattleUser[];
  phase: BattlePhase;
  /** Epoch milliseconds when it begins to run; in the countdown a time to come. */
  startedAt: number;
  /** Epoch milliseconds when it is to stop running: with extra time, without the penalty. */
  endsAt: number;
  /** Epoch milliseconds when extra time began; null without extra time. */
  extraTimeStartedAt: number | null;
  /** The effects that last or are to come, and all extensions, in the order applied. */
  effects: readonly BattleEffect[];
  /**
   * Epoch milliseconds when it stopped running; null before. Later than `endsAt` if the server waits for late gifts.
   */
  endedAt: number | null;
  endedReason: BattleEndedReason | null;
  /** Null until it stops running. */
  result: BattleResult | null;
  /** Epoch milliseconds when the penalty is to end; null without a penalty. */
  penaltyEndsAt: number | null;
  /** Null while the penalty lasts, and without a penalty. */
  penaltyEndedReason: PenaltyEndedReason | null;
  /** Null before the result and when the window is closed. */
  rematch: Rematch | null;
  /** User id of the host who declined the rematch, which closed the window; null if none did. */
  rematchDeclinedBy: string | null;
}

/** A challenge to one host. The inviter and all challenged hosts who have not declined see it. */
export interface BattleRequest {
  battleId: string;
  inviter: LiveUser;
  invitee: LiveUser;
  config: BattleConfig;
  /** Epoch milliseconds. */
  expiresAt: number;
  status: RequestStatus;
}
