import { battleCommands } from './battle/battle-commands.js';
import { cohostCommands } from './cohost/cohost-commands.js';
import { guestCommands } from './guest/guest-commands.js';
import { liveCommands } from './live/live-commands.js';
import { seatCommands } from './seat/seat-commands.js';
import type { CommandInput, CommandOutput, CommandReply } from './shape/command.js';

export type { RequestBattleReply } from './battle/battle-commands.js';
export type { KickedUsersReply } from './live/live-commands.js';
export type { RequestHostConnectionReply } from './cohost/cohost-commands.js';

/** All that a user may ask of the referee, as their features declare it. Who may ask what is for the rules to say. */
export const userCommands = {
  ...liveCommands,
  ...cohostCommands,
  ...battleCommands,
  ...seatCommands,
  ...guestCommands,
};

type Declared = typeof userCommands;

export type UserCommandType = keyof Declared;

/** What a user may ask of the referee, as it is sent: what has a default may be absent. */
export type UserCommand = CommandInput<Declared, UserCommandType>;

export type UserCommandOf<T extends UserCommandType> = Extract<UserCommand, { type: T }>;

/** A command as a rule gets it: checked and complete. */
export type CheckedCommandOf<T extends UserCommandType> = CommandOutput<Declared, T>;

/** The answer to a command; those that only succeed or fail answer with an empty object. */
export type ReplyTo<T extends UserCommandType> = CommandReply<Declared, T>;
