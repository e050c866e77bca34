import {
  battleTeams,
  CoHostLayoutTemplate,
  sideCount,
  type BattleInfo,
  type BattleUser,
  type LiveSession,
} from '../../core/index.js';

/** One side of the bar: one contestant, or a team. */
export type BattleSide = readonly BattleUser[];

/** Whether a battle has exactly two sides, so that one bar can show it. */
export function isBetweenTwo(battle: BattleInfo): boolean {
  return sideCount(battle, battle.users) === 2;
}

/**
 * The two sides of the latest battle, left and right; null unless there are exactly two. The own live's host is on the
 * left. When the stage seats the teams, its sides are the same for all viewers, and the bar follows the stage.
 */
export function sidesOf({
  battleStore,
  liveListStore,
  liveSeatStore,
}: LiveSession): readonly [BattleSide, BattleSide] | null {
  const battle = battleStore.latestBattleInfo.get();
  if (!battle || !isBetweenTwo(battle)) return null;
  const [first, second] = sidesIn(battle);
  const ownLiveId = liveListStore.currentLive.get()?.liveId;
  const isSeatedByTeam =
    battle.config.teams !== null && liveSeatStore.layout.get().template === CoHostLayoutTemplate.hostPkTeams;
  const isSwapped = !isSeatedByTeam && second!.some(({ liveId }) => liveId === ownLiveId);
  return isSwapped ? [second!, first!] : [first!, second!];
}

/** The side of the bar that a contestant is on; null for other users, and without a bar. */
export function sideOf(userId: string, session: LiveSession): 'left' | 'right' | null {
  const sides = sidesOf(session);
  if (!sides) return null;
  const index = sides.findIndex((side) => side.some((user) => user.userId === userId));
  return index < 0 ? null : index === 0 ? 'left' : 'right';
}

/**
 * The left side's share of the bar: 0.5 at 0:0 and while the points of a side are hidden (null), otherwise 0.1–0.9, so
 * that no side disappears.
 */
export function leftShare(left: number | null, right: number | null): number {
  if (left === null || right === null || left + right === 0) return 0.5;
  return Math.min(Math.max(left / (left + right), 0.1), 0.9);
}

function sidesIn(battle: BattleInfo): readonly BattleSide[] {
  const { users, config } = battle;
  if (!config.teams) return users.map((user) => [user]);
  const teams = battleTeams(battle, {}).filter(({ userIds }) => userIds.length > 0);
  return teams.map(({ userIds }) => users.filter(({ userId }) => userIds.includes(userId)));
}
