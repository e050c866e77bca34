import type {
  BattleEndedReason,
  BattleResult,
  PenaltyEndedReason,
  RequestStatus,
  User,
} from '../../../core/vocabulary.js';
import { contestants, type BattleRecord, type BattleMember, type Slice } from '../records.js';
import type { Appliers } from '../rule-event.js';
import { changeBattle, changeLink, changeLive, setBattle } from '../slice-changes.js';
import { countedEventOf } from './counted-event.js';
import { addContribution, countedPoints, takeContribution } from './contributions.js';
import { applyEffectEvent, type EffectEvent } from './effects/effect-events.js';
import { tallyEnd, tallyExit } from './tally.js';

/**
 * What happens to a battle. Events name the lives that show it, so that the ledger alone can rebuild it. Times are
 * epoch milliseconds.
 */
export type BattleEvent =
  | { type: 'battle-requested'; battle: BattleRecord }
  | { type: 'battle-answered'; battleId: string; userId: string; answer: RequestStatus }
  | { type: 'countdown-started'; battleId: string; startsAt: number; endsAt: number; shownIn: readonly string[] }
  | { type: 'battle-started'; battleId: string; endsAt: number; shownIn: readonly string[] }
  /** A live joined the link or left it: `shownIn` are the lives that show the battle now. */
  | { type: 'battle-shown'; battleId: string; shownIn: readonly string[] }
  | { type: 'battle-voided'; battleId: string }
  /** `hasLost`: the host's live counts a lost battle at once, however the battle ends. */
  | { type: 'battle-exited'; battleId: string; userId: string; hasLost: boolean }
  | { type: 'extra-time-started'; battleId: string; endsAt: number }
  | { type: 'battle-ended'; battleId: string; reason: BattleEndedReason; result: BattleResult }
  | { type: 'penalty-started'; battleId: string; endsAt: number }
  | { type: 'penalty-ended'; battleId: string; reason: PenaltyEndedReason }
  /** The event comes again, with a new end, when a penalty is cut short. */
  | { type: 'rematch-opened'; battleId: string; endsAt: number }
  | { type: 'rematch-requested'; battleId: string; userId: string }
  | { type: 'rematch-cancelled'; battleId: string; userId: string }
  /** One host declines: the window closes for all. */
  | { type: 'rematch-declined'; battleId: string; userId: string }
  | { type: 'rematch-closed'; battleId: string }
  /** `points` are as sent. `factor` is the multiplier; it is absent when it is 1. */
  | {
      type: 'score-added';
      battleId: string;
      userId: string;
      eventId: string;
      points: number;
      factor?: number;
      sentAt?: number;
      contributor?: User;
    }
  /**
   * `points` are negative, as sent. The total does not fall below 0, nor does what the contributor `giverId` has given.
   */
  | { type: 'score-corrected'; battleId: string; userId: string; eventId: string; points: number; giverId?: string }
  | { type: 'score-set'; battleId: string; userId: string; eventId: string; total: number }
  | EffectEvent;

export const applyBattleEvent: Appliers<BattleEvent> = {
  'battle-requested': (slice, { battle }) =>
    changeLink(setBattle(slice, battle), battle.linkId, { battleId: battle.battleId }),
  'battle-answered': (slice, { battleId, userId, answer }) => changeMember(slice, battleId, userId, { answer }),
  'countdown-started': (slice, { battleId, startsAt, endsAt, shownIn }) =>
    reveal(slice, battleId, { phase: 'countdown', startedAt: startsAt, endsAt, shownIn }),
  'battle-started': (slice, { battleId, endsAt, shownIn, at }) =>
    reveal(slice, battleId, { phase: 'running', startedAt: at, endsAt, shownIn }),
  'battle-shown': (slice, { battleId, shownIn }) => show(slice, battleId, shownIn),
  'battle-voided': (slice, { battleId, at }) => changeBattle(slice, battleId, () => ({ phase: 'void', endedAt: at })),
  'battle-exited': (slice, event) =>
    changeMember(tallyExit(slice, event), event.battleId, event.userId, { exited: true }),
  'extra-time-started': (slice, { battleId, endsAt, at }) =>
    changeBattle(slice, battleId, () => ({ extraTimeStartedAt: at, endsAt })),
  'battle-ended': (slice, { battleId, reason, result, at }) =>
    changeBattle(tallyEnd(slice, battleId, result), battleId, () => ({
      phase: 'over',
      endedAt: at,
      endedReason: reason,
      result,
    })),
  'penalty-started': (slice, { battleId, endsAt }) =>
    changeBattle(slice, battleId, () => ({ phase: 'penalty', penaltyEndsAt: endsAt })),
  'penalty-ended': (slice, { battleId, reason }) =>
    changeBattle(slice, battleId, () => ({ phase: 'over', penaltyEndedReason: reason })),
  'rematch-opened': (slice, { battleId, endsAt }) => changeBattle(slice, battleId, () => ({ rematchEndsAt: endsAt })),
  'rematch-requested': (slice, { battleId, userId }) =>
    changeBattle(slice, battleId, ({ rematchUserIds }) => ({ rematchUserIds: [...rematchUserIds, userId] })),
  'rematch-cancelled': (slice, { battleId, userId }) =>
    changeBattle(slice, battleId, ({ rematchUserIds }) => ({
      rematchUserIds: rematchUserIds.filter((agreed) => agreed !== userId),
    })),
  'rematch-declined': (slice, { battleId, userId }) =>
    changeBattle(slice, battleId, () => ({ rematchEndsAt: null, rematchUserIds: [], rematchDeclinedBy: userId })),
  'rematch-closed': (slice, { battleId }) =>
    changeBattle(slice, battleId, () => ({ rematchEndsAt: null, rematchUserIds: [] })),
  'score-added': (slice, event) => {
    const { battleId, userId: hostUserId, contributor } = event;
    const points = countedPoints(event);
    const scored = count(slice, event, (total) => total + points);
    return contributor ? addContribution(scored, { battleId, hostUserId, points }, contributor) : scored;
  },
  'score-corrected': (slice, event) => {
    const { battleId, userId: hostUserId, giverId } = event;
    const corrected = count(slice, event, (total) => Math.max(0, total + event.points));
    const points = -event.points;
    return giverId === undefined ? corrected : takeContribution(corrected, { battleId, hostUserId, points }, giverId);
  },
  'score-set': (slice, event) => count(slice, event, () => event.total),
  ...applyEffectEvent,
};

type ScoreEvent = Extract<BattleEvent, { type: 'score-added' | 'score-corrected' | 'score-set' }>;

/** Changes the total of a host, and remembers the event. */
function count(slice: Slice, event: ScoreEvent, change: (total: number) => number): Slice {
  const { battleId, userId } = event;
  const scored = changeBattle(slice, battleId, ({ scores, scoreVersion }) => ({
    scores: { ...scores, [userId]: change(scores[userId] ?? 0) },
    scoreVersion: scoreVersion + 1,
  }));
  return { ...scored, countedEvents: withCounted(slice, event) };
}

function withCounted(slice: Slice, event: BattleEvent): Slice['countedEvents'] {
  const counts = countedEventOf(event);
  return counts ? new Map([...slice.countedEvents, [counts.eventId, counts.counted]]) : slice.countedEvents;
}

/** Shows the battle in the lives of `shownIn`, with 0 points for every contestant. */
function reveal(
  slice: Slice,
  battleId: string,
  { shownIn, ...change }: Pick<BattleRecord, 'shownIn'> & Partial<BattleRecord>,
): Slice {
  const revealed = changeBattle(slice, battleId, (battle) => ({
    ...change,
    scores: Object.fromEntries(contestants(battle).map(({ userId }) => [userId, 0])),
    scoreVersion: 1,
  }));
  return show(revealed, battleId, shownIn);
}

/** Makes these lives show the battle. The event `link-left` handles a live that leaves. */
function show(slice: Slice, battleId: string, shownIn: readonly string[]): Slice {
  const shown = changeBattle(slice, battleId, () => ({ shownIn }));
  return shownIn.reduce((next, liveId) => changeLive(next, liveId, () => ({ battleId })), shown);
}

function changeMember(slice: Slice, battleId: string, userId: string, change: Partial<BattleMember>): Slice {
  return changeBattle(slice, battleId, ({ members }) => ({
    members: members.map((member) => (member.userId === userId ? { ...member, ...change } : member)),
  }));
}
