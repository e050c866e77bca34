import {
  LiveError,
  LiveErrorCode,
  sideCount,
  type BattleEndedReason,
  type BattleResult,
  type PenaltyEndedReason,
} from '../../../core/vocabulary.js';
import { battleInPenalty, findBattle, isHostThere, memberOf } from './battle-lookup.js';
import { contestants, type BattleRecord } from '../records.js';
import { endAllEffects } from './effects/effect-deadlines.js';
import { closeRematch, openRematch } from './rematch-window.js';
import { resultOf } from './result.js';
import type { Turn } from '../turn.js';

/** Begins an agreed battle. From now on all lives of the link show it. */
export function beginBattle(turn: Turn, battle: BattleRecord): void {
  const { battleId, config, linkId } = battle;
  const shownIn = turn.slice.links[linkId]!.lives.map(({ liveId }) => liveId);
  const startsAt = turn.now + config.countdown * 1000;
  const endsAt = startsAt + config.duration * 1000;
  if (config.countdown > 0) turn.emit({ type: 'countdown-started', battleId, startsAt, endsAt, shownIn });
  else turn.emit({ type: 'battle-started', battleId, endsAt, shownIn });
}

/** Ends a phase whose time is up. When the battle is over, that is the rematch window. */
export function finishPhase(turn: Turn, battle: BattleRecord): void {
  const { battleId, phase, config, shownIn } = battle;
  if (phase === 'countdown') {
    const there = contestants(battle).filter((member) => !member.exited && isHostThere(turn, member));
    // A battle needs two sides that are present.
    if (sideCount(battle, there) < 2) turn.emit({ type: 'battle-voided', battleId });
    else turn.emit({ type: 'battle-started', battleId, endsAt: turn.now + config.duration * 1000, shownIn });
  }
  if (phase === 'running') finishRunning(turn, battle);
  if (phase === 'penalty') finishPenalty(turn, battle, 'time-over');
  if (phase === 'over') turn.emit({ type: 'rematch-closed', battleId });
}

/**
 * Takes hosts out of an ongoing battle, all at one instant. With fewer than two sides left, a countdown is voided and a
 * running battle ends. A penalty ends when no loser is left, or only losers are left.
 */
export function exitBattle(turn: Turn, battle: BattleRecord, userIds: readonly string[]): void {
  const { battleId, phase } = battle;
  const staying = contestants(battle).filter(({ userId, exited }) => !exited && !userIds.includes(userId));
  const hasSides = sideCount(battle, staying) >= 2;
  // All remaining hosts leave at the same instant: points decide, as if they had stayed.
  const isDecided = phase === 'running' && staying.length === 0;
  if (isDecided) emitEnd(turn, battle, 'all-member-exit');
  const hasLost = (phase === 'running' && !isDecided) || (phase === 'countdown' && hasSides);
  for (const userId of userIds) turn.emit({ type: 'battle-exited', battleId, userId, hasLost });
  if (phase === 'penalty') {
    if (!isServed(findBattle(turn, battleId))) finishPenalty(turn, battle, 'cut-short');
  } else if (phase === 'countdown') {
    if (!hasSides) turn.emit({ type: 'battle-voided', battleId });
  } else if (!hasSides && !isDecided) endBattle(turn, battleId, 'all-member-exit');
}

/** Ends a battle for the app's backend. Neither a penalty nor a rematch follows. */
export function endByServer(turn: Turn, battle: BattleRecord): void {
  const { battleId, phase } = battle;
  if (phase === 'countdown') turn.emit({ type: 'battle-voided', battleId });
  else if (phase === 'penalty') {
    closeRematch(turn, battleId);
    finishPenalty(turn, findBattle(turn, battleId), 'cut-short');
  } else emitEnd(turn, battle, 'ended-by-server');
}

/**
 * Ends the penalty early, for a host who has not lost.
 * @throws LiveError `noPermission` for a loser, `notInBattle`, and those of `battleInPenalty`.
 */
export function waivePenalty(turn: Turn, battleId: string, userId: string): void {
  const battle = battleInPenalty(turn, battleId);
  if (hasLost(battle, memberOf(battle, userId).userId)) {
    throw new LiveError(LiveErrorCode.noPermission, 'whoever lost cannot waive the penalty');
  }
  finishPenalty(turn, battle, 'cut-short');
}

/** Ends a penalty. An open rematch window starts anew from now. */
export function finishPenalty(turn: Turn, battle: BattleRecord, reason: PenaltyEndedReason): void {
  turn.emit({ type: 'penalty-ended', battleId: battle.battleId, reason });
  if (battle.rematchEndsAt !== null) openRematch(turn, findBattle(turn, battle.battleId), turn.now);
}

/** Ends a running battle, or starts its extra time: only on a draw, and only once. */
function finishRunning(turn: Turn, battle: BattleRecord): void {
  const { battleId, config, extraTimeStartedAt } = battle;
  const isDrawn = result(turn, battle).standings.some(({ outcome }) => outcome === 'draw');
  if (config.extraTime > 0 && extraTimeStartedAt === null && isDrawn) {
    turn.emit({ type: 'extra-time-started', battleId, endsAt: turn.now + config.extraTime * 1000 });
  } else endBattle(turn, battleId, 'time-over');
}

function endBattle(turn: Turn, battleId: string, reason: BattleEndedReason): void {
  emitEnd(turn, findBattle(turn, battleId), reason);
  const ended = findBattle(turn, battleId);
  const endsAt = turn.now + (isServed(ended) ? ended.config.penalty * 1000 : 0);
  if (endsAt > turn.now) turn.emit({ type: 'penalty-started', battleId, endsAt });
  openRematch(turn, ended, endsAt);
}

function emitEnd(turn: Turn, battle: BattleRecord, reason: BattleEndedReason): void {
  endAllEffects(turn, battle);
  turn.emit({ type: 'battle-ended', battleId: battle.battleId, reason, result: result(turn, battle) });
}

/** Whether a loser is left to serve a penalty, and another host to see it. A host who has left serves none. */
function isServed(battle: BattleRecord): boolean {
  const there = contestants(battle).filter(({ exited }) => !exited);
  const losers = there.filter(({ userId }) => hasLost(battle, userId));
  return losers.length > 0 && losers.length < there.length;
}

function result(turn: Turn, battle: BattleRecord): BattleResult {
  return resultOf(battle, (userId) => {
    return turn.live(memberOf(battle, userId).liveId).tally.winStreak;
  });
}

/** Whether a host has lost a battle that has its result. */
function hasLost({ result }: BattleRecord, userId: string): boolean {
  return result!.standings.some((standing) => standing.userId === userId && standing.outcome === 'lose');
}
