import { sideCount } from '../../../core/vocabulary.js';
import { contestants, recordOf, type BattleRecord, type BattleMember } from '../records.js';
import type { Turn } from '../turn.js';

/**
 * Who has to agree on another battle: everybody who is still in this one and in its link, unless that has moved on. Who
 * left the link and came back is a newcomer: their live has left this battle behind.
 */
export function rematchers(turn: Turn, battle: BattleRecord): readonly BattleMember[] {
  const { battleId, linkId } = battle;
  if (recordOf(turn.slice.links, linkId)?.battleId !== battleId) return [];
  return contestants(battle).filter(({ liveId, exited }) => {
    const live = recordOf(turn.slice.lives, liveId);
    return !exited && live?.linkId === linkId && live.battleId === battleId;
  });
}

/** Opens the window, or moves its end to `after` and the window's length. */
export function openRematch(turn: Turn, battle: BattleRecord, after: number): void {
  const { battleId, config, rematchEndsAt } = battle;
  const endsAt = after + config.rematchWindow * 1000;
  if (config.rematchWindow === 0 || endsAt === rematchEndsAt) return;
  if (sideCount(battle, rematchers(turn, battle)) >= 2) turn.emit({ type: 'rematch-opened', battleId, endsAt });
}

export function closeRematch(turn: Turn, battleId: string | null): void {
  const battle = battleId === null ? undefined : recordOf(turn.slice.battles, battleId);
  if (battle && battle.rematchEndsAt !== null) turn.emit({ type: 'rematch-closed', battleId: battle.battleId });
}
