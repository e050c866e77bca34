import type { GuestRequestKind } from '../../../src/core/index.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import { viewers } from './people.js';
import { seatIndex } from './seat-moves.js';
import type { KnownWorld } from './known-world.js';

export const guestMoves = {
  'apply-for-seat': {
    weight: 8,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ linkId }) => linkId === null);
      return [known.someone(dice, viewers), { liveId, ...wish(known, dice, liveId) }];
    },
  },
  'cancel-application': { weight: 2, make: (known, dice) => asGuest(known, dice, 'application') },
  'accept-application': { weight: 8, make: (known, dice) => asModerator(known, dice, 'application') },
  'reject-application': { weight: 2, make: (known, dice) => asModerator(known, dice, 'application') },
  'invite-to-seat': {
    weight: 6,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ linkId }) => linkId === null);
      const userId = known.someone(dice, viewers);
      return [known.moderator(dice, liveId), { liveId, userId, ...wish(known, dice, liveId) }];
    },
  },
  'cancel-invitation': { weight: 2, make: (known, dice) => asModerator(known, dice, 'invitation') },
  'accept-invitation': { weight: 6, make: (known, dice) => asGuest(known, dice, 'invitation') },
  'reject-invitation': { weight: 2, make: (known, dice) => asGuest(known, dice, 'invitation') },
} satisfies Partial<Moves>;

function wish(known: KnownWorld, dice: Dice, liveId: string): { seatIndex?: number; timeout?: number } {
  return {
    ...(dice.oneIn(3) && { seatIndex: seatIndex(known, dice, liveId) }),
    ...(dice.oneIn(2) && { timeout: 1 + dice.roll(60) }),
  };
}

function asking(known: KnownWorld, dice: Dice, kind: GuestRequestKind): { liveId: string; userId: string } {
  const liveId = known.liveId(dice, ({ info }) => known.pendingGuests(info.liveId, kind).length > 0);
  return { liveId, userId: known.someone(dice, known.pendingGuests(liveId, kind)) };
}

function asGuest(known: KnownWorld, dice: Dice, kind: GuestRequestKind): readonly [string, { liveId: string }] {
  const { liveId, userId } = asking(known, dice, kind);
  return [userId, { liveId }];
}

function asModerator(
  known: KnownWorld,
  dice: Dice,
  kind: GuestRequestKind,
): readonly [string, { liveId: string; userId: string }] {
  const asked = asking(known, dice, kind);
  return [known.moderator(dice, asked.liveId), asked];
}
