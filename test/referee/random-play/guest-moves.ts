import type { GuestRequestKind } from '../../../src/core/index.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import { viewers } from './people.js';
import { seatIndex } from './seat-moves.js';
import type { Sight } from './sight.js';

export const guestMoves = {
  'apply-for-seat': {
    weight: 8,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ linkId }) => linkId === null);
      return [sight.someone(dice, viewers), { liveId, ...wish(sight, dice, liveId) }];
    },
  },
  'cancel-application': { weight: 2, make: (sight, dice) => asGuest(sight, dice, 'application') },
  'accept-application': { weight: 8, make: (sight, dice) => asModerator(sight, dice, 'application') },
  'reject-application': { weight: 2, make: (sight, dice) => asModerator(sight, dice, 'application') },
  'invite-to-seat': {
    weight: 6,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ linkId }) => linkId === null);
      const userId = sight.someone(dice, viewers);
      return [sight.moderator(dice, liveId), { liveId, userId, ...wish(sight, dice, liveId) }];
    },
  },
  'cancel-invitation': { weight: 2, make: (sight, dice) => asModerator(sight, dice, 'invitation') },
  'accept-invitation': { weight: 6, make: (sight, dice) => asGuest(sight, dice, 'invitation') },
  'reject-invitation': { weight: 2, make: (sight, dice) => asGuest(sight, dice, 'invitation') },
} satisfies Partial<Moves>;

function wish(sight: Sight, dice: Dice, liveId: string): { seatIndex?: number; timeout?: number } {
  return {
    ...(dice.oneIn(3) && { seatIndex: seatIndex(sight, dice, liveId) }),
    ...(dice.oneIn(2) && { timeout: 1 + dice.roll(60) }),
  };
}

function asking(sight: Sight, dice: Dice, kind: GuestRequestKind): { liveId: string; userId: string } {
  const liveId = sight.liveId(dice, ({ info }) => sight.pendingGuests(info.liveId, kind).length > 0);
  return { liveId, userId: sight.someone(dice, sight.pendingGuests(liveId, kind)) };
}

function asGuest(sight: Sight, dice: Dice, kind: GuestRequestKind): readonly [string, { liveId: string }] {
  const { liveId, userId } = asking(sight, dice, kind);
  return [userId, { liveId }];
}

function asModerator(
  sight: Sight,
  dice: Dice,
  kind: GuestRequestKind,
): readonly [string, { liveId: string; userId: string }] {
  const asked = asking(sight, dice, kind);
  return [sight.moderator(dice, asked.liveId), asked];
}
