import { sideCount } from '../../../core/vocabulary.js';
import { contestants, recordOf, type BattleRecord, type BattleMember } from '../records.js';
import type { Turn } from '../turn.js';

/**
 * The hosts who have to agree on a rematch, the inviter first: those who are still in the battle and in its link. A
 * host who left the link and came back is a newcomer: their live no longer shows this battle.
 */
export function rematchers(turn: Turn, battle: BattleRecord): readonly BattleMember[] {
  const { battleId, linkId } = battle;
  return contestants(battle).filter(({ liveId, exited }) => {
    const live = recordOf(turn.slice.lives, liveId);
    return !exited && live?.linkId === linkId && live.battleId === battleId;
  });
}

/**
 * Opens the rematch window, or moves its end. It ends `config.rematchWindow` seconds after `after` (epoch
 * milliseconds).
 */
export function openRematch(turn: Turn, battle: BattleRecord, after: number): void {
  const { battleId, config, rematchEndsAt } = battle;
  const endsAt = after + config.rematchWindow * 1000;
  if (config.rematchWindow === 0 || endsAt === rematchEndsAt) return;
  if (sideCount(battle, rematchers(turn, battle)) >= 2) turn.emit({ type: 'rematch-opened', battleId, endsAt });
}

export function closeRematch(turn: Turn, battleId: string | null): void {
  const battle = recordOf(turn.slice.battles, battleId);
  if (battle && battle.rematchEndsAt !== null) turn.emit({ type: 'rematch-closed', battleId: battle.battleId });
}
