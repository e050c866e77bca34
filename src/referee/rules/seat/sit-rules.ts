import { anySeat } from '../../../core/seat/seat-commands.js';
import { LiveError, LiveErrorCode, type User } from '../../../core/vocabulary.js';
import { refuseWhileCoHosting, turnHostsDown } from '../guest/busy.js';
import { settlePending } from '../guest/guest-requests.js';
import { hostsAndGuests } from '../cohost/people.js';
import { isModerator, isOwner, noPermission } from '../live/live-access.js';
import type { LiveRecord, SeatRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { seatAt, seatOf, takenSeatOf } from './seat-lookup.js';

/**
 * Seats a user. Where seats must be applied for (`seatMode`), only the owner and administrators may do this.
 * @throws LiveError `noPermission`, those of `freeSeat`.
 */
export function takeSeat(turn: Turn, live: LiveRecord, user: User, wanted: number): void {
  if (live.info.seatMode !== 'free' && !isModerator(live, user.userId)) {
    noPermission('a seat of this live must be applied for');
  }
  sitDown(turn, live, user, freeSeat(turn, live, user.userId, wanted));
}

/** Frees a user's seat. @throws LiveError `notSeated`; `noPermission` for an owner who keeps a seat. */
export function leaveSeat(turn: Turn, live: LiveRecord, { userId }: User): void {
  const { index } = takenSeatOf(live, userId);
  if (isOwner(live, userId) && live.info.keepOwnerOnSeat) noPermission('the owner keeps a seat in this live');
  turn.emit({ type: 'seat-left', liveId: live.info.liveId, seatIndex: index });
}

/**
 * The index of a free seat that a user may take now: the wanted one, or the first free one for `anySeat`.
 * @throws LiveError `alreadySeated`, `userAlreadySeated`, `seatsDisabled`, `requestConflict`, `seatLocked`,
 * `seatOccupied`, `allSeatsOccupied`, `invalidParameter`.
 */
export function freeSeat(turn: Turn, live: LiveRecord, userId: string, wanted: number): number {
  if (seatOf(live, userId)) throw new LiveError(LiveErrorCode.alreadySeated, `"${userId}" has a seat already`);
  if (!isOwner(live, userId)) {
    if (hostsAndGuests(turn, live).includes(userId)) {
      throw new LiveError(LiveErrorCode.userAlreadySeated, `"${userId}" has a seat in a connected live`);
    }
    if (!live.info.isSeatEnabled) throw new LiveError(LiveErrorCode.seatsDisabled, 'the live has no seats for guests');
    refuseWhileCoHosting(turn, live);
  }
  if (wanted !== anySeat) return mustBeFree(seatAt(live, wanted)).index;
  const free = live.seats.find(({ isLocked, occupant }) => !isLocked && occupant === null);
  if (!free) throw new LiveError(LiveErrorCode.allSeatsOccupied, 'no seat is free');
  return free.index;
}

/** Seats a user on a free seat and settles their other pending requests about a seat. */
export function sitDown(turn: Turn, live: LiveRecord, user: User, seatIndex: number): void {
  turn.emit({ type: 'seat-taken', liveId: live.info.liveId, seatIndex, user });
  settlePending(turn, turn.live(live.info.liveId), 'already-seated', user.userId);
  if (!isOwner(live, user.userId)) turnHostsDown(turn, live);
}

/** @throws LiveError `seatLocked`, `seatOccupied`. */
export function mustBeFree(seat: SeatRecord): SeatRecord {
  if (seat.isLocked) throw new LiveError(LiveErrorCode.seatLocked, `seat ${seat.index} is locked`);
  if (seat.occupant) throw new LiveError(LiveErrorCode.seatOccupied, `seat ${seat.index} is taken`);
  return seat;
}
