import { CoHostLayoutTemplate, type LinkMember, type LinkInfo } from '../cohost/cohost.js';
import type { LiveDocument } from '../documents.js';
import { layoutPlaces, type LayoutTemplate } from '../layout/regions.js';
import { SeatLayoutTemplate, type Seat } from '../seat/seat.js';
import type { User } from '../user.js';
import { teamSides } from './team-sides.js';

/** A seat that is shown, and which of the layout's places it has. */
export interface PlacedSeat {
  liveId: string;
  seat: Seat;
  place: number;
}

/** Which seats are shown, and where: the whole of what a layout needs to know. */
export interface SeatPlan {
  template: LayoutTemplate;
  /** How many places the layout is to be asked for; some may stay empty. */
  placeCount: number;
  seats: readonly PlacedSeat[];
}

/** Templates whose seats move up when somebody leaves; empty seats have no place there. */
const flowing: readonly SeatLayoutTemplate[] = [
  SeatLayoutTemplate.videoLandscape4Seats,
  SeatLayoutTemplate.videoDynamicGrid9Seats,
  SeatLayoutTemplate.videoDynamicFloat7Seats,
];

/** Seats of each of two linked voice lives that are shown. */
const voiceSeatsShown = 6;

/** Where the seats of a live, and of the lives linked to it, are to be shown. */
export function seatPlanOf(document: LiveDocument): SeatPlan {
  const { link } = document;
  if (!link) return soloPlan(document);
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

/** The own seats have the even places and so the left side, those of the other live the odd ones. */
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

/** One seat a host. */
function hostPlan(document: LiveDocument, { layoutTemplate: template }: LinkInfo): SeatPlan {
  const places = layoutPlaces(template);
  const seats = placedHosts(document.live.liveId, document)
    .filter(({ place }) => place < places)
    .map(({ host, place }) => ({ liveId: host.liveId, seat: hostSeat(document, host), place }));
  return { template, placeCount: Math.max(0, ...seats.map(({ place }) => place + 1)), seats };
}

/** The hosts of a link with their places as the audience of one of its lives sees them: its own host is first. */
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

/** The seat of a host as far as it is known here: video lives do not tell others of their seats. */
function hostSeat({ live, seats }: LiveDocument, { liveId, userId, userName, avatarUrl }: LinkMember): Seat {
  const own = liveId === live.liveId && seats.find(({ occupant }) => occupant?.userId === userId);
  return own || { index: 0, isLocked: false, occupant: { userId, userName, avatarUrl, ...unrestricted } };
}

const unrestricted: Omit<NonNullable<Seat['occupant']>, keyof User> = {
  allowOpenMicrophone: true,
  allowOpenCamera: true,
  lostAt: null,
};
