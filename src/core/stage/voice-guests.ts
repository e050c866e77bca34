import { CoHostLayoutTemplate, type LinkInfo } from '../cohost/cohost.js';
import type { LiveDocument } from '../documents.js';
import { layoutPlaces } from '../layout/regions.js';
import type { Seat } from '../seat/seat.js';
import type { SpeakerRoom } from './recent-speakers.js';

/** Voice lives whose seats there is room for side by side. */
const livesSideBySide = 2;

/** Whether more voice lives are linked than can show their seats: then the hosts are shown, and whoever speaks. */
export function isVoiceRound({ layoutTemplate, members }: LinkInfo): boolean {
  return layoutTemplate === CoHostLayoutTemplate.hostVoiceConnection && members.length > livesSideBySide;
}

/** A seat of one of several lives. */
export interface SeatOfLive {
  liveId: string;
  seat: Seat;
}

/** The seats of all linked lives that somebody has who is no host. */
export function linkedGuestSeats({ live, seats, link }: LiveDocument): readonly SeatOfLive[] {
  const members = link?.members ?? [];
  const hosts = new Set(members.map(({ userId }) => userId));
  return members.flatMap(({ liveId, seats: told }) =>
    (liveId === live.liveId ? seats : told)
      .filter(({ occupant }) => occupant !== null && !hosts.has(occupant.userId))
      .map((seat) => ({ liveId, seat })),
  );
}

/**
 * Who of a link of more than two voice lives is shown when they speak, and where; null for any other live. Hosts have
 * the first places. Speakers get the last ones first: a host who joins then mostly takes a place that is free.
 */
export function speakerRoomIn(document: LiveDocument | null): SpeakerRoom | null {
  const link = document?.link;
  if (!link || !isVoiceRound(link)) return null;
  const places = Array.from({ length: layoutPlaces(link.layoutTemplate) }, (_, place) => place);
  return {
    userIds: linkedGuestSeats(document).flatMap(({ seat: { occupant } }) => occupant?.userId ?? []),
    places: places.slice(link.members.length).reverse(),
  };
}
