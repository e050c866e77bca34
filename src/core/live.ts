import type { LiveUser } from './user.js';

/** Why a live is over. */
export type LiveEndedReason = 'ended-by-host' | 'ended-by-server';

/** Why this user was put out of a live that goes on without them. */
export type KickedOutReason = 'by-admin' | 'logged-on-other-device' | 'by-server' | 'network-disconnected';

/** A live as anyone may see it. */
export interface LiveInfo {
  /** 1–48 of `A-Z a-z 0-9 _`. */
  liveId: string;
  liveName: string;
  coverUrl: string;
  /** Only visible lives are listed. */
  isPublicVisible: boolean;
  liveOwner: LiveUser;
  /** Epoch milliseconds. */
  createdAt: number;
  /** Epoch milliseconds; null while the live runs. */
  endedAt: number | null;
  endedReason: LiveEndedReason | null;
}

/** What a host says when going live; all but the id have defaults. */
export interface CreateLiveParams {
  liveId: string;
  /** Default: the host's name. */
  liveName?: string;
  coverUrl?: string;
  /** Default: true. */
  isPublicVisible?: boolean;
}

/** One page of the live list; an empty cursor means that no more follow. */
export interface LivePage {
  lives: readonly LiveInfo[];
  cursor: string;
}

/** What a live came to, told to its host at the end. */
export interface LiveStatistics {
  /** Epoch milliseconds. */
  createdAt: number;
  endedAt: number;
  /** Milliseconds. */
  totalDuration: number;
}

const LIVE_ID = /^[A-Za-z0-9_]{1,48}$/;

export function isLiveId(value: unknown): value is string {
  return typeof value === 'string' && LIVE_ID.test(value);
}
