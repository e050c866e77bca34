import { isUserId, type UserCommand } from '../core/vocabulary.js';
import type { Scope } from './ports.js';
import type { BackendCommand, RuleCommand } from './rules/rule-command.js';

/** The records that a command has to see. A tick names its own. */
export function scopeOf(command: RuleCommand): Scope {
  switch (command.by) {
    case 'user':
      return { liveIds: livesOf(command.command) };
    case 'backend':
      return backendScope(command.command);
    case 'system':
      return { liveIds: 'liveId' in command.command ? [command.command.liveId] : [] };
  }
}

function backendScope(command: BackendCommand): Scope {
  switch (command.type) {
    case 'add-scores':
      return scoreScope(command);
    case 'start-battle':
      return { liveIds: [command.liveId, ...listed(command.opponents)] };
    case 'link-lives':
      return { liveIds: listed(command.liveIds) };
    case 'close-live':
      return { liveIds: [command.liveId] };
    case 'end-battle':
      return { battleId: command.battleId };
  }
}

function scoreScope({ battleId, entries }: Extract<BackendCommand, { type: 'add-scores' }>): Scope {
  // The rules refuse entries and ids that are none; until then no store shall look for them.
  const readable = listed(entries).filter((entry) => typeof entry?.eventId === 'string');
  return {
    battleId,
    scoreEventIds: readable.map(({ eventId }) => eventId),
    givers: readable.flatMap((entry) => {
      const giverId = 'contributor' in entry ? entry.contributor?.userId : undefined;
      return isUserId(entry.userId) && isUserId(giverId) ? [{ hostUserId: entry.userId, giverId }] : [];
    }),
  };
}

function livesOf(command: UserCommand): readonly string[] {
  switch (command.type) {
    case 'request-host-connection':
      return [command.liveId, ...listed(command.targetLiveIds)];
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
