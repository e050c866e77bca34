import type { BattleInfo, BattleResult, ScoreBoard } from '../../battle/battle.js';
import { rankSides, type RankedSide } from '../../battle/ranking.js';
import { battleTeams } from '../../battle/teams.js';
import { KeyedSignals } from '../../reactivity/keyed-signals.js';

interface Contestant {
  readonly userId: string;
  /** Null while they are hidden. */
  points: number | null;
}

interface Side extends RankedSide {
  readonly contestants: readonly Contestant[];
  score: number | null;
}

interface Place {
  points: number;
  rank: number;
}

const noTotals: Readonly<Record<string, number>> = {};

/**
 * Points and rank of each contestant of the latest battle, as signals per user. Boards come many times a second, so
 * nothing is made anew for one, and each contestant's points are read once.
 */
export class LiveStandings {
  #battle: BattleInfo | null = null;
  #totals = noTotals;
  #hidden: readonly string[] = [];
  /** The places of the result, by user id; null without a result. */
  #final: ReadonlyMap<string, Place> | null = null;
  /** The sides by place. */
  readonly #sides: Side[] = [];
  readonly #sideOf = new Map<string, Side>();

  /** Null while the points are hidden; 0 for users without points. */
  readonly points = new KeyedSignals<number | null>((userId) => this.#pointsOf(userId));
  /** Null while the points are hidden, and for users who are not in the battle. */
  readonly ranks = new KeyedSignals<number | null>((userId) => this.#rankOf(userId));

  /**
   * Takes in the latest battle and its board.
   * @param hidden User ids of those whose points are hidden.
   */
  take(battle: BattleInfo | null, board: ScoreBoard | null, hidden: readonly string[]): void {
    this.#totals = board?.totals ?? noTotals;
    this.#hidden = hidden;
    if (battle === this.#battle) return this.#takePoints();
    this.#takeBattle(battle);
    this.#takePoints();
    this.points.update();
    this.ranks.update();
  }

  #takeBattle(battle: BattleInfo | null): void {
    this.#battle = battle;
    this.#final = battle?.result ? placesIn(battle.result) : null;
    this.#sides.length = 0;
    this.#sideOf.clear();
    for (const side of battle ? sidesOf(battle) : []) {
      this.#sides.push(side);
      for (const { userId } of side.contestants) this.#sideOf.set(userId, side);
    }
    rankSides(this.#sides);
  }

  #takePoints(): void {
    let isChanged = false;
    // Ranking moves the sides: it comes after the loop.
    for (const side of this.#sides) {
      for (const contestant of side.contestants) {
        const points = this.#pointsOf(contestant.userId);
        if (points === contestant.points) continue;
        contestant.points = points;
        side.score = sumOf(side.contestants);
        this.points.update(contestant.userId);
        isChanged = true;
      }
    }
    if (isChanged && rankSides(this.#sides)) this.ranks.update();
  }

  #pointsOf(userId: string): number | null {
    const final = this.#final?.get(userId);
    if (final) return final.points;
    if (this.#hidden.length > 0 && this.#hidden.includes(userId)) return null;
    // Every object has a "constructor", which is also a user id.
    const points = this.#totals[userId];
    return typeof points === 'number' ? points : 0;
  }

  #rankOf(userId: string): number | null {
    const final = this.#final?.get(userId);
    return final ? final.rank : (this.#sideOf.get(userId)?.rank ?? null);
  }
}

function sumOf(contestants: readonly Contestant[]): number | null {
  let sum = 0;
  for (const { points } of contestants) {
    if (points === null) return null;
    sum += points;
  }
  return sum;
}

function placesIn({ standings }: BattleResult): ReadonlyMap<string, Place> {
  return new Map(standings.map(({ userId, score, rank }) => [userId, { points: score, rank }]));
}

/** The sides of a battle that have hosts: teams, or each host alone. */
function sidesOf(battle: BattleInfo): readonly Side[] {
  const { users, config } = battle;
  const exited = new Set(users.flatMap(({ userId, exited }) => (exited ? [userId] : [])));
  const sides = config.teams
    ? battleTeams(battle, {}).map(({ userIds }) => userIds)
    : users.map(({ userId }) => [userId]);
  return sides
    .filter((userIds) => userIds.length > 0)
    .map((userIds) => ({
      contestants: userIds.map((userId) => ({ userId, points: 0 })),
      score: 0,
      isGone: userIds.every((userId) => exited.has(userId)),
      rank: null,
    }));
}
