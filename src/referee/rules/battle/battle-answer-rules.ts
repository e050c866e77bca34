import { LiveError, LiveErrorCode, type RequestStatus } from '../../../core/vocabulary.js';
import { findBattle } from './battle-lookup.js';
import { concludeChallenge } from './challenge-conclusion.js';
import type { BattleRecord } from '../records.js';
import type { Turn } from '../turn.js';

/** Whether a host has accepted another host's challenge, and the challenge still waits for other answers. */
export function hasAgreed({ phase, inviter, members }: BattleRecord, userId: string): boolean {
  const accepted = members.some((member) => member.userId === userId && member.answer === 'accepted');
  return phase === 'requested' && accepted && inviter.userId !== userId;
}

/**
 * Answers a challenge. A host who has accepted may still reject while other answers are missing.
 * @throws LiveError `battleNotFound`, `notInBattle`, `requestNotFound` when answered before.
 */
export function answerBattle(
  turn: Turn,
  battleId: string,
  userId: string,
  answer: Extract<RequestStatus, 'accepted' | 'rejected'>,
): void {
  const battle = findBattle(turn, battleId);
  const member = battle.members.find((candidate) => candidate.userId === userId);
  if (!member) throw notChallenged(userId);
  if (member.answer !== 'pending' && !(answer === 'rejected' && hasAgreed(battle, userId))) {
    throw new LiveError(LiveErrorCode.requestNotFound, 'this challenge has been settled already');
  }
  turn.emit({ type: 'battle-answered', battleId, userId, answer });
  concludeChallenge(turn, battleId);
}

/** Settles a request whose time is up. A missing answer becomes `timeout`; the hosts who accepted begin the battle. */
export function timeOutRequest(turn: Turn, battle: BattleRecord): void {
  const { battleId } = battle;
  for (const { userId, answer } of battle.members) {
    if (answer === 'pending') turn.emit({ type: 'battle-answered', battleId, userId, answer: 'timeout' });
  }
  concludeChallenge(turn, battleId);
}

export function notChallenged(userId: string): LiveError {
  return new LiveError(LiveErrorCode.notInBattle, `user "${userId}" was not challenged`);
}
