import type { CommandInput, CommandOutput, CommandReply } from '../../core/shape/command.js';
import type { BattleEffect, ConnectionCode, RequestBattleReply, User, UserCommand } from '../../core/vocabulary.js';
import type { backendCommands } from './commands.js';

/** Points that an app's backend adds to a host of a battle. */
export interface ScoreEntry {
  /** The gift's own id. An id counts only once, however often it is sent. */
  eventId: string;
  userId: string;
  /**
   * A whole number of points, 1–1,000,000,000. A negative number (same range) is a correction: it is subtracted without
   * multiplier, and the total does not fall below 0.
   */
  points: number;
  /** When the gift was sent, epoch milliseconds. It lets the gift count shortly after the end (`Grace.lateScores`). */
  sentAt?: number;
  /**
   * Who gave the gift. A name that is too long is cut; a URL that is too long is left out. Default name: the id. In a
   * correction: from whom the points are taken. Name and URL are not changed then.
   */
  contributor?: Pick<User, 'userId'> & Partial<User>;
}

/** A score entry as the rules get it: checked and complete. */
export interface CheckedScoreEntry extends Omit<ScoreEntry, 'contributor'> {
  contributor?: User;
}

/** A correction that overwrites a host's total. */
export interface ScoreTotal {
  /** The correction's own id. It must differ from the ids of score entries. */
  eventId: string;
  userId: string;
  /** A whole number of points, 0 or more. */
  total: number;
}

/** An entry as it is sent: points or a total. */
export interface SentScore
  extends Omit<ScoreEntry, 'points'>, Partial<Pick<ScoreEntry, 'points'>>, Partial<Pick<ScoreTotal, 'total'>> {}

/** A sent entry after its shape was checked: points or a total. */
export interface CheckedScore extends Omit<SentScore, 'contributor'> {
  contributor?: User;
}

/**
 * What became of one entry. `duplicate`: the same event was counted before. `conflict`: the event was counted before
 * for another host or with other points. `too-large`: the total would exceed `Number.MAX_SAFE_INTEGER`.
 */
export type ScoreStatus =
  'counted' | 'duplicate' | 'conflict' | 'not-in-battle' | 'battle-not-started' | 'battle-ended' | 'too-large';

export interface ScoreResult {
  eventId: string;
  status: ScoreStatus;
  /** By how much the total changed, with the multiplier applied; absent unless `status` is `counted`. */
  points?: number;
}

type Declared = typeof backendCommands;

export type BackendCommandType = keyof Declared;

/** A command of an app's backend, as it is sent. */
export type BackendCommand = CommandInput<Declared, BackendCommandType>;

export type BackendCommandOf<T extends BackendCommandType> = Extract<BackendCommand, { type: T }>;

/** A command as a rule gets it: checked and complete. */
export type CheckedBackendCommandOf<T extends BackendCommandType> = CommandOutput<Declared, T>;

export type BackendReplyTo<T extends BackendCommandType> = CommandReply<Declared, T>;

export interface AddScoresReply {
  /** One result per entry, in the order of the entries. */
  results: readonly ScoreResult[];
  version: number;
  /** Points by user id, after this call. */
  totals: Readonly<Record<string, number>>;
}

export interface ApplyEffectReply {
  /** `duplicate`: the effect was applied before. */
  status: 'applied' | 'duplicate';
  /** With the times at which it begins and ends. */
  effect: BattleEffect;
}

/** The `results` are by live id. */
export type StartBattleReply = RequestBattleReply;

export interface LinkLivesReply {
  /** Codes by live id, without the first live. */
  results: Readonly<Record<string, ConnectionCode>>;
}

/** A command of the system that runs the referee. */
export type SystemCommand =
  /** Time has passed: settles what is due. */
  | { type: 'tick' }
  /** A `tick` after a restart. Absences that began before `since` (epoch milliseconds) start anew. */
  | { type: 'resume'; since: number }
  /** Whether the owner, a guest on a seat, an applicant or an invited user is connected. */
  | { type: 'presence'; liveId: string; userId: string; present: boolean };

/** A command and its sender. `commandId` is unique; the ids of what the command creates derive from it. */
export type RuleCommand =
  | { by: 'user'; commandId: string; user: User; command: UserCommand }
  | { by: 'backend'; commandId: string; command: BackendCommand }
  | { by: 'system'; commandId: string; command: SystemCommand };
