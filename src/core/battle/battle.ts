import type { RequestStatus } from '../cohost/cohost.js';
import type { LiveUser, User } from '../user.js';

/** While it lasts, points count several times. */
export interface MultiplierWindow {
  /** Seconds after the battle began to run. */
  from: number;
  /** Seconds after the battle began to run; the window ends before it. */
  to: number;
  /** A whole number, 2–10. */
  factor: number;
}

export interface BattleConfig {
  /** Seconds, from 1 to what the operator allows (3,600 unless set). Default 300 (seeds: "PK defaults to 5 minutes"). */
  duration: number;
  /** False starts at once, nobody is asked. Default true. */
  needResponse: boolean;
  /** Seconds everybody sees before it runs, 0–60. Default 0: none. */
  countdown: number;
  /** Seconds that losers serve after a result that has losers, 0–600. Default 0: none. */
  penalty: number;
  /** Seconds it goes on, once, when nobody is ahead at the end, 0–300. Default 0: a draw is a draw. */
  extraTime: number;
  /** Announced from the start, and without overlap; applied by the referee. At most ten. Default none. */
  multipliers: readonly MultiplierWindow[];
  /**
   * User ids of 2–9 teams, everybody in exactly one; whoever declines is missing from theirs. Null: each for themselves.
   */
  teams: readonly (readonly string[])[] | null;
  /** Seconds after a battle in which all who are still there may agree on another one, 0–600. Default 60. */
  rematchWindow: number;
  /** Free text of the app; cut to 1,024 characters. Default: empty. */
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
  /** Battles won one after the other in this live, this one included. */
  winStreak: number;
}

/** One team's place at the end. */
export interface TeamStanding {
  /** Index in the config's `teams`. */
  team: number;
  score: number;
  rank: number;
  outcome: BattleOutcome;
}

/** Somebody whose gifts were points for a host. */
export interface Contributor extends User {
  points: number;
}

/** Who gave most to one of those ranked first. */
export interface BattleMvp extends Contributor {
  /** The host they gave to. */
  hostUserId: string;
}

export interface BattleResult {
  /** By rank; in a battle of teams each host has the rank and outcome of their team. */
  standings: readonly BattleStanding[];
  /** By rank; empty where each fought for themselves. */
  teams: readonly TeamStanding[];
  /** Null when nobody was named as a giver. */
  mvp: BattleMvp | null;
}

/** Absolute totals; a higher version replaces a lower one, whatever the order of arrival. */
export interface ScoreBoard {
  battleId: string;
  version: number;
  /** Points by user id. */
  totals: Readonly<Record<string, number>>;
  /** By the host's user id, at most three each, the most generous first. */
  contributors: Readonly<Record<string, readonly Contributor[]>>;
}

/** While it is there, everybody who is still in the battle can agree on another one like it. */
export interface Rematch {
  /** Epoch milliseconds. */
  endsAt: number;
  /** Who has agreed. */
  userIds: readonly string[];
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
  /** When it stops running, extra time included and the penalty not. */
  endsAt: number;
  /** When extra time began; null without. */
  extraTimeStartedAt: number | null;
  /** When it stopped running: after `endsAt` where the server waits for late gifts. */
  endedAt: number | null;
  endedReason: BattleEndedReason | null;
  /** Null until it has stopped running. */
  result: BattleResult | null;
  /** Null unless it has, or had, a penalty. */
  penaltyEndsAt: number | null;
  /** Null while the penalty lasts, and without one. */
  penaltyEndedReason: PenaltyEndedReason | null;
  /** Null until it has its result, and once the window is over. */
  rematch: Rematch | null;
  /** User id of the host who declined a rematch, and so closed the window; null without one. */
  rematchDeclinedBy: string | null;
}

/** A challenge to one host, seen by the inviter and by all who are challenged with them and have not refused. */
export interface BattleRequest {
  battleId: string;
  inviter: LiveUser;
  invitee: LiveUser;
  config: BattleConfig;
  /** Epoch milliseconds. */
  expiresAt: number;
  status: RequestStatus;
}
