import type { BattleEndedReason, BattleResult, PenaltyEndedReason, RequestStatus } from '../../../core/vocabulary.js';
import { contestants, type BattleRecord, type BattleSide, type Slice } from '../records.js';
import type { Appliers } from '../rule-event.js';
import { changeBattle, changeLink, changeLive, setBattle } from '../slice-changes.js';

export type BattleEvent =
  | { type: 'battle-requested'; battle: BattleRecord }
  | { type: 'battle-answered'; battleId: string; userId: string; answer: RequestStatus }
  | { type: 'countdown-started'; battleId: string; startsAt: number; endsAt: number }
  | { type: 'battle-started'; battleId: string; endsAt: number }
  | { type: 'battle-voided'; battleId: string }
  | { type: 'battle-exited'; battleId: string; userId: string }
  | { type: 'battle-ended'; battleId: string; reason: BattleEndedReason; result: BattleResult }
  | { type: 'penalty-started'; battleId: string; endsAt: number }
  | { type: 'penalty-ended'; battleId: string; reason: PenaltyEndedReason }
  | { type: 'score-added'; battleId: string; userId: string; eventId: string; points: number; sentAt?: number };

export const applyBattleEvent: Appliers<BattleEvent> = {
  'battle-requested': (slice, { battle }) =>
    changeLink(setBattle(slice, battle), battle.linkId, { battleId: battle.battleId }),
  'battle-answered': (slice, { battleId, userId, answer }) => changeSide(slice, battleId, userId, { answer }),
  'countdown-started': (slice, { battleId, startsAt, endsAt }) =>
    reveal(slice, battleId, { phase: 'countdown', startedAt: startsAt, endsAt }),
  'battle-started': (slice, { battleId, endsAt, at }) =>
    reveal(slice, battleId, { phase: 'running', startedAt: at, endsAt }),
  'battle-voided': (slice, { battleId, at }) => changeBattle(slice, battleId, () => ({ phase: 'void', endedAt: at })),
  'battle-exited': (slice, { battleId, userId }) => changeSide(slice, battleId, userId, { exited: true }),
  'battle-ended': (slice, { battleId, reason, result, at }) =>
    changeBattle(slice, battleId, () => ({ phase: 'over', endedAt: at, endedReason: reason, result })),
  'penalty-started': (slice, { battleId, endsAt }) =>
    changeBattle(slice, battleId, () => ({ phase: 'penalty', penaltyEndsAt: endsAt })),
  'penalty-ended': (slice, { battleId, reason }) =>
    changeBattle(slice, battleId, () => ({ phase: 'over', penaltyEndedReason: reason })),
  'score-added': (slice, { battleId, userId, points, eventId }) => ({
    ...changeBattle(slice, battleId, ({ scores, scoreVersion }) => ({
      scores: { ...scores, [userId]: (scores[userId] ?? 0) + points },
      scoreVersion: scoreVersion + 1,
    })),
    countedEvents: new Set([...slice.countedEvents, eventId]),
  }),
};

/** Everybody in the link sees the battle, at nil all. */
function reveal(slice: Slice, battleId: string, change: Partial<BattleRecord>): Slice {
  const shownIn = slice.links[slice.battles[battleId]?.linkId ?? '']?.seats.map(({ liveId }) => liveId) ?? [];
  const revealed = changeBattle(slice, battleId, (battle) => ({
    ...change,
    shownIn,
    scores: Object.fromEntries(contestants(battle).map(({ userId }) => [userId, 0])),
    scoreVersion: 1,
  }));
  return shownIn.reduce((next, liveId) => changeLive(next, liveId, () => ({ battleId })), revealed);
}

function changeSide(slice: Slice, battleId: string, userId: string, change: Partial<BattleSide>): Slice {
  return changeBattle(slice, battleId, ({ sides }) => ({
    sides: sides.map((side) => (side.userId === userId ? { ...side, ...change } : side)),
  }));
}
