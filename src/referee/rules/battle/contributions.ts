import { limits, type BattleMvp, type BattleStanding, type Contributor, type User } from '../../../core/vocabulary.js';
import { recordOf, type BattleRecord, type ContributorRecord } from '../records.js';
import type { RuleEvent } from '../rule-event.js';

type ScoreAdded = Extract<RuleEvent, { type: 'score-added' }>;

/** What a score event came to: the points as posted, as often as they counted. */
export function countedPoints({ points, factor = 1 }: Pick<ScoreAdded, 'points' | 'factor'>): number {
  return points * factor;
}

/** What a score event says about who gave; null when it names nobody. */
export function givenBy(event: ScoreAdded): { hostUserId: string; giverId: string; points: number } | null {
  const { userId, contributor } = event;
  return contributor ? { hostUserId: userId, giverId: contributor.userId, points: countedPoints(event) } : null;
}

/** The most generous, after one of them or somebody else came to a new, higher total: others' totals have not changed. */
export function withContributor(
  top: readonly ContributorRecord[],
  giver: User,
  points: number,
  since: number,
): readonly ContributorRecord[] {
  const others = top.filter(({ userId }) => userId !== giver.userId);
  const place = others.filter((other) => other.points >= points).length;
  return [...others.slice(0, place), { ...giver, points, since }, ...others.slice(place)].slice(
    0,
    limits.topContributors,
  );
}

/** Who gave most to one of those ranked first. */
export function mvpOf(
  contributors: BattleRecord['contributors'],
  standings: readonly BattleStanding[],
): BattleMvp | null {
  const candidates = standings.flatMap(({ userId: hostUserId, rank }) => {
    const [first] = rank === 1 ? (recordOf(contributors, hostUserId) ?? []) : [];
    return first ? [{ hostUserId, ...first }] : [];
  });
  const [best] = candidates.sort((a, b) => b.points - a.points || a.since - b.since);
  if (!best) return null;
  const { since: _, ...mvp } = best satisfies Contributor & { hostUserId: string };
  return mvp;
}
