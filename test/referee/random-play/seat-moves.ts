import type { UserCommandOf } from '../../../src/core/index.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import type { Sight } from './sight.js';

export const seatMoves = {
  'take-seat': {
    weight: 6,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ linkId, info }) => linkId === null && info.seatMode === 'free');
      return [sight.someone(dice), { liveId, ...(dice.oneIn(2) && { seatIndex: seatIndex(sight, dice, liveId) }) }];
    },
  },
  'leave-seat': {
    weight: 2,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ info }) => sight.guests(info.liveId).length > 0);
      return [sight.someone(dice, sight.seated(liveId)), { liveId }];
    },
  },
  'move-user-to-seat': {
    weight: 4,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ info }) => sight.seated(info.liveId).length > 0);
      const userId = sight.someone(dice, sight.seated(liveId));
      const by = dice.oneIn(3) ? userId : sight.moderator(dice, liveId);
      const policy = dice.from('abort-when-occupied', 'force-replace', 'swap-position');
      const targetIndex = seatIndex(sight, dice, liveId);
      return [by, { liveId, userId, targetIndex, ...(dice.oneIn(2) && { policy }) }];
    },
  },
  'lock-seat': { weight: 1, make: oneSeat },
  'unlock-seat': { weight: 2, make: oneSeat },
  'kick-user-out-of-seat': {
    weight: 2,
    make: (sight, dice) => {
      const liveId = sight.liveId(dice, ({ info }) => sight.guests(info.liveId).length > 0);
      return [sight.moderator(dice, liveId), { liveId, userId: sight.someone(dice, sight.guests(liveId)) }];
    },
  },
  'open-remote-device': { weight: 2, make: remoteDevice },
  'close-remote-device': { weight: 2, make: remoteDevice },
} satisfies Partial<Moves>;

/** Mostly a seat that there is. */
export function seatIndex(sight: Sight, dice: Dice, liveId: string): number {
  const count = sight.record(liveId)?.seats.length ?? 9;
  return dice.oneIn(20) ? dice.from(-1, count, 0.5, 1e9) : dice.roll(Math.max(1, count));
}

function oneSeat(sight: Sight, dice: Dice): readonly [string, { liveId: string; seatIndex: number }] {
  const liveId = sight.liveId(dice);
  return [sight.moderator(dice, liveId), { liveId, seatIndex: seatIndex(sight, dice, liveId) }];
}

function remoteDevice(sight: Sight, dice: Dice): readonly [string, Omit<UserCommandOf<'close-remote-device'>, 'type'>] {
  const liveId = sight.liveId(dice, ({ info }) => sight.guests(info.liveId).length > 0);
  const userId = sight.someone(dice, sight.guests(liveId));
  return [sight.moderator(dice, liveId), { liveId, userId, device: dice.from('microphone', 'camera') }];
}
