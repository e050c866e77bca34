import { limits, type DeviceType, type SuspendStatus, type User } from '../../../core/vocabulary.js';
import type { OccupantRecord, SeatRecord, Slice } from '../records.js';
import type { Appliers } from '../rule-event.js';
import { changeLive } from '../slice-changes.js';
import { occupantOf } from './seat-plan.js';

export type SeatEvent =
  | { type: 'seat-taken'; liveId: string; seatIndex: number; user: User }
  | { type: 'seat-left'; liveId: string; seatIndex: number }
  /** A seat was taken away from a guest. The guest learns that `host` did it. */
  | { type: 'seat-kicked'; liveId: string; seatIndex: number; userId: string; host: User }
  | { type: 'seat-locked'; liveId: string; seatIndex: number }
  | { type: 'seat-unlocked'; liveId: string; seatIndex: number }
  /** The users at `from` and `to` have swapped their seats. Either seat may be empty. */
  | { type: 'seats-swapped'; liveId: string; from: number; to: number }
  | { type: 'seat-device-allowed'; liveId: string; seatIndex: number; device: DeviceType; isAllowed: boolean }
  | { type: 'seat-suspended'; liveId: string; seatIndex: number; status: SuspendStatus }
  | { type: 'guest-lost'; liveId: string; seatIndex: number }
  /** Everybody is shown that the guest is missing. */
  | { type: 'guest-missed'; liveId: string; seatIndex: number }
  | { type: 'guest-returned'; liveId: string; seatIndex: number }
  /** The new template has another number of seats. Only empty seats are removed. */
  | { type: 'seats-resized'; liveId: string; count: number }
  /** The time for showing guests who took their seat (`seatKickMs`) is over. */
  | { type: 'seat-kicks-forgotten'; liveId: string };

/** How long a guest is shown who took their seat, milliseconds. */
export const seatKickMs = 60_000;

export const applySeatEvent: Appliers<SeatEvent> = {
  'seat-taken': (slice, { liveId, seatIndex, user }) =>
    changeLive(slice, liveId, ({ seats, closedDevices }) => {
      const isAllowed = (device: DeviceType): boolean =>
        !closedDevices.some((closed) => closed.userId === user.userId && closed.device === device);
      const freedom = { allowOpenMicrophone: isAllowed('microphone'), allowOpenCamera: isAllowed('camera') };
      const occupant = { ...occupantOf(user), ...freedom };
      return { seats: seats.map((seat) => (seat.index === seatIndex ? { ...seat, occupant } : seat)) };
    }),
  'seat-left': (slice, { liveId, seatIndex }) => changeSeat(slice, liveId, seatIndex, () => ({ occupant: null })),
  'seat-kicked': (slice, { liveId, seatIndex, userId, host, at }) =>
    changeLive(
      changeSeat(slice, liveId, seatIndex, () => ({ occupant: null })),
      liveId,
      ({ seatKicks }) => ({
        seatKicks: [...seatKicks.filter((kick) => kick.userId !== userId), { userId, seatIndex, host, at }],
      }),
    ),
  'seat-locked': (slice, { liveId, seatIndex }) => changeSeat(slice, liveId, seatIndex, () => ({ isLocked: true })),
  'seat-unlocked': (slice, { liveId, seatIndex }) => changeSeat(slice, liveId, seatIndex, () => ({ isLocked: false })),
  'seats-swapped': (slice, { liveId, from, to }) =>
    changeLive(slice, liveId, ({ seats }) => ({
      seats: seats.map((seat) => {
        if (seat.index === from) return { ...seat, occupant: seats[to]?.occupant ?? null };
        if (seat.index === to) return { ...seat, occupant: seats[from]?.occupant ?? null };
        return seat;
      }),
    })),
  'seat-device-allowed': (slice, { liveId, seatIndex, device, isAllowed }) => {
    const changed = changeOccupant(slice, liveId, seatIndex, {
      [device === 'microphone' ? 'allowOpenMicrophone' : 'allowOpenCamera']: isAllowed,
    });
    return changeLive(changed, liveId, ({ seats, closedDevices }) => {
      const userId = seats.find(({ index }) => index === seatIndex)?.occupant?.userId;
      if (userId === undefined) return {};
      const others = closedDevices.filter((closed) => closed.userId !== userId || closed.device !== device);
      return { closedDevices: isAllowed ? others : [...others, { userId, device }].slice(-limits.closedDevices) };
    });
  },
  'seat-suspended': (slice, { liveId, seatIndex, status }) =>
    changeOccupant(slice, liveId, seatIndex, { userSuspendStatus: status }),
  'guest-lost': (slice, { liveId, seatIndex, at }) =>
    changeOccupant(slice, liveId, seatIndex, { lostAt: at, isMissed: false }),
  'guest-missed': (slice, { liveId, seatIndex }) => changeOccupant(slice, liveId, seatIndex, { isMissed: true }),
  'guest-returned': (slice, { liveId, seatIndex }) =>
    changeOccupant(slice, liveId, seatIndex, { lostAt: null, isMissed: false, userSuspendStatus: 'none' }),
  'seats-resized': (slice, { liveId, count }) =>
    changeLive(slice, liveId, ({ info, seats }) => ({
      info: { ...info, maxSeatCount: count },
      seats: Array.from({ length: count }, (_, index) => seats[index] ?? { index, isLocked: false, occupant: null }),
    })),
  'seat-kicks-forgotten': (slice, { liveId, at }) =>
    changeLive(slice, liveId, ({ seatKicks }) => ({
      seatKicks: seatKicks.filter((kick) => kick.at > at - seatKickMs),
    })),
};

function changeSeat(
  slice: Slice,
  liveId: string,
  seatIndex: number,
  change: (seat: SeatRecord) => Partial<SeatRecord>,
): Slice {
  return changeLive(slice, liveId, ({ seats }) => ({
    seats: seats.map((seat) => (seat.index === seatIndex ? { ...seat, ...change(seat) } : seat)),
  }));
}

function changeOccupant(slice: Slice, liveId: string, seatIndex: number, change: Partial<OccupantRecord>): Slice {
  return changeSeat(slice, liveId, seatIndex, ({ occupant }) => ({ occupant: occupant && { ...occupant, ...change } }));
}
