import { LiveError, LiveErrorCode, sideCount } from '../../../core/vocabulary.js';
import { recordOf, type BattleRecord, type BattleMember } from '../records.js';
import type { Turn } from '../turn.js';
import { findBattle, isHostThere, notStarted } from './battle-lookup.js';
import { challenge } from './challenge.js';
import { finishPenalty } from './battle-run-rules.js';
import { closeRematch, rematchers } from './rematch-window.js';

/** Agrees to a rematch. @throws LiveError those of `battleInWindow`. */
export function requestRematch(turn: Turn, battleId: string, userId: string): void {
  const { rematchUserIds } = battleInWindow(turn, battleId, userId);
  if (!rematchUserIds.includes(userId)) turn.emit({ type: 'rematch-requested', battleId, userId });
  reviewRematch(turn, battleId);
}

/** Takes an agreement back. @throws LiveError `requestNotFound` when there is none, and those of `battleInWindow`. */
export function cancelRematch(turn: Turn, battleId: string, userId: string): void {
  if (!battleInWindow(turn, battleId, userId).rematchUserIds.includes(userId)) {
    throw new LiveError(LiveErrorCode.requestNotFound, 'there is no agreement to take back');
  }
  turn.emit({ type: 'rematch-cancelled', battleId, userId });
}

/** Declines a rematch, which closes the window for all hosts. @throws LiveError those of `battleInWindow`. */
export function declineRematch(turn: Turn, battleId: string, userId: string): void {
  battleInWindow(turn, battleId, userId);
  turn.emit({ type: 'rematch-declined', battleId, userId });
}

/**
 * Checks a rematch after a host has agreed, left or come back. With fewer than two sides the window closes. The battle
 * begins when all hosts have agreed and are present.
 */
export function reviewRematch(turn: Turn, battleId: string | null): void {
  const battle = recordOf(turn.slice.battles, battleId);
  if (!battle) return;
  const there = rematchers(turn, battle);
  const isThere = (userId: string): boolean => there.some((member) => member.userId === userId);
  if (sideCount(battle, there) < 2) return closeRematch(turn, battle.battleId);
  for (const userId of battle.rematchUserIds) {
    if (!isThere(userId)) turn.emit({ type: 'rematch-cancelled', battleId: battle.battleId, userId });
  }
  const isReady = there.every((host) => battle.rematchUserIds.includes(host.userId) && isHostThere(turn, host));
  if (isReady) beginRematch(turn, battle, there);
}

/** Begins the same battle again between the hosts who are left. It ends a penalty that still runs. */
function beginRematch(turn: Turn, battle: BattleRecord, there: readonly BattleMember[]): void {
  closeRematch(turn, battle.battleId);
  if (battle.phase === 'penalty') finishPenalty(turn, findBattle(turn, battle.battleId), 'cut-short');
  // The inviter of the battle comes first, if still there.
  const [inviter, ...others] = there.map(({ liveId }) => turn.live(liveId).info.liveOwner);
  const terms = { config: battle.config, requestExpiresAt: turn.now, isAgreed: true };
  challenge(turn, turn.slice.links[battle.linkId]!, inviter!, others, terms);
}

/**
 * A battle whose rematch window is open for this host.
 * @throws LiveError `battleNotFound`, `battleNotStarted`, `requestConflict`, `notInBattle`, `battleEnded`.
 */
function battleInWindow(turn: Turn, battleId: string, userId: string): BattleRecord {
  const battle = findBattle(turn, battleId);
  const { phase, linkId, rematchEndsAt } = battle;
  if (phase === 'requested' || phase === 'countdown' || phase === 'running') throw notStarted('there is no result yet');
  const link = recordOf(turn.slice.links, linkId);
  if (link && link.battleId !== battleId) {
    throw new LiveError(LiveErrorCode.requestConflict, 'another battle has been asked for');
  }
  if (rematchEndsAt === null) throw new LiveError(LiveErrorCode.battleEnded, 'the time for a rematch is over');
  if (!rematchers(turn, battle).some((member) => member.userId === userId)) {
    throw new LiveError(LiveErrorCode.notInBattle, `user "${userId}" is not in battle "${battleId}" any more`);
  }
  return battle;
}
