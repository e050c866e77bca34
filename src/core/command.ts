import { battleCommands } from './battle/battle-commands.js';
import { cohostCommands } from './cohost/cohost-commands.js';
import { guestCommands } from './guest/guest-commands.js';
import { liveCommands } from './live/live-commands.js';
import { seatCommands } from './seat/seat-commands.js';
import type { CommandInput, CommandOutput, CommandReply } from './shape/command.js';

export type { RequestBattleReply } from './battle/battle-commands.js';
export type { KickedUsersReply } from './live/live-commands.js';
export type { RequestHostConnectionReply } from './cohost/cohost-commands.js';

/** All commands that users send to the server, declared by feature. The server's rules decide who may send which. */
export const userCommands = {
  ...liveCommands,
  ...cohostCommands,
  ...battleCommands,
  ...seatCommands,
  ...guestCommands,
};

type Declared = typeof userCommands;

export type UserCommandType = keyof Declared;

/** A command as a user sends it: fields with a default may be absent. */
export type UserCommand = CommandInput<Declared, UserCommandType>;

export type UserCommandOf<T extends UserCommandType> = Extract<UserCommand, { type: T }>;

/** A command as a rule gets it: checked, with all defaults filled in. */
export type CheckedCommandOf<T extends UserCommandType> = CommandOutput<Declared, T>;

/** The answer to a command; an empty object for commands that only succeed or fail. */
export type ReplyTo<T extends UserCommandType> = CommandReply<Declared, T>;
