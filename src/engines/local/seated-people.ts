import type { LiveDocument, Seat } from '../../core/index.js';

/** Somebody on a seat, and the live it is a seat of. */
export interface SeatedPerson {
  userId: string;
  liveId: string;
}

/** Everybody whom a live shows: on its own seats, and then of each linked live. */
export function seatedPeople({ live, seats, link }: LiveDocument): readonly SeatedPerson[] {
  const others = link?.members.filter(({ liveId }) => liveId !== live.liveId) ?? [];
  return [
    ...occupants(live.liveId, seats),
    // A video live shows its host to others, a voice live all its seats.
    ...others.flatMap(({ userId, liveId, seats }) =>
      seats.length === 0 ? [{ userId, liveId }] : occupants(liveId, seats),
    ),
  ];
}

function occupants(liveId: string, seats: readonly Seat[]): readonly SeatedPerson[] {
  return seats.flatMap(({ occupant }) => (occupant ? [{ userId: occupant.userId, liveId }] : []));
}
