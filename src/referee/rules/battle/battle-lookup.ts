import { LiveError, LiveErrorCode } from '../../../core/vocabulary.js';
import { contestants, goesOn, recordOf, type BattleRecord, type BattleMember } from '../records.js';
import type { Turn } from '../turn.js';

/** @throws LiveError `battleNotFound`. */
export function findBattle(turn: Turn, battleId: string): BattleRecord {
  const battle = recordOf(turn.slice.battles, battleId);
  if (battle) return battle;
  throw new LiveError(LiveErrorCode.battleNotFound, `there is no battle "${battleId}"`);
}

/** A battle in countdown, running or penalty. @throws LiveError `battleNotFound`, `battleNotRunning`, `battleEnded`. */
export function ongoingBattle(turn: Turn, battleId: string): BattleRecord {
  const battle = findBattle(turn, battleId);
  if (goesOn(battle)) return battle;
  if (battle.phase !== 'requested') throw new LiveError(LiveErrorCode.battleEnded, 'the battle is over');
  throw new LiveError(LiveErrorCode.battleNotRunning, 'the battle has not begun');
}

/** @throws LiveError as `ongoingBattle`; `battleNotStarted` before the penalty. */
export function battleInPenalty(turn: Turn, battleId: string): BattleRecord {
  const battle = ongoingBattle(turn, battleId);
  if (battle.phase === 'penalty') return battle;
  throw notStarted('the penalty has not started');
}

/** A contestant who has not left the battle. @throws LiveError `notInBattle`. */
export function memberOf(battle: BattleRecord, userId: string): BattleMember {
  const member = contestants(battle).find((candidate) => candidate.userId === userId && !candidate.exited);
  if (member) return member;
  throw new LiveError(LiveErrorCode.notInBattle, `user "${userId}" is not in battle "${battle.battleId}"`);
}

/** Whether the host of a live counts as present. A host in a short absence (under `Grace.shown`) still does. */
export function isHostThere(turn: Turn, { liveId }: Pick<BattleMember, 'liveId'>): boolean {
  return recordOf(turn.slice.lives, liveId)?.isHostMissed !== true;
}

export function notStarted(message: string): LiveError {
  return new LiveError(LiveErrorCode.battleNotStarted, message);
}
