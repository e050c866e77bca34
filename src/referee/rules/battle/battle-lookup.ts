import { LiveError, LiveErrorCode } from '../../../core/vocabulary.js';
import { contestants, goesOn, recordOf, type BattleRecord, type BattleMember } from '../records.js';
import type { Turn } from '../turn.js';

/** @throws LiveError `battleNotFound`. */
export function findBattle(turn: Turn, battleId: string): BattleRecord {
  const battle = recordOf(turn.slice.battles, battleId);
  if (battle) return battle;
  throw new LiveError(LiveErrorCode.battleNotFound, `there is no battle "${battleId}"`);
}

/** A battle in countdown, running or penalty. @throws LiveError `battleNotFound`, `battleNotStarted`, `battleEnded`. */
export function ongoingBattle(turn: Turn, battleId: string): BattleRecord {
  const battle = findBattle(turn, battleId);
  if (goesOn(battle)) return battle;
  throw battle.phase === 'requested' ? notStarted() : ended();
}

/** @throws LiveError `battleNotFound`, `battleNotStarted` before it, `battleEnded` after it or without one. */
export function battleInPenalty(turn: Turn, battleId: string): BattleRecord {
  const battle = ongoingBattle(turn, battleId);
  if (battle.phase === 'penalty') return battle;
  throw notStarted('the penalty has not started');
}

/** @throws LiveError `notInBattle`. */
export function memberOf(battle: BattleRecord, userId: string): BattleMember {
  const member = contestants(battle).find((candidate) => candidate.userId === userId && !candidate.exited);
  if (member) return member;
  throw new LiveError(LiveErrorCode.notInBattle, `user "${userId}" is not in battle "${battle.battleId}"`);
}

export function notStarted(message = 'the battle has not started'): LiveError {
  return new LiveError(LiveErrorCode.battleNotStarted, message);
}

function ended(): LiveError {
  return new LiveError(LiveErrorCode.battleEnded, 'the battle is over');
}
