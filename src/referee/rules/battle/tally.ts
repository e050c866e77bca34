import type { BattleResult } from '../../../core/vocabulary.js';
import { contestants, type BattleMember, type BattleTally, type Slice } from '../records.js';
import { changeLive } from '../slice-changes.js';

/** Counts a lost battle as soon as a host leaves. Their live may be outside the slice when the battle ends. */
export function tallyExit(
  slice: Slice,
  { battleId, userId, hasLost }: { battleId: string; userId: string; hasLost: boolean },
): Slice {
  const battle = slice.battles[battleId];
  const member = battle?.members.find((candidate) => candidate.userId === userId);
  if (!member || !hasLost) return slice;
  return changeTally(slice, member, ({ wins }) => ({ wins, points: battle!.scores[userId] ?? 0, winStreak: 0 }));
}

/** Counts a battle for the hosts who stayed to its end. */
export function tallyEnd(slice: Slice, battleId: string, { standings }: BattleResult): Slice {
  const battle = slice.battles[battleId];
  const stayed = battle ? contestants(battle).filter(({ exited }) => !exited) : [];
  return standings.reduce((next, { userId, score, outcome, winStreak }) => {
    const member = stayed.find((candidate) => candidate.userId === userId);
    if (!member) return next;
    return changeTally(next, member, ({ wins }) => ({
      wins: wins + (outcome === 'win' ? 1 : 0),
      points: score,
      winStreak,
    }));
  }, slice);
}

/** Adds one battle to the tally of a host's live; `points` of the change are its points. */
function changeTally(
  slice: Slice,
  { liveId }: BattleMember,
  change: (tally: BattleTally) => Omit<BattleTally, 'battles'>,
): Slice {
  return changeLive(slice, liveId, ({ tally }) => {
    const counted = change(tally);
    return { tally: { ...counted, battles: tally.battles + 1, points: tally.points + counted.points } };
  });
}
