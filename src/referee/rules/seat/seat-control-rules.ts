import type { DeviceType, User } from '../../../core/vocabulary.js';
import { isOwner, noPermission } from '../live/live-access.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { seatAt, takenSeatOf } from './seat-lookup.js';

/** Locks or unlocks a seat. A user on it stays. @throws LiveError `invalidParameter`. */
export function lockSeat(turn: Turn, live: LiveRecord, index: number, isLocked: boolean): void {
  const seat = seatAt(live, index);
  if (seat.isLocked === isLocked) return;
  turn.emit({ type: isLocked ? 'seat-locked' : 'seat-unlocked', liveId: live.info.liveId, seatIndex: seat.index });
}

/** Puts a guest out of their seat. @throws LiveError `notSeated`; `noPermission` for the owner's seat. */
export function kickOutOfSeat(turn: Turn, live: LiveRecord, host: User, userId: string): void {
  const { index } = takenSeatOf(live, userId);
  if (isOwner(live, userId)) noPermission('the owner’s seat is the owner’s own affair');
  turn.emit({ type: 'seat-kicked', liveId: live.info.liveId, seatIndex: index, userId, host });
}

/**
 * Allows or forbids a device of a guest. Only the guest switches it on.
 * @throws LiveError `notSeated`; `noPermission` for the owner's devices.
 */
export function allowDevice(
  turn: Turn,
  live: LiveRecord,
  { userId, device }: { userId: string; device: DeviceType },
  isAllowed: boolean,
): void {
  const { index, occupant } = takenSeatOf(live, userId);
  if (isOwner(live, userId)) noPermission('the owner’s devices are the owner’s own affair');
  const wasAllowed = device === 'microphone' ? occupant.allowOpenMicrophone : occupant.allowOpenCamera;
  if (wasAllowed === isAllowed) return;
  turn.emit({ type: 'seat-device-allowed', liveId: live.info.liveId, seatIndex: index, device, isAllowed });
}
