import { LiveError, LiveErrorCode, type User } from '../../../core/vocabulary.js';
import type { LiveRecord } from '../records.js';
import type { Turn } from '../turn.js';

export function isOwner({ info }: LiveRecord, userId: string): boolean {
  return info.liveOwner.userId === userId;
}

export function isModerator(live: LiveRecord, userId: string): boolean {
  return isOwner(live, userId) || live.administrators.includes(userId);
}

/** A live of which the user is owner or administrator. @throws LiveError `liveNotFound`, `noPermission`. */
export function moderatedLive(turn: Turn, liveId: string, { userId }: User): LiveRecord {
  const live = turn.live(liveId);
  if (!isModerator(live, userId)) noPermission(`only the owner and the administrators of "${liveId}" may do that`);
  return live;
}

/** A live that the user may be in. @throws LiveError `liveNotFound`; `noPermission` for a user kicked out of it. */
export function openLive(turn: Turn, liveId: string, { userId }: User): LiveRecord {
  const live = turn.live(liveId);
  if (live.kicked.includes(userId)) noPermission(`"${userId}" was put out of live "${liveId}"`);
  return live;
}

/** @throws LiveError `noPermission`. */
export function noPermission(message: string): never {
  throw new LiveError(LiveErrorCode.noPermission, message);
}
