import { CoHostLayoutTemplate, type LinkMember } from '../cohost.js';
import type { LiveDocument } from '../documents.js';
import type { Participant } from '../engine.js';
import { layoutRegions } from '../layout/regions.js';
import type { LiveCanvas, RegionInfo, SeatInfo, SeatUserInfo } from '../seat.js';

/**
 * Seats of a live and of all lives linked to it: the own host first, then the others by their joining.
 * Seats in `earlier` that have not changed are taken over as they are, so that only what changed is drawn again.
 */
export function seatsOf(
  document: LiveDocument | null,
  participants: readonly Participant[],
  canvas: LiveCanvas,
  earlier: readonly SeatInfo[],
): readonly SeatInfo[] {
  if (!document) return [];
  const hosts = hostsOf(document);
  const template = document.link?.layoutTemplate ?? CoHostLayoutTemplate.hostDynamicGrid;
  const regions = layoutRegions(template, hosts.length, canvas);
  const seats = regions.map((region, index) => {
    const seat = seatOf(hosts[index] as LinkMember, participants, region, index);
    const before = earlier[index];
    return before && isSame(before, seat) ? before : seat;
  });
  const unchanged = seats.length === earlier.length && seats.every((seat, index) => seat === earlier[index]);
  return unchanged ? earlier : seats;
}

function hostsOf({ live, link, hostLostAt }: LiveDocument): readonly LinkMember[] {
  if (!link) return [{ ...live.liveOwner, joinedAt: live.createdAt, lostAt: hostLostAt, winStreak: 0, seats: [] }];
  const isOwn = (member: LinkMember): boolean => member.liveId === live.liveId;
  return [...link.members.filter(isOwn), ...link.members.filter((member) => !isOwn(member))];
}

function seatOf(
  { userId, userName, avatarUrl, liveId, lostAt }: LinkMember,
  participants: readonly Participant[],
  region: RegionInfo,
  index: number,
): SeatInfo {
  const present = participants.find((participant) => participant.liveId === liveId && participant.userId === userId);
  const userInfo: SeatUserInfo = {
    userId,
    userName,
    avatarUrl,
    liveId,
    role: 'owner',
    allowOpenMicrophone: true,
    allowOpenCamera: true,
    microphoneStatus: present?.microphoneStatus ?? 'off',
    cameraStatus: present?.cameraStatus ?? 'off',
    reconnecting: lostAt !== null,
  };
  return { liveId, index, isLocked: false, userInfo, region, video: present?.video ?? null };
}

function isSame(a: SeatInfo, b: SeatInfo): boolean {
  return (
    a.index === b.index &&
    a.video === b.video &&
    isShallowSame(a.region, b.region) &&
    isShallowSame(a.userInfo ?? {}, b.userInfo ?? {})
  );
}

function isShallowSame<T extends object>(a: T, b: T): boolean {
  return (Object.keys(a) as (keyof T)[]).every((key) => a[key] === b[key]);
}
