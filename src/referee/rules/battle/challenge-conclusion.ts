import { sideCount } from '../../../core/vocabulary.js';
import { findBattle, isHostThere } from './battle-lookup.js';
import { beginBattle } from './battle-run-rules.js';
import { contestants } from '../records.js';
import type { Turn } from '../turn.js';

/**
 * Once all have answered, begins the battle, or voids it with fewer than two sides. A host who accepted but is missing
 * by now takes no part.
 */
export function concludeChallenge(turn: Turn, battleId: string): void {
  const asked = findBattle(turn, battleId);
  if (asked.members.some(({ answer }) => answer === 'pending')) return;
  for (const member of contestants(asked)) {
    if (isHostThere(turn, member)) continue;
    const answer = member.userId === asked.inviter.userId ? 'cancelled' : 'timeout';
    turn.emit({ type: 'battle-answered', battleId, userId: member.userId, answer });
  }
  const battle = findBattle(turn, battleId);
  if (sideCount(battle, contestants(battle)) < 2) {
    turn.emit({ type: 'battle-voided', battleId });
  } else {
    beginBattle(turn, battle);
  }
}
