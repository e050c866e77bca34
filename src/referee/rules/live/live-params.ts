import { cutToBytes } from '../../../core/shape/cut.js';
import { limits, type CheckedCommandOf, type LiveInfo, type User } from '../../../core/vocabulary.js';
import { seatCount } from '../seat/seat-plan.js';

/** The info of a new live. `createdAt` is epoch milliseconds. */
export function newLive(params: CheckedCommandOf<'create-live'>, owner: User, createdAt: number): LiveInfo {
  const { type: _type, liveName, maxSeatCount, ...rest } = params;
  return {
    ...rest,
    liveName: liveName ?? cutToBytes(owner.userName, limits.liveNameBytes),
    maxSeatCount: seatCount(rest.seatLayoutTemplate, maxSeatCount),
    liveOwner: { ...owner, liveId: rest.liveId },
    createdAt,
    endedAt: null,
    endedReason: null,
  };
}
