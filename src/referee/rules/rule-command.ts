import type { CommandInput, CommandOutput, CommandReply } from '../../core/shape/command.js';
import type { ConnectionCode, RequestBattleReply, User, UserCommand } from '../../core/vocabulary.js';
import type { backendCommands } from './commands.js';

/** Points that an app's backend adds to a host of a battle. */
export interface ScoreEntry {
  /** The gift's own id: the same id counts once, however often it is sent. */
  eventId: string;
  userId: string;
  /**
   * A whole number of points, 1–1,000,000,000. Negative: a correction, taken off as it is, without multiplier; no total
   * falls below 0. A correction names no contributor.
   */
  points: number;
  /** Epoch milliseconds at which the gift was sent: lets it count shortly after the end (`Grace.lateScores`). */
  sentAt?: number;
  /** Whose gift it was; a name that is too long is cut, a URL that is too long left out. Default name: the id. */
  contributor?: Pick<User, 'userId'> & Partial<User>;
}

/** As the rules get it. */
export interface CheckedScoreEntry extends Omit<ScoreEntry, 'contributor'> {
  contributor?: User;
}

/** Overwrites what a host has, as a correction. */
export interface ScoreTotal {
  /** The correction's own id, among those of score entries. */
  eventId: string;
  userId: string;
  /** A whole number of points, 0 or more. */
  total: number;
}

/** An entry as it is sent: points or a total. */
export interface SentScore
  extends Omit<ScoreEntry, 'points'>, Partial<Pick<ScoreEntry, 'points'>>, Partial<Pick<ScoreTotal, 'total'>> {}

/** An entry as the rules get it. */
export interface CheckedScore extends Omit<SentScore, 'contributor'> {
  contributor?: User;
}

/**
 * What became of one entry. `duplicate`: this event had counted before, as it was sent now. `conflict`: the event had
 * counted before, for another host or with other points. `too-large`: the total would be no exact number any more.
 */
export type ScoreStatus =
  'counted' | 'duplicate' | 'conflict' | 'not-in-battle' | 'battle-not-started' | 'battle-ended' | 'too-large';

export interface ScoreResult {
  eventId: string;
  status: ScoreStatus;
  /** By how much the total changed, with the multiplier applied; absent when it did not count now. */
  points?: number;
}

type Declared = typeof backendCommands;

export type BackendCommandType = keyof Declared;

/** What an app's backend may ask, as it is sent. */
export type BackendCommand = CommandInput<Declared, BackendCommandType>;

export type BackendCommandOf<T extends BackendCommandType> = Extract<BackendCommand, { type: T }>;

/** A command as a rule gets it: checked and complete. */
export type CheckedBackendCommandOf<T extends BackendCommandType> = CommandOutput<Declared, T>;

export type BackendReplyTo<T extends BackendCommandType> = CommandReply<Declared, T>;

export interface AddScoresReply {
  /** One for each entry, in their order. */
  results: readonly ScoreResult[];
  version: number;
  /** Points by user id, after this call. */
  totals: Readonly<Record<string, number>>;
}

/** `results` are by live id. */
export type StartBattleReply = RequestBattleReply;

export interface LinkLivesReply {
  /** By live id, without the first. */
  results: Readonly<Record<string, ConnectionCode>>;
}

/** What the referee's surroundings tell it. */
export type SystemCommand =
  /** Time has passed: settle whatever is due. */
  | { type: 'tick' }
  /** As `tick`, after time in which nobody was listening: whoever was missing before `since` gets their time anew. */
  | { type: 'resume'; since: number }
  /** Whether the owner, a guest on a seat, an applicant or somebody invited is connected. */
  | { type: 'presence'; liveId: string; userId: string; present: boolean };

/** A command, and on whose behalf. `commandId` is unique: what the command creates is named after it. */
export type RuleCommand =
  | { by: 'user'; commandId: string; user: User; command: UserCommand }
  | { by: 'backend'; commandId: string; command: BackendCommand }
  | { by: 'system'; commandId: string; command: SystemCommand };
