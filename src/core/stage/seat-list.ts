import type { LiveDocument } from '../documents.js';
import type { Participant } from '../engine.js';
import { layoutRegions } from '../layout/regions.js';
import type { LiveCanvas, RegionInfo, SeatInfo } from '../seat/seat.js';
import type { RecentSpeaker } from './recent-speakers.js';
import { seatPlanOf, type PlacedSeat } from './seat-places.js';
import { presentOn, seatUserOf } from './seat-user.js';
import { isShallowSame, keepUnchanged } from './unchanged.js';

/**
 * The shown seats of a live and of the lives linked with it, ordered and placed by {@link seatPlanOf}. An unchanged
 * seat of `earlier` stays the same object, so a page draws only what changed.
 */
export function seatListOf(
  document: LiveDocument | null,
  participants: readonly Participant[],
  canvas: LiveCanvas,
  earlier: readonly SeatInfo[],
  speakers: readonly RecentSpeaker[] = [],
): readonly SeatInfo[] {
  if (!document) return [];
  const { template, placeCount, seats } = seatPlanOf(document, speakers);
  const regions = layoutRegions(template, placeCount, canvas);
  const list = seats.flatMap((placed) => {
    const region = regions[placed.place];
    return region ? [withSameUser(earlier, seatInfoOf(document, placed, participants, region))] : [];
  });
  return keepUnchanged(earlier, list, isSame);
}

function seatInfoOf(
  document: LiveDocument,
  { liveId, seat: { index, isLocked, occupant } }: PlacedSeat,
  participants: readonly Participant[],
  region: RegionInfo,
): SeatInfo {
  if (!occupant) return { liveId, index, isLocked, userInfo: null, region, video: null };
  const present = presentOn(liveId, occupant, participants);
  const userInfo = seatUserOf(document, liveId, occupant, present);
  return { liveId, index, isLocked, userInfo, region, video: (occupant.allowOpenCamera && present?.video) || null };
}

/** The user on a seat stays the same object though the seat moves. */
function withSameUser(earlier: readonly SeatInfo[], seat: SeatInfo): SeatInfo {
  const before = earlier.find(({ liveId, index }) => liveId === seat.liveId && index === seat.index);
  return before && isShallowSame(before.userInfo, seat.userInfo) ? { ...seat, userInfo: before.userInfo } : seat;
}

function isSame(a: SeatInfo, b: SeatInfo): boolean {
  const { region, userInfo, ...rest } = a;
  return isShallowSame(rest, b) && isShallowSame(region, b.region) && isShallowSame(userInfo, b.userInfo);
}
