import { limits, type BattleMvp, type BattleStanding, type Contributor, type User } from '../../../core/vocabulary.js';
import { recordOf, type BattleRecord, type ContributorRecord } from '../records.js';
import type { RuleEvent } from '../rule-event.js';

type ScoreAdded = Extract<RuleEvent, { type: 'score-added' }>;

/** The points of a score event, with its multiplier applied. */
export function countedPoints({ points, factor = 1 }: Pick<ScoreAdded, 'points' | 'factor'>): number {
  return points * factor;
}

/** Who gave how many points to which host; null for an event without a contributor. */
export function givenBy(event: ScoreAdded): { hostUserId: string; giverId: string; points: number } | null {
  const { userId, contributor } = event;
  return contributor ? { hostUserId: userId, giverId: contributor.userId, points: countedPoints(event) } : null;
}

/**
 * The top contributors of a host after `giver` came to a higher total of `points`. With equal points the earlier one is
 * ahead.
 * @param since The battle's `scoreVersion` of this total.
 */
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

/**
 * The contributor who gave the most points to one host of rank 1, the earlier one with equal points; null without any.
 */
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
