import { LiveError, LiveErrorCode, multiplierAt } from '../../../core/vocabulary.js';
import { findBattle, runningBattle, memberOf } from './battle-lookup.js';
import type { BattleRecord } from '../records.js';
import type { AddScoresReply, CheckedScoreEntry, ScoreResult } from '../rule-command.js';
import type { Turn } from '../turn.js';

/**
 * All entries or none: a call with one bad entry changes nothing. An event id that was counted before is left out, also
 * after the end: whoever repeats a call whose answer got lost learns that it had counted.
 */
export function addScores(turn: Turn, battleId: string, entries: readonly CheckedScoreEntry[]): AddScoresReply {
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
  { eventId, userId, points, sentAt, contributor }: CheckedScoreEntry,
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
    ...(contributor && { contributor }),
  });
  return points * factor;
}

/** Between the end of the announced duration and the beginning of extra time nothing runs. */
function ranAt({ startedAt, endsAt, extraTimeStartedAt, config }: BattleRecord, instant: number): boolean {
  if (startedAt === null || endsAt === null || instant < startedAt) return false;
  if (instant < startedAt + config.duration * 1000) return true;
  return extraTimeStartedAt !== null && extraTimeStartedAt <= instant && instant < endsAt;
}

/** From the end until the result is decided, only what was sent while it ran. @throws LiveError `battleEnded`. */
function checkInTime(now: number, battle: BattleRecord, { sentAt }: CheckedScoreEntry): void {
  if (battle.endsAt === null || now < battle.endsAt) return;
  if (sentAt !== undefined && ranAt(battle, sentAt)) return;
  throw new LiveError(LiveErrorCode.battleEnded, 'the battle is over');
}
