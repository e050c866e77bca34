import { LiveError, LiveErrorCode, type CheckedCommandOf, type User } from '../../../core/vocabulary.js';
import { isModerator, isOwner, noPermission } from '../live/live-access.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { seatAt, takenSeatOf, type TakenSeatRecord } from './seat-lookup.js';
import { mustBeFree } from './sit-rules.js';

type Move = Pick<CheckedCommandOf<'move-user-to-seat'>, 'userId' | 'targetIndex' | 'policy'>;

/**
 * Moves a user to another seat. A moderator moves anybody except the owner; only the owner moves the owner. A guest
 * moves only themselves, and only to a free seat.
 * @throws LiveError `notSeated`, `noPermission`, `seatLocked`, `seatOccupied`, `invalidParameter`.
 */
export function moveToSeat(turn: Turn, live: LiveRecord, by: User, { userId, targetIndex, policy }: Move): void {
  if (by.userId !== userId && (!isModerator(live, by.userId) || isOwner(live, userId))) {
    noPermission(`"${userId}" is not to be moved by "${by.userId}"`);
  }
  if (policy !== 'abort-when-occupied' && !isModerator(live, by.userId)) noPermission('only to a seat that is free');
  const from = takenSeatOf(live, userId);
  const to = seatAt(live, targetIndex);
  if (to.index === from.index) return;
  if (to.occupant && !to.isLocked && policy !== 'abort-when-occupied') {
    makeRoom(turn, live, by, from, { ...to, occupant: to.occupant }, policy);
  } else {
    mustBeFree(to);
  }
  turn.emit({ type: 'seats-swapped', liveId: live.info.liveId, from: from.index, to: to.index });
}

/** Prepares a taken seat: `force-replace` puts its user out; `swap-position` needs the mover's seat to be unlocked. */
function makeRoom(
  turn: Turn,
  live: LiveRecord,
  by: User,
  from: TakenSeatRecord,
  { index, occupant: { userId } }: TakenSeatRecord,
  policy: 'force-replace' | 'swap-position',
): void {
  if (isOwner(live, userId)) {
    if (!isOwner(live, by.userId)) noPermission('the owner makes room for nobody');
    if (policy === 'force-replace' && live.info.keepOwnerOnSeat) noPermission('the owner keeps a seat in this live');
  }
  if (policy === 'force-replace') {
    turn.emit({ type: 'seat-kicked', liveId: live.info.liveId, seatIndex: index, userId, host: by });
  } else if (from.isLocked) {
    throw new LiveError(LiveErrorCode.seatLocked, `seat ${from.index} is locked: nobody can be put there`);
  }
}
