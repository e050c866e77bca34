import type { CommandInput, CommandOutput, CommandReply } from '../../core/shape/command.js';
import type { User, UserCommand } from '../../core/vocabulary.js';
import type { backendCommands } from './commands.js';

/** Points that an app's backend adds to a host of a battle. */
export interface ScoreEntry {
  /** The gift's own id: the same id counts once, however often it is sent. */
  eventId: string;
  userId: string;
  /** A whole number of points, 1–1,000,000,000. */
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

/** What became of one entry. */
export interface ScoreResult {
  eventId: string;
  counted: boolean;
  /** With the multiplier applied; absent when it did not count. */
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
  results: readonly ScoreResult[];
  version: number;
  /** Points by user id, after this call. */
  totals: Readonly<Record<string, number>>;
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
