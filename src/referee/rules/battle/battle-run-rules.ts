import {
  LiveError,
  LiveErrorCode,
  sideCount,
  type BattleEndedReason,
  type BattleResult,
  type PenaltyEndedReason,
} from '../../../core/vocabulary.js';
import { battleInPenalty, findBattle, memberOf } from './battle-lookup.js';
import { contestants, type BattleRecord } from '../records.js';
import { openRematch } from './rematch-window.js';
import { resultOf } from './result.js';
import type { Turn } from '../turn.js';

/** Everybody has agreed: from here on the whole link sees it. */
export function beginBattle(turn: Turn, battle: BattleRecord): void {
  const { battleId, config, linkId } = battle;
  const shownIn = turn.slice.links[linkId]?.lives.map(({ liveId }) => liveId) ?? [];
  const startsAt = turn.now + config.countdown * 1000;
  const endsAt = startsAt + config.duration * 1000;
  if (config.countdown > 0) turn.emit({ type: 'countdown-started', battleId, startsAt, endsAt, shownIn });
  else turn.emit({ type: 'battle-started', battleId, endsAt, shownIn });
}

/** The time of a phase is up, or that of a rematch. */
export function finishPhase(turn: Turn, battle: BattleRecord): void {
  const { battleId, phase, config, shownIn } = battle;
  if (phase === 'countdown') {
    turn.emit({ type: 'battle-started', battleId, endsAt: turn.now + config.duration * 1000, shownIn });
  }
  if (phase === 'running') finishRunning(turn, battle);
  if (phase === 'penalty') finishPenalty(turn, battle, 'time-over');
  if (phase === 'over') turn.emit({ type: 'rematch-closed', battleId });
}

/** Fewer than two sides are no battle: a countdown leads to nothing, a running one is over. Any exit ends a penalty. */
export function exitBattle(turn: Turn, battle: BattleRecord, userId: string): void {
  const { battleId, phase } = battle;
  const others = contestants(battle).filter((member) => member.userId !== userId && !member.exited);
  const goesOn = sideCount(battle, others) >= 2;
  const isLost = phase === 'running' || (phase === 'countdown' && goesOn);
  turn.emit({ type: 'battle-exited', battleId, userId, hasLost: isLost });
  if (phase === 'penalty') finishPenalty(turn, battle, 'cut-short');
  else if (goesOn) return;
  else if (phase === 'countdown') turn.emit({ type: 'battle-voided', battleId });
  else endBattle(turn, battleId, 'all-member-exit');
}

/** The app's backend has the last word: neither penalty nor rematch follows. */
export function endByServer(turn: Turn, battle: BattleRecord): void {
  const { battleId, phase } = battle;
  if (phase === 'countdown') turn.emit({ type: 'battle-voided', battleId });
  else if (phase === 'penalty') finishPenalty(turn, battle, 'cut-short');
  else turn.emit({ type: 'battle-ended', battleId, reason: 'ended-by-server', result: result(turn, battle) });
}

/** @throws LiveError `noPermission` for a loser, `notInBattle`, and those of `battleInPenalty`. */
export function waivePenalty(turn: Turn, battleId: string, userId: string): void {
  const battle = battleInPenalty(turn, battleId);
  if (hasLost(battle, memberOf(battle, userId).userId)) {
    throw new LiveError(LiveErrorCode.noPermission, 'whoever lost cannot waive the penalty');
  }
  finishPenalty(turn, battle, 'cut-short');
}

/** The window for a rematch, if there is one, counts from here. */
export function finishPenalty(turn: Turn, battle: BattleRecord, reason: PenaltyEndedReason): void {
  turn.emit({ type: 'penalty-ended', battleId: battle.battleId, reason });
  if (battle.rematchEndsAt !== null) openRematch(turn, findBattle(turn, battle.battleId), turn.now);
}

/** Once, and only while nobody is ahead, it goes on. */
function finishRunning(turn: Turn, battle: BattleRecord): void {
  const { battleId, config, extraTimeStartedAt } = battle;
  const isDrawn = result(turn, battle).standings.some(({ outcome }) => outcome === 'draw');
  if (config.extraTime > 0 && extraTimeStartedAt === null && isDrawn) {
    turn.emit({ type: 'extra-time-started', battleId, endsAt: turn.now + config.extraTime * 1000 });
  } else endBattle(turn, battleId, 'time-over');
}

function endBattle(turn: Turn, battleId: string, reason: BattleEndedReason): void {
  turn.emit({ type: 'battle-ended', battleId, reason, result: result(turn, findBattle(turn, battleId)) });
  const ended = findBattle(turn, battleId);
  const penaltyMs = ended.config.penalty * 1000;
  // Whoever has left cannot be held to anything.
  const mustServe = contestants(ended).some(({ userId, exited }) => !exited && hasLost(ended, userId));
  const endsAt = penaltyMs > 0 && mustServe ? turn.now + penaltyMs : turn.now;
  if (endsAt > turn.now) turn.emit({ type: 'penalty-started', battleId, endsAt });
  openRematch(turn, ended, endsAt);
}

function result(turn: Turn, battle: BattleRecord): BattleResult {
  return resultOf(battle, (userId) => {
    const member = battle.members.find((candidate) => candidate.userId === userId);
    return turn.slice.lives[member?.liveId ?? '']?.tally.winStreak ?? 0;
  });
}

function hasLost({ result }: BattleRecord, userId: string): boolean {
  return result?.standings.some((standing) => standing.userId === userId && standing.outcome === 'lose') ?? false;
}
