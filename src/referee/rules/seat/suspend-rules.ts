import type { SuspendStatus } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { takenSeatOf } from './seat-lookup.js';

/** Notes whether the page of a user on a seat is in the background. @throws LiveError `notSeated`. */
export function setSuspendStatus(turn: Turn, live: LiveRecord, userId: string, status: SuspendStatus): void {
  const { index, occupant } = takenSeatOf(live, userId);
  if (occupant.userSuspendStatus === status) return;
  turn.emit({ type: 'seat-suspended', liveId: live.info.liveId, seatIndex: index, status });
}

/** A host is back after a lost connection: their page counts as visible until it says otherwise. */
export function withOwnerUnsuspended({ info, seats }: LiveRecord): LiveRecord['seats'] {
  return seats.map((seat) =>
    seat.occupant?.userId === info.liveOwner.userId
      ? { ...seat, occupant: { ...seat.occupant, userSuspendStatus: 'none' } }
      : seat,
  );
}
