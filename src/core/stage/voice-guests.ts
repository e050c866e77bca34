import { CoHostLayoutTemplate, type LinkInfo } from '../cohost/cohost.js';
import { showsAllSeats } from '../cohost/voice-seats.js';
import type { LiveDocument } from '../documents.js';
import { layoutPlaces } from '../layout/regions.js';
import type { Seat } from '../seat/seat.js';
import type { SpeakerRoom } from './recent-speakers.js';

/** Whether a link has too many voice lives to show their seats. Then it shows the hosts and the guests who speak. */
export function isVoiceRound({ layoutTemplate, members }: LinkInfo): boolean {
  return layoutTemplate === CoHostLayoutTemplate.hostVoiceConnection && !showsAllSeats(members.length);
}

/** A seat of one of several lives. */
export interface SeatOfLive {
  liveId: string;
  seat: Seat;
}

/** The taken seats of all linked lives, without those of hosts. */
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
 * The guests that a link of more than two voice lives can show as speakers, and their places; null for any other live.
 * Hosts have the first places. Speakers get the last place first, so a host who joins mostly finds a free place.
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
