import type { BattleResult, BattleStanding } from '../../../core/vocabulary.js';
import { contestants, type BattleRecord } from '../records.js';

/** Who won: by points among those who stayed; whoever left ranks behind them and has lost. */
export function resultOf(battle: Pick<BattleRecord, 'sides' | 'scores'>): BattleResult {
  const entries = contestants(battle).map(({ userId, exited }) => ({
    userId,
    exited,
    score: battle.scores[userId] ?? 0,
  }));
  const isAhead = (a: (typeof entries)[number], b: (typeof entries)[number]): boolean =>
    a.exited === b.exited ? a.score > b.score : !a.exited;
  const standings = entries.map((entry): BattleStanding => {
    const rank = 1 + entries.filter((other) => isAhead(other, entry)).length;
    const sharesFirst = entries.filter((other) => !isAhead(other, entry) && !isAhead(entry, other)).length > 1;
    const outcome = rank > 1 || entry.exited ? 'lose' : sharesFirst ? 'draw' : 'win';
    return { userId: entry.userId, score: entry.score, rank, outcome, winStreak: 0 };
  });
  return { standings: standings.sort((a, b) => a.rank - b.rank), teams: [], mvp: null };
}
