import type { BattleUser, LiveSession } from '../../core/index.js';

/** The two sides of the latest battle, the own live's host first; null unless there are exactly two contestants. */
export function sidesOf({ battleStore, liveListStore }: LiveSession): readonly [BattleUser, BattleUser] | null {
  const [first, second, third] = battleStore.battleUsers.get();
  if (!first || !second || third) return null;
  const ownLiveId = liveListStore.currentLive.get()?.liveId;
  return second.liveId === ownLiveId ? [second, first] : [first, second];
}

/** The left side's share of the bar: half at 0:0, and never so little that a side disappears. */
export function leftShare(left: number, right: number): number {
  if (left + right === 0) return 0.5;
  return Math.min(Math.max(left / (left + right), 0.1), 0.9);
}
