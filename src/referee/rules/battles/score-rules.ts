import { limits, LiveError, LiveErrorCode } from '../../../core/vocabulary.js';
import { findBattle, runningBattle, sideOf } from './battle-lookup.js';
import type { BattleRecord } from '../records.js';
import type { AddScoresReply, ScoreEntry } from '../rule-command.js';
import type { Turn } from '../turn.js';
import { invalid, wholeNumber } from '../validate.js';

/**
 * All entries or none: a call with one bad entry changes nothing. An event id that was counted before is left out, also
 * after the end: whoever repeats a call whose answer got lost learns that it had counted.
 */
export function addScores(turn: Turn, battleId: string, entries: readonly ScoreEntry[]): AddScoresReply {
  if (entries.length === 0 || entries.length > limits.scoreEventsPerCall) {
    invalid(`entries must hold 1 to ${limits.scoreEventsPerCall} score events`);
  }
  entries.forEach(checkEntry);
  const isRepeat = entries.every(({ eventId }) => turn.slice.countedEvents.has(eventId));
  const battle = isRepeat ? findBattle(turn, battleId) : runningBattle(turn, battleId);
  const results = entries.map((entry) => {
    if (turn.slice.countedEvents.has(entry.eventId)) return { eventId: entry.eventId, counted: false };
    checkInTime(turn.now, battle, entry);
    sideOf(battle, entry.userId);
    addScore(turn, battleId, entry);
    return { eventId: entry.eventId, counted: true };
  });
  const { scoreVersion: version, scores: totals } = findBattle(turn, battleId);
  return { results, version, totals };
}

function addScore(turn: Turn, battleId: string, { eventId, userId, points, sentAt }: ScoreEntry): void {
  const total = turn.slice.battles[battleId]?.scores[userId] ?? 0;
  if (total + points > Number.MAX_SAFE_INTEGER) {
    throw new LiveError(LiveErrorCode.invalidParameter, `the score of "${userId}" would be too large to be exact`);
  }
  turn.emit({ type: 'score-added', battleId, userId, eventId, points, ...(sentAt !== undefined && { sentAt }) });
}

/** From the end until the result is decided, only what was sent while it ran. @throws LiveError `battleEnded`. */
function checkInTime(now: number, { startedAt, endsAt }: BattleRecord, { sentAt }: ScoreEntry): void {
  if (startedAt === null || endsAt === null || now < endsAt) return;
  if (sentAt !== undefined && startedAt <= sentAt && sentAt < endsAt) return;
  throw new LiveError(LiveErrorCode.battleEnded, 'the battle is over');
}

function checkEntry({ eventId, points, sentAt }: ScoreEntry): void {
  if (typeof eventId !== 'string' || eventId.length === 0 || eventId.length > limits.scoreEventIdLength) {
    invalid(`eventId must be a text of 1 to ${limits.scoreEventIdLength} characters`);
  }
  // Half a surrogate pair becomes the same sign in every database, and so the same event.
  if (/\p{Surrogate}/u.test(eventId)) invalid('eventId must be well-formed Unicode');
  wholeNumber('points', points, 1, limits.pointsPerEvent);
  if (sentAt !== undefined) wholeNumber('sentAt', sentAt, 0, Number.MAX_SAFE_INTEGER);
}
