import { LiveErrorCode, SeatLayoutTemplate } from '../../../src/core/index.js';
import type { Scenario } from '../arena.js';
import { becomes, equal, refused } from '../assertions.js';
import { goLive, showSeats, watch } from '../stage.js';

export const seats: readonly Scenario[] = [
  {
    name: 'the host has the first seat; where seats are free, guests take one, and everybody sees who sits where',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await showSeats([ann, vic, wil], ann, [[0, ann]]);
      await vic.session.liveSeatStore.takeSeat({ seatIndex: 3 });
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [3, vic],
      ]);
      const occupied = wil.session.liveSeatStore.takeSeat({ seatIndex: 3 });
      await refused(occupied, LiveErrorCode.seatOccupied, 'a seat that is taken');
      await refused(wil.session.liveSeatStore.takeSeat({ seatIndex: 9 }), LiveErrorCode.invalidParameter, 'no seat');
      await wil.session.liveSeatStore.takeSeat();
      await refused(wil.session.liveSeatStore.takeSeat(), LiveErrorCode.alreadySeated, 'a second seat');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [1, wil],
        [3, vic],
      ]);
      await vic.session.liveSeatStore.leaveSeat();
      await refused(vic.session.liveSeatStore.leaveSeat(), LiveErrorCode.notSeated, 'leaving no seat');
      await refused(ann.session.liveSeatStore.leaveSeat(), LiveErrorCode.noPermission, 'the seat that the host keeps');
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [1, wil],
      ]);
    },
  },
  {
    name: 'where the host decides, nobody sits down unasked, and where seats are off, nobody at all',
    async run(arena) {
      const ann = await goLive(arena, 'ann');
      const bob = await goLive(arena, 'bob', { seatMode: 'free', isSeatEnabled: false });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', bob)];
      await refused(vic.session.liveSeatStore.takeSeat(), LiveErrorCode.noPermission, 'sitting down unasked');
      await refused(wil.session.liveSeatStore.takeSeat(), LiveErrorCode.seatsDisabled, 'sitting down');
      await refused(wil.session.coGuestStore.applyForSeat(), LiveErrorCode.seatsDisabled, 'asking for a seat');
      await showSeats([ann, vic], ann, [[0, ann]]);
      await showSeats([bob, wil], bob, [[0, bob]]);
    },
  },
  {
    name: 'a voice live has as many seats as its host wants; a locked one is taken by nobody, but whoever sits there stays',
    async run(arena) {
      const { audioSalon: seatLayoutTemplate } = SeatLayoutTemplate;
      const ann = await goLive(arena, 'ann', { seatLayoutTemplate, maxSeatCount: 3, seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      const locks = (): unknown => wil.session.liveSeatStore.seatList.get().map(({ isLocked }) => isLocked);
      equal(locks(), [false, false, false], 'seats of the live');
      await refused(vic.session.liveSeatStore.lockSeat({ seatIndex: 1 }), LiveErrorCode.noPermission, 'a lock by vic');
      await vic.session.liveSeatStore.takeSeat({ seatIndex: 1 });
      await ann.session.liveSeatStore.lockSeat({ seatIndex: 1 });
      await ann.session.liveSeatStore.lockSeat({ seatIndex: 2 });
      await becomes(locks, [false, true, true], 'locked seats');
      await refused(wil.session.liveSeatStore.takeSeat({ seatIndex: 2 }), LiveErrorCode.seatLocked, 'a locked seat');
      await refused(wil.session.liveSeatStore.takeSeat(), LiveErrorCode.allSeatsOccupied, 'any seat');
      await showSeats([wil], ann, [
        [0, ann],
        [1, vic],
      ]);
      await ann.session.liveSeatStore.unlockSeat({ seatIndex: 2 });
      await wil.session.liveSeatStore.takeSeat();
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [1, vic],
        [2, wil],
      ]);
    },
  },
  {
    name: 'a guest whom the host takes off their seat is told by whom, stays in the audience, and may sit down again',
    async run(arena) {
      const ann = await goLive(arena, 'ann', { seatMode: 'free' });
      const [vic, wil] = [await watch(arena, 'vic', ann), await watch(arena, 'wil', ann)];
      await vic.session.liveSeatStore.takeSeat({ seatIndex: 2 });
      const { userId } = vic;
      const byWil = wil.session.liveSeatStore.kickUserOutOfSeat({ userId });
      await refused(byWil, LiveErrorCode.noPermission, 'a kick by the audience');
      await ann.session.liveSeatStore.kickUserOutOfSeat({ userId });
      const { seatIndex, hostUser } = await vic.heard.first('kicked-off-seat');
      equal([seatIndex, hostUser.userId], [2, ann.userId], 'seat that was lost, and to whom');
      await showSeats([ann, vic, wil], ann, [[0, ann]]);
      const again = ann.session.liveSeatStore.kickUserOutOfSeat({ userId });
      await refused(again, LiveErrorCode.notSeated, 'a kick of somebody without a seat');
      const owner = ann.session.liveSeatStore.kickUserOutOfSeat({ userId: ann.userId });
      await refused(owner, LiveErrorCode.noPermission, 'a kick of the host');
      equal(vic.session.liveListStore.currentLive.get()?.liveId, ann.liveId, 'live that vic is in');
      await vic.session.liveSeatStore.takeSeat({ seatIndex: 2 });
      await showSeats([ann, vic, wil], ann, [
        [0, ann],
        [2, vic],
      ]);
      wil.heard.never('kicked-off-seat');
    },
  },
];
