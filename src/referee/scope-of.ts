import { isUserId, limits, type UserCommand } from '../core/vocabulary.js';
import type { Scope } from './ports.js';
import type { BackendCommand, RuleCommand } from './rules/rule-command.js';

/** The records that a command has to see. A tick names its own. */
export function scopeOf(command: RuleCommand): Scope {
  switch (command.by) {
    case 'user':
      return { liveIds: livesOf(command.command) };
    case 'backend':
      return command.command.type === 'close-live'
        ? { liveIds: [command.command.liveId] }
        : command.command.type === 'add-scores'
          ? scoreScope(command.command)
          : { battleId: command.command.battleId };
    case 'system':
      return { liveIds: 'liveId' in command.command ? [command.command.liveId] : [] };
  }
}

function scoreScope({ battleId, entries }: Extract<BackendCommand, { type: 'add-scores' }>): Scope {
  // The rules refuse entries and ids that are none; until then no store shall look for them.
  const readable = listed(entries).filter((entry) => typeof entry?.eventId === 'string');
  return {
    battleId,
    scoreEventIds: readable.map(({ eventId }) => eventId),
    givers: readable.flatMap(({ userId, contributor }) =>
      isUserId(userId) && isUserId(contributor?.userId) ? [{ hostUserId: userId, giverId: contributor.userId }] : [],
    ),
  };
}

function livesOf(command: UserCommand): readonly string[] {
  switch (command.type) {
    case 'request-host-connection':
      // Nobody looks at more of them.
      return [command.liveId, ...[...new Set(listed(command.targetLiveIds))].slice(0, limits.linkedLives)];
    case 'cancel-host-connection':
      return [command.liveId, command.toLiveId];
    case 'accept-host-connection':
    case 'reject-host-connection':
      return [command.liveId, command.fromLiveId];
    default:
      return [command.liveId];
  }
}

/** Whatever came over the wire as a list may be none. */
function listed<T>(value: readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
