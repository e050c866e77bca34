import { isUserId, limits } from '../core/vocabulary.js';
import type { BestGivers, Giver, Scope } from './ports.js';
import { backendCommandReader, userCommandReader } from './rules/commands.js';
import type { BackendCommand, BackendCommandOf, RuleCommand, SentScore } from './rules/rule-command.js';

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
    givers: readable.flatMap(giverOf),
    bestGivers: bestGivers(readable.filter(({ points }) => typeof points === 'number' && points < 0).flatMap(giverOf)),
  };
}

function giverOf({ userId, contributor }: SentScore): Giver[] {
  const giverId = contributor?.userId;
  return isUserId(userId) && isUserId(giverId) ? [{ hostUserId: userId, giverId }] : [];
}

/** Each giver who loses points may make room among the top contributors for one more. */
function bestGivers(losing: readonly Giver[]): BestGivers[] {
  const hostUserIds = new Set(losing.map(({ hostUserId }) => hostUserId));
  return [...hostUserIds].map((hostUserId) => {
    const givers = new Set(losing.flatMap((giver) => (giver.hostUserId === hostUserId ? giver.giverId : [])));
    return { hostUserId, count: limits.topContributors + givers.size };
  });
}

/** The list that was sent, or an empty list when the value is no list. */
function listed<T>(value: readonly T[]): readonly T[] {
  return Array.isArray(value) ? (value as readonly T[]) : [];
}
