import { isUserId, limits, LiveError, LiveErrorCode, multiplierAt, type User } from '../../../core/vocabulary.js';
import { findBattle, runningBattle, memberOf } from './battle-lookup.js';
import type { BattleRecord } from '../records.js';
import type { AddScoresReply, ScoreEntry, ScoreResult } from '../rule-command.js';
import type { Turn } from '../turn.js';
import { invalid, list, record, wholeNumber } from '../validate.js';

/**
 * All entries or none: a call with one bad entry changes nothing. An event id that was counted before is left out, also
 * after the end: whoever repeats a call whose answer got lost learns that it had counted.
 */
export function addScores(turn: Turn, battleId: string, entries: readonly ScoreEntry[]): AddScoresReply {
  list('entries', entries, 1, limits.scoreEventsPerCall);
  entries.forEach(checkEntry);
  const isRepeat = entries.every(({ eventId }) => turn.slice.countedEvents.has(eventId));
  const battle = isRepeat ? findBattle(turn, battleId) : runningBattle(turn, battleId);
  const results = entries.map((entry): ScoreResult => {
    if (turn.slice.countedEvents.has(entry.eventId)) return { eventId: entry.eventId, counted: false };
    checkInTime(turn.now, battle, entry);
    memberOf(battle, entry.userId);
    return { eventId: entry.eventId, counted: true, points: addScore(turn, battle, entry) };
  });
  const { scoreVersion: version, scores: totals } = findBattle(turn, battleId);
  return { results, version, totals };
}

/** Gives the points as they counted. */
function addScore(
  turn: Turn,
  battle: BattleRecord,
  { eventId, userId, points, sentAt, contributor }: ScoreEntry,
): number {
  const { battleId } = battle;
  const wasSent = sentAt !== undefined && sentAt <= turn.now && ranAt(battle, sentAt);
  const factor = multiplierAt(battle, wasSent ? sentAt : turn.now);
  const total = turn.slice.battles[battleId]?.scores[userId] ?? 0;
  if (total + points * factor > Number.MAX_SAFE_INTEGER) {
    throw new LiveError(LiveErrorCode.invalidParameter, `the score of "${userId}" would be too large to be exact`);
  }
  turn.emit({
    type: 'score-added',
    battleId,
    userId,
    eventId,
    points,
    ...(factor > 1 && { factor }),
    ...(sentAt !== undefined && { sentAt }),
    ...(contributor && { contributor: shownGiver(contributor) }),
  });
  return points * factor;
}

/** Between the end of the announced duration and the beginning of extra time nothing runs. */
function ranAt({ startedAt, endsAt, extraTimeStartedAt, config }: BattleRecord, instant: number): boolean {
  if (startedAt === null || endsAt === null || instant < startedAt) return false;
  if (instant < startedAt + config.duration * 1000) return true;
  return extraTimeStartedAt !== null && extraTimeStartedAt <= instant && instant < endsAt;
}

/** What everybody is shown of a giver has to fit into the live's document. */
function shownGiver({ userId, userName, avatarUrl }: NonNullable<ScoreEntry['contributor']>): User {
  const name = userName?.slice(0, limits.contributorNameLength) || userId;
  const isTooLong = (avatarUrl?.length ?? 0) > limits.contributorAvatarLength;
  // The cut may have left half a character.
  return { userId, userName: name.replace(/[\uD800-\uDBFF]$/, ''), avatarUrl: isTooLong ? '' : (avatarUrl ?? '') };
}

/** From the end until the result is decided, only what was sent while it ran. @throws LiveError `battleEnded`. */
function checkInTime(now: number, battle: BattleRecord, { sentAt }: ScoreEntry): void {
  if (battle.endsAt === null || now < battle.endsAt) return;
  if (sentAt !== undefined && ranAt(battle, sentAt)) return;
  throw new LiveError(LiveErrorCode.battleEnded, 'the battle is over');
}

function checkEntry(entry: unknown): void {
  const { eventId, points, sentAt, contributor } = record('an entry', entry);
  if (typeof eventId !== 'string' || eventId.length === 0 || eventId.length > limits.scoreEventIdLength) {
    invalid(`eventId must be a text of 1 to ${limits.scoreEventIdLength} characters`);
  }
  // Half a surrogate pair becomes the same sign in every database, and so the same event.
  if (/\p{Surrogate}/u.test(eventId)) invalid('eventId must be well-formed Unicode');
  wholeNumber('points', points, 1, limits.pointsPerEvent);
  if (sentAt !== undefined) wholeNumber('sentAt', sentAt, 0, Number.MAX_SAFE_INTEGER);
  if (contributor !== undefined) checkContributor(contributor);
}

function checkContributor(contributor: unknown): void {
  const { userId, userName = '', avatarUrl = '' } = (contributor ?? {}) as Partial<Record<keyof User, unknown>>;
  if (!isUserId(userId)) invalid('the userId of a contributor must be 1–64 of A-Z a-z 0-9 _ . : -');
  if (typeof userName !== 'string') invalid('the userName of a contributor must be a text');
  if (typeof avatarUrl !== 'string') invalid('the avatarUrl of a contributor must be a text');
}
