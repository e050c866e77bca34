import {
  battleTeams,
  rankSides,
  type BattleOutcome,
  type BattleResult,
  type BattleStanding,
  type TeamStanding,
} from '../../../core/vocabulary.js';
import { contestants, type BattleRecord } from '../records.js';
import { mvpOf } from './contributions.js';

/** A team, or a host who fights alone. */
interface Side {
  userIds: readonly string[];
  score: number;
  /** Whether all its hosts have left. */
  isGone: boolean;
}

interface Placed {
  rank: number;
  outcome: BattleOutcome;
}

/**
 * The result of a battle. Sides with a host who stayed rank by points; sides that left rank behind them and lose. A
 * host who left always loses, also when their team stays and wins.
 * @param streakOf How many battles in a row a host had won before this one.
 */
export function resultOf(
  battle: Pick<BattleRecord, 'config' | 'members' | 'scores' | 'contributors'>,
  streakOf: (userId: string) => number,
): BattleResult {
  const users = contestants(battle);
  const hasExited = (userId: string): boolean => users.some((user) => user.userId === userId && user.exited);
  const isGone = (userIds: readonly string[]): boolean => userIds.every(hasExited);
  const teams = battleTeams({ config: battle.config, users }, battle.scores)
    .filter(({ userIds }) => userIds.length > 0)
    .map((team) => ({ ...team, isGone: isGone(team.userIds) }));
  const alone = users.map(({ userId }): Side => {
    return { userIds: [userId], score: battle.scores[userId] ?? 0, isGone: hasExited(userId) };
  });
  const sides = ranked(battle.config.teams ? teams : alone);
  const standings = sides.flatMap(({ userIds, rank, outcome: ofSide }) =>
    userIds.map((userId): BattleStanding => {
      const outcome = hasExited(userId) ? 'lose' : ofSide;
      const winStreak = outcome === 'lose' ? 0 : streakOf(userId) + (outcome === 'win' ? 1 : 0);
      return { userId, score: battle.scores[userId] ?? 0, rank, outcome, winStreak };
    }),
  );
  return {
    standings,
    teams: ranked(teams).map(({ team, score, rank, outcome }): TeamStanding => ({ team, score, rank, outcome })),
    mvp: mvpOf(battle.contributors, standings),
  };
}

/** The sides by place. */
function ranked<S extends Side>(sides: readonly S[]): readonly (S & Placed)[] {
  const placed = sides.map((side) => ({ ...side, rank: 1 }));
  rankSides(placed);
  const isDraw = placed.filter(({ rank }) => rank === 1).length > 1;
  return placed.map((side): S & Placed => {
    const outcome = side.rank > 1 || side.isGone ? 'lose' : isDraw ? 'draw' : 'win';
    return { ...side, outcome };
  });
}
