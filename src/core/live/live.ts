import { liveIdPattern } from '../id-patterns.js';
import type { SeatLayoutTemplate, TakeSeatMode } from '../seat/seat.js';
import type { LiveUser } from '../user.js';

/** Why a live is over. */
export type LiveEndedReason = 'ended-by-host' | 'ended-by-server';

/**
 * Why this user was put out of a live that goes on without them. `by-admin`: by its owner or an administrator.
 * `by-server`: through LiveKit's own API. `gone-while-offline`: the server does not know the live any more when the
 * connection is back, so nobody can tell how it ended.
 */
export type KickedOutReason = 'by-admin' | 'logged-on-other-device' | 'by-server' | 'gone-while-offline';

/** A live as anyone may see it. */
export interface LiveInfo {
  /** 1–48 of `A-Z a-z 0-9 _`. */
  liveId: string;
  liveName: string;
  /** What the host wants everybody to read. */
  notice: string;
  coverUrl: string;
  backgroundUrl: string;
  /** Up to three tags, whole numbers of the app's own meaning. */
  categoryList: readonly number[];
  /** A whole number of the app's own meaning. */
  activityStatus: number;
  /** Only visible lives are listed. */
  isPublicVisible: boolean;
  /** Whether guests may sit down at all. */
  isSeatEnabled: boolean;
  /** True: the owner has seat 0 from the beginning, and keeps a seat. */
  keepOwnerOnSeat: boolean;
  /** Seats, the owner's included: as many as the template has, unless it is one of voice. */
  maxSeatCount: number;
  seatMode: TakeSeatMode;
  seatLayoutTemplate: SeatLayoutTemplate;
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
  /** Default: the host's name, cut to 100 bytes. */
  liveName?: string;
  notice?: string;
  coverUrl?: string;
  backgroundUrl?: string;
  /** At most three. */
  categoryList?: readonly number[];
  activityStatus?: number;
  /** Default: true. */
  isPublicVisible?: boolean;
  /** Default: true. */
  isSeatEnabled?: boolean;
  /** Default: true. */
  keepOwnerOnSeat?: boolean;
  /** Honoured for voice templates alone, 1–20. Default 10. */
  maxSeatCount?: number;
  /** Default: `apply`. */
  seatMode?: TakeSeatMode;
  /** Default: `videoDynamicGrid9Seats`. */
  seatLayoutTemplate?: SeatLayoutTemplate;
}

/** What may be changed while a live runs; what is absent stays as it is. */
export type LiveInfoChange = Partial<
  Pick<
    LiveInfo,
    | 'liveName'
    | 'notice'
    | 'coverUrl'
    | 'backgroundUrl'
    | 'categoryList'
    | 'activityStatus'
    | 'isPublicVisible'
    | 'seatMode'
    | 'seatLayoutTemplate'
  >
>;

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
  /** Battles that ended with a result while this live was in them. */
  totalBattles: number;
  totalWins: number;
  /** Points of all those battles together. */
  totalPoints: number;
}

export function isLiveId(value: unknown): value is string {
  return typeof value === 'string' && liveIdPattern.test(value);
}
