import { boostAt, multiplierAt } from '../../../core/vocabulary.js';
import { contestants, type BattleRecord, type CountedEvent } from '../records.js';
import type {
  AddScoresReply,
  CheckedScore,
  CheckedScoreEntry,
  ScoreResult,
  ScoreStatus,
  ScoreTotal,
} from '../rule-command.js';
import type { Turn } from '../turn.js';
import type { BattleEvent } from './battle-events.js';
import { findBattle } from './battle-lookup.js';
import { countedPoints } from './contributions.js';
import { settleTarget } from './effects/target.js';
import { scoreEntryOf } from './score-entry.js';

type ScoreEvent = Extract<BattleEvent, { type: 'score-added' | 'score-corrected' | 'score-set' }>;

/**
 * Adds score entries. Each has a result of its own: an entry that cannot count does not stop the others. An event id
 * counts once. A caller who repeats a call, even after the end, learns what had counted.
 * @throws LiveError `battleNotFound`; `invalidParameter` for a malformed entry. No entry of the call counts then.
 */
export function addScores(turn: Turn, battleId: string, entries: readonly CheckedScore[]): AddScoresReply {
  const checked = entries.map(scoreEntryOf);
  findBattle(turn, battleId);
  const results = checked.map((entry) => addScore(turn, battleId, entry));
  const { scoreVersion: version, scores: totals } = findBattle(turn, battleId);
  return { results, version, totals };
}

function addScore(turn: Turn, battleId: string, entry: CheckedScoreEntry | ScoreTotal): ScoreResult {
  const { eventId, userId } = entry;
  const battle = findBattle(turn, battleId);
  const refusal = refusalOf(turn, battle, entry);
  if (refusal) return { eventId, status: refusal };
  const event = scoreEvent(battle, entry, turn.now);
  const before = battle.scores[userId] ?? 0;
  if (event.type === 'score-added' && before + countedPoints(event) > Number.MAX_SAFE_INTEGER) {
    return { eventId, status: 'too-large' };
  }
  turn.emit(event);
  settleTarget(turn, battleId);
  return { eventId, status: 'counted', points: (findBattle(turn, battleId).scores[userId] ?? 0) - before };
}

/** The event of an entry that counts. */
function scoreEvent(battle: BattleRecord, entry: CheckedScoreEntry | ScoreTotal, now: number): ScoreEvent {
  const { battleId } = battle;
  const { eventId, userId } = entry;
  if ('total' in entry) return { type: 'score-set', battleId, userId, eventId, total: entry.total };
  const { points, sentAt, contributor } = entry;
  if (points < 0) {
    const giver = contributor && { giverId: contributor.userId };
    return { type: 'score-corrected', battleId, userId, eventId, points, ...giver };
  }
  const factor = factorOf(battle, now, entry);
  return {
    type: 'score-added',
    battleId,
    userId,
    eventId,
    points,
    ...(factor > 1 && { factor }),
    ...(sentAt !== undefined && { sentAt }),
    ...(contributor && { contributor }),
  };
}

/** Why an entry does not count, apart from its size; null when it may count. */
function refusalOf(turn: Turn, battle: BattleRecord, entry: CheckedScoreEntry | ScoreTotal): ScoreStatus | null {
  const earlier = turn.slice.countedEvents.get(entry.eventId);
  if (earlier !== undefined) return isSame(earlier, entry) ? 'duplicate' : 'conflict';
  const phase = refusedPhase(turn.now, battle, entry);
  if (phase) return phase;
  const isIn = contestants(battle).some(({ userId, exited }) => userId === entry.userId && !exited);
  return isIn ? null : 'not-in-battle';
}

/** Whether an entry repeats an earlier event. An event whose values were not kept counts as the same. */
function isSame(earlier: CountedEvent, entry: CheckedScoreEntry | ScoreTotal): boolean {
  if (earlier === null) return true;
  const isEqual = 'total' in entry ? 'total' in earlier && earlier.total === entry.total : samePoints(earlier, entry);
  return isEqual && earlier.userId === entry.userId;
}

function samePoints(earlier: NonNullable<CountedEvent>, { points }: CheckedScoreEntry): boolean {
  return 'points' in earlier && earlier.points === points;
}

/**
 * Why the phase refuses an entry; null when it accepts it. All entries count while the battle runs. From `endsAt` until
 * the result is decided, only corrections and points sent while the battle ran count.
 */
function refusedPhase(
  now: number,
  battle: BattleRecord,
  entry: CheckedScoreEntry | ScoreTotal,
): 'battle-not-started' | 'battle-ended' | null {
  const { phase, endsAt } = battle;
  if (phase === 'requested' || phase === 'countdown') return 'battle-not-started';
  if (phase !== 'running') return 'battle-ended';
  if (now < endsAt! || 'total' in entry || entry.points < 0) return null;
  const { sentAt = now } = entry;
  return ranAt(battle, sentAt) ? null : 'battle-ended';
}

/** All factors at the time of sending, if that is past and the battle ran then; else those at arrival. */
function factorOf(battle: BattleRecord, now: number, { userId, sentAt = now }: CheckedScoreEntry): number {
  const instant = sentAt <= now && ranAt(battle, sentAt) ? sentAt : now;
  return multiplierAt(battle, instant) * boostAt(battle, userId, instant);
}

/**
 * Whether a running battle ran at an instant (epoch milliseconds). It does not run between its duration and extra time.
 */
function ranAt(battle: BattleRecord, instant: number): boolean {
  const { startedAt, endsAt, extraTimeStartedAt } = battle;
  if (instant < startedAt! || instant >= endsAt!) return false;
  return extraTimeStartedAt === null || instant >= extraTimeStartedAt || instant < regularEnd(battle);
}

/** When a battle with extra time was to end before it: its duration, with the extensions of that time. */
function regularEnd({ config, effects, startedAt, extraTimeStartedAt }: BattleRecord): number {
  const extended = effects.flatMap((effect) =>
    effect.type === 'extend' && effect.to <= extraTimeStartedAt! ? [effect.to] : [],
  );
  return Math.max(startedAt! + config.duration * 1000, ...extended);
}
