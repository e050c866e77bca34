import type { BattleInfo, ScoreBoard } from '../../battle/battle.js';
import { rankSides, type RankedSide } from '../../battle/ranking.js';
import { battleTeams } from '../../battle/teams.js';
import { KeyedSignals } from '../../reactivity/keyed-signals.js';

interface Side extends RankedSide {
  readonly userIds: readonly string[];
  score: number | null;
}

interface Place {
  points: number | null;
  rank: number | null;
}

type Totals = Readonly<Record<string, number>>;

const noTotals: Totals = {};

/**
 * Points and rank of each user in the latest battle, as signals per user. Scores change many times a second: what one
 * change costs does not depend on who else looks on.
 */
export class LiveStandings {
  #battle: BattleInfo | null = null;
  #totals: Totals = noTotals;
  #hidden: readonly string[] = [];
  /** Points and ranks of the result, by user id; empty without a result. */
  #final: ReadonlyMap<string, Place> = new Map();
  /** The sides by place. */
  #sides: Side[] = [];
  #sideOf: ReadonlyMap<string, Side> = new Map();
  /** Whether the sides have the ranks of the latest totals. They are ranked when somebody asks. */
  #isRanked = false;

  /** Null while the points are hidden; 0 for users without points. */
  readonly points = new KeyedSignals<number | null>((userId) => this.#pointsOf(userId));
  /** Null while the points are hidden, and for users who are not in the battle. */
  readonly ranks = new KeyedSignals<number | null>((userId) => this.#rankOf(userId));

  /** Takes in the latest battle and its board. */
  take(battle: BattleInfo | null, board: ScoreBoard | null, hidden: readonly string[]): void {
    this.#totals = board?.totals ?? noTotals;
    this.#hidden = hidden;
    if (battle !== this.#battle) this.#takeBattle(battle);
    this.#isRanked = false;
    this.points.update();
    this.ranks.update();
  }

  #takeBattle(battle: BattleInfo | null): void {
    this.#battle = battle;
    this.#final = new Map(
      battle?.result?.standings.map(({ userId, score: points, rank }) => [userId, { points, rank }]),
    );
    this.#sides = battle ? sidesOf(battle) : [];
    this.#sideOf = new Map(this.#sides.flatMap((side) => side.userIds.map((userId) => [userId, side] as const)));
  }

  #pointsOf(userId: string): number | null {
    const final = this.#final.get(userId);
    if (final) return final.points;
    if (this.#hidden.includes(userId)) return null;
    // Every object has a "constructor", which is also a user id.
    const points = this.#totals[userId];
    return typeof points === 'number' ? points : 0;
  }

  #rankOf(userId: string): number | null {
    const final = this.#final.get(userId);
    if (final) return final.rank;
    if (!this.#isRanked) this.#rank();
    return this.#sideOf.get(userId)?.rank ?? null;
  }

  #rank(): void {
    for (const side of this.#sides) side.score = this.#sumOf(side.userIds);
    rankSides(this.#sides);
    this.#isRanked = true;
  }

  #sumOf(userIds: readonly string[]): number | null {
    let sum = 0;
    for (const userId of userIds) {
      const points = this.#pointsOf(userId);
      if (points === null) return null;
      sum += points;
    }
    return sum;
  }
}

/** The sides of a battle that have hosts: teams, or each host alone. */
function sidesOf(battle: BattleInfo): Side[] {
  const { users, config } = battle;
  const exited = new Set(users.flatMap(({ userId, exited }) => (exited ? [userId] : [])));
  const sides = config.teams
    ? battleTeams(battle, {}).map(({ userIds }) => userIds)
    : users.map(({ userId }) => [userId]);
  return sides
    .filter((userIds) => userIds.length > 0)
    .map((userIds) => ({ userIds, score: 0, isGone: userIds.every((userId) => exited.has(userId)), rank: null }));
}
