import { LiveError, LiveErrorCode, type LiveInfo } from '../core/vocabulary.js';

/** Where a page of the live list ended. It names a live, so that lives which start or end meanwhile shift nothing. */
export interface LivePosition {
  createdAt: number;
  liveId: string;
}

const CURSOR = /^(\d{1,16})\.([A-Za-z0-9_]{1,48})$/;

/** The position after a live, as callers hand it back. */
export function liveCursor({ createdAt, liveId }: Pick<LiveInfo, 'createdAt' | 'liveId'>): string {
  return `${createdAt}.${liveId}`;
}

/** Null for the first page. @throws LiveError `invalidParameter`. */
export function readLiveCursor(cursor: string): LivePosition | null {
  if (cursor === '') return null;
  const [, createdAt, liveId] = CURSOR.exec(cursor) ?? [];
  if (createdAt === undefined || liveId === undefined) {
    throw new LiveError(LiveErrorCode.invalidParameter, 'the cursor is none that a list of lives gave');
  }
  return { createdAt: Number(createdAt), liveId };
}

/** The order of the list: newest first, and the same for everybody. */
export function byNewestLive(a: LivePosition, b: LivePosition): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  return a.liveId < b.liveId ? -1 : a.liveId > b.liveId ? 1 : 0;
}
