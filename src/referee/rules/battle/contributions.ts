import { limits, type BattleMvp, type BattleStanding, type Contributor, type User } from '../../../core/vocabulary.js';
import {
  contributionKey,
  recordOf,
  type BattleRecord,
  type ContributionRecord,
  type ContributorRecord,
  type Slice,
} from '../records.js';
import type { RuleEvent } from '../rule-event.js';
import { changeBattle } from '../slice-changes.js';

type ScoreAdded = Extract<RuleEvent, { type: 'score-added' }>;

/** The points of a score event, with its multiplier applied. */
export function countedPoints({ points, factor = 1 }: Pick<ScoreAdded, 'points' | 'factor'>): number {
  return points * factor;
}

interface Gift {
  battleId: string;
  hostUserId: string;
  points: number;
}

/** Adds points to what a contributor has given. Call it when the battle has its new `scoreVersion`. */
export function addContribution(slice: Slice, { battleId, hostUserId, points }: Gift, giver: User): Slice {
  const key = contributionKey({ battleId, hostUserId, userId: giver.userId });
  const total = (slice.contributions[key]?.points ?? 0) + points;
  const since = slice.battles[battleId]?.scoreVersion ?? 0;
  const given = { ...giver, points: total, since };
  return setContribution(slice, { ...given, battleId, hostUserId }, (top) => withContributor(top, given));
}

/**
 * Takes points from what a contributor has given, but not more than that. Name and picture stay: a correction may not
 * know them. Call it when the battle has its new `scoreVersion`.
 * @param slice Holds what the next contributors have given. They may move up.
 */
export function takeContribution(slice: Slice, { battleId, hostUserId, points }: Gift, giverId: string): Slice {
  const key = contributionKey({ battleId, hostUserId, userId: giverId });
  const before = recordOf(slice.contributions, key);
  if (!before) return slice;
  const since = slice.battles[battleId]?.scoreVersion ?? 0;
  const after = { ...before, points: Math.max(0, before.points - points), since };
  const contributions = { ...slice.contributions, [key]: after };
  return setContribution(slice, after, () => topContributors(contributions, after));
}

function setContribution(
  slice: Slice,
  contribution: ContributionRecord,
  change: (top: readonly ContributorRecord[]) => readonly ContributorRecord[],
): Slice {
  const { battleId, hostUserId } = contribution;
  const changed = changeBattle(slice, battleId, ({ contributors }) => ({
    contributors: { ...contributors, [hostUserId]: change(recordOf(contributors, hostUserId) ?? []) },
  }));
  return { ...changed, contributions: { ...slice.contributions, [contributionKey(contribution)]: contribution } };
}

/** The top contributors of a host after one came to a higher total. With equal points the earlier one is ahead. */
function withContributor(top: readonly ContributorRecord[], given: ContributorRecord): readonly ContributorRecord[] {
  const others = top.filter(({ userId }) => userId !== given.userId);
  const place = others.filter(({ points }) => points >= given.points).length;
  return [...others.slice(0, place), given, ...others.slice(place)].slice(0, limits.topContributors);
}

/** The same from all that is known. Whoever has nothing left is not among them. */
function topContributors(
  contributions: Slice['contributions'],
  { battleId, hostUserId }: ContributionRecord,
): readonly ContributorRecord[] {
  return Object.values(contributions)
    .filter((one) => one.battleId === battleId && one.hostUserId === hostUserId && one.points > 0)
    .sort((a, b) => b.points - a.points || a.since - b.since)
    .slice(0, limits.topContributors)
    .map(({ battleId: _, hostUserId: __, ...contributor }) => contributor);
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
