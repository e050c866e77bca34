import { SeatLayoutTemplate, type CreateLiveParams, type LiveInfoChange } from '../../../src/core/index.js';
import { liveOf } from '../test-world.js';
import type { Dice } from './dice.js';
import type { Moves } from './move.js';
import { hosts, secondLive } from './people.js';

const templates = Object.values(SeatLayoutTemplate);
const usual = SeatLayoutTemplate.videoDynamicGrid9Seats;

export const liveMoves = {
  'create-live': {
    weight: 8,
    make: (known, dice) => {
      const isUp = (liveId: string): boolean => known.running.some(({ info }) => info.liveId === liveId);
      const userId = known.someone(
        dice,
        hosts.filter((host) => !isUp(liveOf(host))),
      );
      const liveId = dice.oneIn(8) ? dice.from(secondLive, known.liveId(dice)) : liveOf(userId);
      return [userId, { liveId, ...(dice.oneIn(2) && liveParams(dice)) }];
    },
  },
  'end-live': {
    weight: 1,
    make: (known, dice) => {
      const liveId = known.liveId(dice);
      return [known.owner(dice, liveId), { liveId }];
    },
  },
  'update-live': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice);
      const change = dice.from<LiveInfoChange>(
        { notice: `notice ${dice.roll(9)}` },
        { isPublicVisible: dice.oneIn(2) },
        { seatMode: dice.from('free', 'apply') },
        { seatLayoutTemplate: dice.from(usual, ...templates) },
        { liveName: 'x'.repeat(99 + dice.roll(4)) },
      );
      return [known.moderator(dice, liveId), { liveId, ...change }];
    },
  },
  'update-live-metadata': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice);
      const key = (): string => dice.from(`key${dice.roll(14)}`, 'constructor', 'x'.repeat(51));
      const metaData = { [key()]: dice.from('value', '', 'x'.repeat(2049)), [key()]: 'ä'.repeat(dice.roll(900)) };
      return [known.moderator(dice, liveId), { liveId, metaData }];
    },
  },
  'set-administrator': {
    weight: 2,
    make: (known, dice) => {
      const liveId = known.liveId(dice);
      return [known.owner(dice, liveId), { liveId, userId: known.someone(dice, known.guests(liveId)) }];
    },
  },
  'revoke-administrator': {
    weight: 1,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ administrators }) => administrators.length > 0);
      const userId = known.someone(dice, known.record(liveId)?.administrators);
      return [known.owner(dice, liveId), { liveId, userId }];
    },
  },
  'kick-user': {
    weight: 1,
    make: (known, dice) => {
      const liveId = known.liveId(dice);
      return [known.moderator(dice, liveId), { liveId, userId: known.someone(dice, known.guests(liveId)) }];
    },
  },
  'readmit-user': {
    weight: 1,
    make: (known, dice) => {
      const liveId = known.liveId(dice, ({ kicked }) => kicked.length > 0);
      return [known.moderator(dice, liveId), { liveId, userId: known.someone(dice, known.record(liveId)?.kicked) }];
    },
  },
  'list-kicked-users': {
    weight: 1,
    make: (known, dice) => {
      const liveId = known.liveId(dice);
      return [known.moderator(dice, liveId), { liveId }];
    },
  },
} satisfies Partial<Moves>;

/** A live that is not the usual one: of voice, with few seats, open to all, or without its owner on a seat. */
function liveParams(dice: Dice): Omit<CreateLiveParams, 'liveId'> {
  return {
    seatLayoutTemplate: dice.from(usual, ...templates),
    seatMode: dice.from('apply', 'free'),
    keepOwnerOnSeat: !dice.oneIn(4),
    isSeatEnabled: !dice.oneIn(8),
    maxSeatCount: 1 + dice.roll(6),
  };
}
