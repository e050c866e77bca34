import { LiveError, LiveErrorCode, type CheckedCommandOf } from '../../../core/vocabulary.js';
import { notChallenged } from './battle-answer-rules.js';
import { findBattle } from './battle-lookup.js';
import { concludeChallenge } from './challenge-conclusion.js';
import { goesOn, type BattleRecord } from '../records.js';
import type { Turn } from '../turn.js';

/**
 * Cancels the inviter's challenge for the hosts named, or for all.
 * @throws LiveError `battleNotFound`, `noPermission`, `requestNotFound`, `battleNotCancellable` once the battle has
 * begun, `notInBattle` when a host named was not challenged.
 */
export function cancelBattleRequest(
  turn: Turn,
  userId: string,
  command: CheckedCommandOf<'cancel-battle-request'>,
): void {
  const battle = findBattle(turn, command.battleId);
  if (battle.inviter.userId !== userId) throw new LiveError(LiveErrorCode.noPermission, 'only the inviter may cancel');
  if (goesOn(battle)) throw new LiveError(LiveErrorCode.battleNotCancellable, 'the battle has begun: exit it');
  if (battle.phase !== 'requested')
    throw new LiveError(LiveErrorCode.requestNotFound, 'this challenge has been settled already');
  for (const named of command.userIds ?? []) {
    const isChallenged = named !== userId && battle.members.some((member) => member.userId === named);
    if (!isChallenged) throw notChallenged(named);
  }
  withdraw(turn, battle, command.userIds);
}

/** Takes hosts who leave the link out of a requested battle. Without its inviter the request is cancelled for all. */
export function cancelBattle(turn: Turn, battle: BattleRecord, userIds: readonly string[]): void {
  withdraw(turn, battle, userIds.includes(battle.inviter.userId) ? undefined : userIds);
}

/** Cancels the challenge for the hosts in `whom`, or for all, also for a host who has accepted. */
function withdraw(turn: Turn, { battleId, inviter, members }: BattleRecord, whom?: readonly string[]): void {
  for (const { userId, answer } of members) {
    const isOpen = answer === 'pending' || (answer === 'accepted' && userId !== inviter.userId);
    if (!isOpen || (whom && !whom.includes(userId))) continue;
    turn.emit({ type: 'battle-answered', battleId, userId, answer: 'cancelled' });
  }
  concludeChallenge(turn, battleId);
}
