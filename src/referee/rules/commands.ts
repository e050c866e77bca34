import { userCommands } from '../../core/command.js';
import { CommandReader } from '../../core/shape/command-reader.js';
import { battleBackendCommands, battleBackendRules } from './battle/battle-backend-commands.js';
import { battleCommands } from './battle/battle-commands.js';
import type { BackendRules } from './backend-rules.js';
import { cohostBackendCommands, cohostBackendRules } from './cohost/cohost-backend-commands.js';
import { cohostCommands } from './cohost/cohost-commands.js';
import { guestCommands } from './guest/guest-commands.js';
import { liveBackendCommands, liveBackendRules } from './live/live-backend-commands.js';
import { liveCommands } from './live/live-commands.js';
import { seatCommands } from './seat/seat-commands.js';
import type { UserRules } from './user-rules.js';

/** The rules of all user commands. The core declares these commands. */
export const userRules: UserRules = {
  ...liveCommands,
  ...cohostCommands,
  ...battleCommands,
  ...seatCommands,
  ...guestCommands,
};

/** All commands of an app's backend. */
export const backendCommands = { ...battleBackendCommands, ...cohostBackendCommands, ...liveBackendCommands };

export const backendRules: BackendRules = { ...battleBackendRules, ...cohostBackendRules, ...liveBackendRules };

export const userCommandReader = new CommandReader(userCommands);
export const backendCommandReader = new CommandReader(backendCommands);
