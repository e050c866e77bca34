import { LiveError, LiveErrorCode, type BattleEndedReason, type PenaltyEndedReason } from '../../../core/vocabulary.js';
import { battleInPenalty, findBattle, sideOf } from './battle-lookup.js';
import { contestants, type BattleRecord } from '../records.js';
import { resultOf } from './result.js';
import type { Turn } from '../turn.js';

/** Everybody has agreed: from here on the whole link sees it. */
export function beginBattle(turn: Turn, { battleId, config }: BattleRecord): void {
  const startsAt = turn.now + config.countdown * 1000;
  const endsAt = startsAt + config.duration * 1000;
  if (config.countdown > 0) turn.emit({ type: 'countdown-started', battleId, startsAt, endsAt });
  else turn.emit({ type: 'battle-started', battleId, endsAt });
}

/** The time of a phase is up. */
export function finishPhase(turn: Turn, battle: BattleRecord): void {
  const { battleId, phase, config } = battle;
  if (phase === 'countdown') turn.emit({ type: 'battle-started', battleId, endsAt: turn.now + config.duration * 1000 });
  if (phase === 'running') endBattle(turn, battle, 'time-over');
  if (phase === 'penalty') finishPenalty(turn, battle, 'time-over');
}

/** Fewer than two sides are no battle: a countdown leads to nothing, a running one is over. Any exit ends a penalty. */
export function exitBattle(turn: Turn, { battleId, phase }: BattleRecord, userId: string): void {
  turn.emit({ type: 'battle-exited', battleId, userId });
  const battle = findBattle(turn, battleId);
  if (phase === 'penalty') return finishPenalty(turn, battle, 'cut-short');
  if (contestants(battle).filter(({ exited }) => !exited).length >= 2) return;
  if (phase === 'countdown') turn.emit({ type: 'battle-voided', battleId });
  else endBattle(turn, battle, 'all-member-exit');
}

/** The app's backend has the last word: no penalty follows. */
export function endByServer(turn: Turn, battle: BattleRecord): void {
  const { battleId, phase } = battle;
  if (phase === 'countdown') turn.emit({ type: 'battle-voided', battleId });
  else if (phase === 'penalty') finishPenalty(turn, battle, 'cut-short');
  else turn.emit({ type: 'battle-ended', battleId, reason: 'ended-by-server', result: resultOf(battle) });
}

/** @throws LiveError `noPermission` for a loser, `notInBattle`, and those of `battleInPenalty`. */
export function waivePenalty(turn: Turn, battleId: string, userId: string): void {
  const battle = battleInPenalty(turn, battleId);
  if (hasLost(battle, sideOf(battle, userId).userId)) {
    throw new LiveError(LiveErrorCode.noPermission, 'whoever lost cannot waive the penalty');
  }
  finishPenalty(turn, battle, 'cut-short');
}

function endBattle(turn: Turn, { battleId, config }: BattleRecord, reason: BattleEndedReason): void {
  const result = resultOf(findBattle(turn, battleId));
  turn.emit({ type: 'battle-ended', battleId, reason, result });
  const ended = findBattle(turn, battleId);
  // Whoever has left cannot be held to anything.
  const mustServe = contestants(ended).some(({ userId, exited }) => !exited && hasLost(ended, userId));
  if (config.penalty > 0 && mustServe) {
    turn.emit({ type: 'penalty-started', battleId, endsAt: turn.now + config.penalty * 1000 });
  }
}

function finishPenalty(turn: Turn, { battleId }: BattleRecord, reason: PenaltyEndedReason): void {
  turn.emit({ type: 'penalty-ended', battleId, reason });
}

function hasLost({ result }: BattleRecord, userId: string): boolean {
  return result?.standings.some((standing) => standing.userId === userId && standing.outcome === 'lose') ?? false;
}
