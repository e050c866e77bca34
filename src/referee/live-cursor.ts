import { LiveError, LiveErrorCode, type LiveInfo } from '../core/vocabulary.js';

/** The last live of a page of the live list. Lives that start or end meanwhile do not shift the next page. */
export interface LivePosition {
  /** Epoch milliseconds. */
  createdAt: number;
  liveId: string;
}

const CURSOR = /^(\d{1,16})\.([A-Za-z0-9_]{1,48})$/;

/** The cursor of the page that follows a live. */
export function liveCursor({ createdAt, liveId }: Pick<LiveInfo, 'createdAt' | 'liveId'>): string {
  return `${createdAt}.${liveId}`;
}

/** Reads a cursor; null for the empty one of the first page. @throws LiveError `invalidParameter`. */
export function readLiveCursor(cursor: string): LivePosition | null {
  if (cursor === '') return null;
  const [, createdAt, liveId] = CURSOR.exec(cursor) ?? [];
  if (createdAt === undefined || liveId === undefined) {
    throw new LiveError(LiveErrorCode.invalidParameter, 'the cursor is none that a list of lives gave');
  }
  return { createdAt: Number(createdAt), liveId };
}

/** Orders lives: newest first; those created at the same time by id, so that the order never changes. */
export function byNewestLive(a: LivePosition, b: LivePosition): number {
  if (a.createdAt !== b.createdAt) return b.createdAt - a.createdAt;
  return a.liveId < b.liveId ? -1 : a.liveId > b.liveId ? 1 : 0;
}
