import type { CoHostLayoutTemplate, LinkMember, Seat, SeatOccupant } from '../../../../src/core/index.js';
import type { LiveDocument } from '../../../../src/protocol/index.js';
import * as examples from '../../../core/examples.js';

export const seatsOf = (...occupants: readonly (SeatOccupant | null)[]): Seat[] =>
  occupants.map((somebody, index) => ({ index, isLocked: false, occupant: somebody }));

export const member = (name: string, joinedAt: number, seats: readonly Seat[] = []): LinkMember =>
  examples.member(name, { joinedAt, seats });

interface Extra {
  revision?: number;
  linkId?: string;
  template?: CoHostLayoutTemplate;
  ended?: boolean;
  /** Guests on the seats after the owner's; `seats` sets all seats instead. */
  guests?: readonly SeatOccupant[];
  seats?: readonly Seat[];
}

/** The document of the first host's live, linked with those of the others. */
export function documentOf(
  names: readonly string[],
  { revision = 1, linkId = 'link', template = 600, ended, guests = [], seats }: Extra = {},
): LiveDocument {
  const [owner = '', ...others] = names;
  const { live, ...document } = examples.documentOf(owner);
  const members = names.map((name, index) => member(name, index));
  return {
    ...document,
    revision,
    live: ended ? { ...live, endedAt: live.createdAt + 1, endedReason: 'ended-by-host' } : live,
    seats: seats ?? seatsOf(examples.occupant(owner), ...guests),
    link: others.length > 0 ? { linkId, layoutTemplate: template, members } : null,
  };
}
