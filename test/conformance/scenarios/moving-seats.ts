import { LiveErrorCode, type MoveSeatPolicy } from '../../../src/core/index.js';
import type { Arena, Scenario } from '../arena.js';
import { refused } from '../assertions.js';
import { goLive, showSeats, watch, type Actor } from '../stage.js';

export const movingSeats: readonly Scenario[] = [
  {
    name: 'a guest moves to another seat that is free, and the host moves anybody',
    async run(arena) {
      const [ann, vic, wil] = await threeOnSeats(arena);
      await vic.session.liveSeatStore.moveUserToSeat({ userId: vic.userId, targetIndex: 5 });
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [2, wil],
        [5, vic],
      ]);
      const other = vic.session.liveSeatStore.moveUserToSeat({ userId: wil.userId, targetIndex: 1 });
      await refused(other, LiveErrorCode.noPermission, 'moving somebody else');
      await ann.session.liveSeatStore.lockSeat({ seatIndex: 7 });
      const locked = vic.session.liveSeatStore.moveUserToSeat({ userId: vic.userId, targetIndex: 7 });
      await refused(locked, LiveErrorCode.seatLocked, 'moving to a locked seat');
      await ann.session.liveSeatStore.moveUserToSeat({ userId: wil.userId, targetIndex: 1 });
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [1, wil],
        [5, vic],
      ]);
    },
  },
  {
    name: 'moving a guest to a seat that is taken is refused unless the host wants more',
    async run(arena) {
      const [ann, vic, wil] = await threeOnSeats(arena);
      await refused(move(ann, vic, 2), LiveErrorCode.seatOccupied, 'moving onto somebody');
      await refused(move(ann, vic, 2, 'abort-when-occupied'), LiveErrorCode.seatOccupied, 'moving onto somebody');
      await refused(move(vic, vic, 2, 'swap-position'), LiveErrorCode.noPermission, 'swapping by oneself');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [1, vic],
        [2, wil],
      ]);
    },
  },
  {
    name: 'the host moves a guest in the place of another, who is told that their seat is gone',
    async run(arena) {
      const [ann, vic, wil] = await threeOnSeats(arena);
      await refused(move(ann, vic, 0, 'force-replace'), LiveErrorCode.noPermission, 'replacing the host');
      await move(ann, vic, 2, 'force-replace');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [2, vic],
      ]);
      await wil.heard.first('kicked-off-seat');
      vic.heard.never('kicked-off-seat');
    },
  },
  {
    name: 'the host has two guests change places, and changes places with one of them',
    async run(arena) {
      const [ann, vic, wil] = await threeOnSeats(arena);
      await move(ann, vic, 2, 'swap-position');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [1, wil],
        [2, vic],
      ]);
      await move(ann, ann, 2, 'swap-position');
      await showSeats([ann, vic, wil], ann, [
        [0, vic],
        [1, wil],
        [2, ann],
      ]);
      vic.heard.never('kicked-off-seat');
    },
  },
];

async function threeOnSeats(arena: Arena): Promise<[Actor, Actor, Actor]> {
  const ann = await goLive(arena, 'ann', { seatMode: 'free' });
  const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
  await vic.session.liveSeatStore.takeSeat({ seatIndex: 1 });
  await wil.session.liveSeatStore.takeSeat({ seatIndex: 2 });
  return [ann, vic, wil];
}

function move(by: Actor, { userId }: Actor, targetIndex: number, policy?: MoveSeatPolicy): Promise<void> {
  return by.session.liveSeatStore.moveUserToSeat({ userId, targetIndex, ...(policy && { policy }) });
}
