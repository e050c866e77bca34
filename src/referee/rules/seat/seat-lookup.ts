import { LiveError, LiveErrorCode } from '../../../core/vocabulary.js';
import type { LiveRecord, OccupantRecord, SeatRecord } from '../records.js';
import { invalid } from '../validate.js';

export type TakenSeatRecord = SeatRecord & { occupant: OccupantRecord };

/** The seat of a user in this live, if they have one. */
export function seatOf({ seats }: LiveRecord, userId: string): TakenSeatRecord | undefined {
  return seats.find((seat): seat is TakenSeatRecord => seat.occupant?.userId === userId);
}

/** @throws LiveError `notSeated`. */
export function takenSeatOf(live: LiveRecord, userId: string): TakenSeatRecord {
  const seat = seatOf(live, userId);
  if (!seat) throw new LiveError(LiveErrorCode.notSeated, `"${userId}" has no seat in live "${live.info.liveId}"`);
  return seat;
}

/** @throws LiveError `invalidParameter`. */
export function seatAt({ seats }: LiveRecord, index: number): SeatRecord {
  const seat = seats.find((candidate) => candidate.index === index);
  if (!seat) invalid(`seatIndex must be a whole number from 0 to ${seats.length - 1}`);
  return seat;
}
