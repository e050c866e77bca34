import type { DeviceControlPolicy, DeviceType, User } from '../../../core/vocabulary.js';
import { isOwner, noPermission } from '../live/live-access.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';
import { invalid } from '../validate.js';
import { seatAt, takenSeatOf } from './seat-lookup.js';

/** Whoever sits there stays. @throws LiveError `invalidParameter`. */
export function lockSeat(turn: Turn, live: LiveRecord, index: number, isLocked: boolean): void {
  const seat = seatAt(live, index);
  if (seat.isLocked === isLocked) return;
  turn.emit({ type: isLocked ? 'seat-locked' : 'seat-unlocked', liveId: live.info.liveId, seatIndex: seat.index });
}

/** @throws LiveError `notSeated`; `noPermission` towards the owner. */
export function kickOutOfSeat(turn: Turn, live: LiveRecord, host: User, userId: string): void {
  const { index } = takenSeatOf(live, userId);
  if (isOwner(live, userId)) noPermission('the owner’s seat is the owner’s own affair');
  turn.emit({ type: 'seat-kicked', liveId: live.info.liveId, seatIndex: index, userId, host });
}

/** Opening only allows it: a device is switched on by its user alone. @throws LiveError as `kickOutOfSeat`, `invalidParameter`. */
export function allowDevice(
  turn: Turn,
  live: LiveRecord,
  { userId, device, policy }: { userId: string; device: DeviceType; policy?: DeviceControlPolicy },
  isAllowed: boolean,
): void {
  if (!isDevice(device)) invalid('device must be microphone or camera');
  if (!isUnlockOnly(policy ?? 'unlock-only')) invalid('policy must be unlock-only');
  const { index, occupant } = takenSeatOf(live, userId);
  if (isOwner(live, userId)) noPermission('the owner’s devices are the owner’s own affair');
  const wasAllowed = device === 'microphone' ? occupant.allowOpenMicrophone : occupant.allowOpenCamera;
  if (wasAllowed === isAllowed) return;
  turn.emit({ type: 'seat-device-allowed', liveId: live.info.liveId, seatIndex: index, device, isAllowed });
}

function isDevice(value: unknown): value is DeviceType {
  return value === 'microphone' || value === 'camera';
}

function isUnlockOnly(value: unknown): value is DeviceControlPolicy {
  return value === 'unlock-only';
}
