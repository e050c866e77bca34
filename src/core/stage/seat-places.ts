import { CoHostLayoutTemplate, type LinkMember, type LinkInfo } from '../cohost/cohost.js';
import type { LiveDocument } from '../documents.js';
import { layoutPlaces, type LayoutTemplate } from '../layout/regions.js';
import { SeatLayoutTemplate, type Seat, type SeatOccupant } from '../seat/seat.js';
import type { User } from '../user.js';
import type { RecentSpeaker } from './recent-speakers.js';
import { teamSides } from './team-sides.js';
import { isVoiceRound, linkedGuestSeats, type SeatOfLive } from './voice-guests.js';

/** A shown seat and its place in the layout. */
export interface PlacedSeat extends SeatOfLive {
  place: number;
}

/** The shown seats and their places. */
export interface SeatPlan {
  template: LayoutTemplate;
  /** Number of places to ask the layout for; some may stay empty. */
  placeCount: number;
  seats: readonly PlacedSeat[];
}

/** Templates that show no empty seats: seats move up when a user leaves. */
const flowing: readonly SeatLayoutTemplate[] = [
  SeatLayoutTemplate.videoLandscape4Seats,
  SeatLayoutTemplate.videoDynamicGrid9Seats,
  SeatLayoutTemplate.videoDynamicFloat7Seats,
];

/** Seats shown of each of two linked voice lives. Source: AtomicXCore's 6 v 6. */
const voiceSeatsShown = 6;

/**
 * The shown seats of a live and of the lives linked with it, with their places.
 * @param speakers Guests shown in a link of more than two voice lives, by place.
 */
export function seatPlanOf(document: LiveDocument, speakers: readonly RecentSpeaker[] = []): SeatPlan {
  const { link } = document;
  if (!link) return soloPlan(document);
  if (isVoiceRound(link)) return voiceRoundPlan(document, link, speakers);
  return link.layoutTemplate === CoHostLayoutTemplate.hostVoiceConnection
    ? voicePlan(document, link)
    : hostPlan(document, link);
}

function soloPlan({ live: { liveId, seatLayoutTemplate: template }, seats }: LiveDocument): SeatPlan {
  if (!flowing.includes(template)) {
    return { template, placeCount: seats.length, seats: seats.map((seat, place) => ({ liveId, seat, place })) };
  }
  const taken = seats.filter(({ occupant }) => occupant !== null);
  return { template, placeCount: taken.length, seats: taken.map((seat, place) => ({ liveId, seat, place })) };
}

/**
 * Two voice lives: the own seats have the even places on the left, the other live's seats the odd places on the right.
 */
function voicePlan({ live: { liveId }, seats }: LiveDocument, { layoutTemplate, members }: LinkInfo): SeatPlan {
  const other = members.find((member) => member.liveId !== liveId);
  const side = (liveId: string, seats: readonly Seat[], odd: 0 | 1): PlacedSeat[] =>
    seats.filter(({ index }) => index < voiceSeatsShown).map((seat) => ({ liveId, seat, place: 2 * seat.index + odd }));
  return {
    template: layoutTemplate,
    placeCount: layoutPlaces(layoutTemplate),
    seats: [...side(liveId, seats, 0), ...(other ? side(other.liveId, other.seats, 1) : [])],
  };
}

/**
 * More than two voice lives: the hosts, then the guests who speak. A guest who has just left, or whose place a host now
 * has, is not shown.
 */
function voiceRoundPlan(
  document: LiveDocument,
  { layoutTemplate: template }: LinkInfo,
  speakers: readonly RecentSpeaker[],
): SeatPlan {
  const hosts = placedHostSeats(document);
  const guests = new Map(linkedGuestSeats(document).map((guest) => [guest.seat.occupant?.userId, guest]));
  const speaking = speakers.flatMap(({ userId, place }): PlacedSeat[] => {
    const guest = guests.get(userId);
    return guest && place >= hosts.length ? [{ ...guest, place }] : [];
  });
  return { template, placeCount: layoutPlaces(template), seats: [...hosts, ...speaking] };
}

/** Video lives: one seat per host. */
function hostPlan(document: LiveDocument, { layoutTemplate: template }: LinkInfo): SeatPlan {
  const places = layoutPlaces(template);
  const seats = placedHostSeats(document).filter(({ place }) => place < places);
  return { template, placeCount: Math.max(0, ...seats.map(({ place }) => place + 1)), seats };
}

/** The hosts of a link with their places, as viewers of one of its lives see them: that live's host is first. */
export function placedHosts(
  liveId: string,
  { link, battle }: Pick<LiveDocument, 'link' | 'battle'>,
): readonly { host: LinkMember; place: number }[] {
  if (!link) return [];
  const { layoutTemplate: template, members } = link;
  if (template === CoHostLayoutTemplate.hostPkTeams && battle?.config.teams) {
    return teamSides(battle, members, layoutPlaces(template) / 2);
  }
  const isOwn = (member: LinkMember): boolean => member.liveId === liveId;
  const hosts = [...members.filter(isOwn), ...members.filter((member) => !isOwn(member))];
  return hosts.map((host, place) => ({ host, place }));
}

function placedHostSeats(document: LiveDocument): readonly PlacedSeat[] {
  return placedHosts(document.live.liveId, document).map(({ host, place }) => ({
    liveId: host.liveId,
    seat: hostSeat(document, host),
    place,
  }));
}

/**
 * The seat of a host as far as it is known here: video lives do not publish their seats to others. A host without a
 * seat gets the lowest index that no seat with a user has: index and live must identify a shown seat.
 */
function hostSeat(document: LiveDocument, host: LinkMember): Seat {
  const { liveId, userId, userName, avatarUrl, userSuspendStatus, seats } = host;
  const told = liveId === document.live.liveId ? document.seats : seats;
  const theirs = told.find(({ occupant }) => occupant?.userId === userId);
  if (theirs) return theirs;
  const taken = new Set(told.flatMap(({ index, occupant }) => (occupant ? index : [])));
  let index = 0;
  while (taken.has(index)) index++;
  return { index, isLocked: false, occupant: { userId, userName, avatarUrl, userSuspendStatus, ...unrestricted } };
}

const unrestricted: Omit<SeatOccupant, keyof User | 'userSuspendStatus'> = {
  allowOpenMicrophone: true,
  allowOpenCamera: true,
  lostAt: null,
};
