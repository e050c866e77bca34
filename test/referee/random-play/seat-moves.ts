import type { UserCommandOf } from '../../../src/protocol/index.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import type { KnownWorld } from './known-world.js';

export const seatMoves = {
  'take-seat': {
    weight: 6,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ linkId, info }) => linkId === null && info.seatMode === 'free');
      return [known.someone(dice), { liveId, ...(dice.oneIn(2) && { seatIndex: seatIndex(known, dice, liveId) }) }];
    },
  },
  'leave-seat': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ info }) => known.guests(info.liveId).length > 0);
      return [known.someone(dice, known.seated(liveId)), { liveId }];
    },
  },
  'move-user-to-seat': {
    weight: 4,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ info }) => known.seated(info.liveId).length > 0);
      const userId = known.someone(dice, known.seated(liveId));
      const by = dice.oneIn(3) ? userId : known.moderator(dice, liveId);
      const policy = dice.from('abort-when-occupied', 'force-replace', 'swap-position');
      const targetIndex = seatIndex(known, dice, liveId);
      return [by, { liveId, userId, targetIndex, ...(dice.oneIn(2) && { policy }) }];
    },
  },
  'lock-seat': { weight: 1, make: oneSeat },
  'unlock-seat': { weight: 2, make: oneSeat },
  'kick-user-out-of-seat': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ info }) => known.guests(info.liveId).length > 0);
      return [known.moderator(dice, liveId), { liveId, userId: known.someone(dice, known.guests(liveId)) }];
    },
  },
  'open-remote-device': { weight: 2, make: remoteDevice },
  'close-remote-device': { weight: 2, make: remoteDevice },
  'set-suspend-status': {
    weight: 3,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ info }) => known.seated(info.liveId).length > 0);
      const status = dice.from('none', 'in-background', 'in-background');
      return [known.someone(dice, known.seated(liveId)), { liveId, status }];
    },
  },
} satisfies Partial<Moves>;

/** Mostly a seat that there is. */
export function seatIndex(known: KnownWorld, dice: Dice, liveId: string): number {
  const count = known.record(liveId)?.seats.length ?? 9;
  return dice.oneIn(20) ? dice.from(-1, count, 0.5, 1e9) : dice.roll(Math.max(1, count));
}

function oneSeat(known: KnownWorld, dice: Dice): readonly [string, { liveId: string; seatIndex: number }] {
  const liveId = known.liveId(dice);
  return [known.moderator(dice, liveId), { liveId, seatIndex: seatIndex(known, dice, liveId) }];
}

function remoteDevice(
  known: KnownWorld,
  dice: Dice,
): readonly [string, Omit<UserCommandOf<'close-remote-device'>, 'type'>] {
  const liveId = known.liveId(dice, ({ info }) => known.guests(info.liveId).length > 0);
  const userId = known.someone(dice, known.guests(liveId));
  return [known.moderator(dice, liveId), { liveId, userId, device: dice.from('microphone', 'camera') }];
}
