import { isUserId } from '../core/vocabulary.js';
import type { Scope } from './ports.js';
import { backendCommandReader, userCommandReader } from './rules/commands.js';
import type { BackendCommand, BackendCommandOf, RuleCommand } from './rules/rule-command.js';

/**
 * The records that a command has to see: those of the battle or the lives it names. A tick names its own. The rules
 * have not read the command yet: what is malformed in it names nothing.
 */
export function scopeOf(command: RuleCommand): Scope {
  switch (command.by) {
    case 'user':
      return { liveIds: userCommandReader.livesOf(command.command) };
    case 'backend':
      return backendScope(command.command);
    case 'system':
      return { liveIds: 'liveId' in command.command ? [command.command.liveId] : [] };
  }
}

function backendScope(command: BackendCommand): Scope {
  if (command.type === 'add-scores') return scoreScope(command);
  const isAboutBattle = 'battleId' in backendCommandReader.fieldsOf(command) && 'battleId' in command;
  return isAboutBattle ? { battleId: command.battleId } : { liveIds: backendCommandReader.livesOf(command) };
}

function scoreScope({ battleId, entries }: BackendCommandOf<'add-scores'>): Scope {
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

/** Whatever came over the wire as a list may be none. */
function listed<T>(value: readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
