import { isUserId } from '../core/vocabulary.js';
import type { Scope } from './ports.js';
import { backendCommandReader, userCommandReader } from './rules/commands.js';
import type { BackendCommand, BackendCommandOf, RuleCommand } from './rules/rule-command.js';

/**
 * The records that a command needs: those of the battle or the lives it names. The referee gives a tick its scope. The
 * command is not checked yet: a malformed field names no record.
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

/** The list that was sent, or an empty list when the value is no list. */
function listed<T>(value: readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
