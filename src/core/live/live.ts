import { liveIdPattern } from '../id-patterns.js';
import type { SeatLayoutTemplate, TakeSeatMode } from '../seat/seat.js';
import type { LiveUser } from '../user.js';

/** Why a live is over. */
export type LiveEndedReason = 'ended-by-host' | 'ended-by-server';

/**
 * Why this user was put out of a live that goes on. `by-admin`: by its owner or an administrator. `by-server`: through
 * LiveKit's own API. `gone-while-offline`: the server no longer knows the live when the connection is back, so how it
 * ended is unknown.
 */
export type KickedOutReason = 'by-admin' | 'logged-on-other-device' | 'by-server' | 'gone-while-offline';

/** The public description of a live. */
export interface LiveInfo {
  /** 1–48 of `A-Z a-z 0-9 _`. */
  liveId: string;
  /** Cut to 100 bytes of UTF-8. */
  liveName: string;
  /** Notice of the host to everybody, cut to 1,024 UTF-16 units. */
  notice: string;
  /** At most 200 UTF-16 units; a longer URL becomes empty. */
  coverUrl: string;
  /** At most 200 UTF-16 units; a longer URL becomes empty. */
  backgroundUrl: string;
  /** Up to three tags: whole numbers from 0. The app gives them their meaning. */
  categoryList: readonly number[];
  /** A whole number from 0. The app gives it its meaning. */
  activityStatus: number;
  /** Whether the live is in the live list. */
  isPublicVisible: boolean;
  /** Whether guests may take seats. */
  isSeatEnabled: boolean;
  /** True: the owner has seat 0 from the beginning and always keeps a seat. */
  keepOwnerOnSeat: boolean;
  /** Number of seats, the owner's included. A video template sets it; a voice live sets it itself, 1–50. */
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

/** The parameters of a new live. All but `liveId` have defaults. */
export interface CreateLiveParams {
  liveId: string;
  /** Cut to 100 bytes of UTF-8. Default: the host's name. */
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
  /** For voice templates only, 1–50. Default 10. */
  maxSeatCount?: number;
  /** Default: `apply`. */
  seatMode?: TakeSeatMode;
  /** Default: `videoDynamicGrid9Seats`. */
  seatLayoutTemplate?: SeatLayoutTemplate;
}

/** The changes to a running live. Absent fields stay as they are. */
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

/** A page of the live list; the cursor is empty on the last page. */
export interface LivePage {
  lives: readonly LiveInfo[];
  cursor: string;
}

/** The statistics of a live, for its host at the end. */
export interface LiveStatistics {
  /** Epoch milliseconds. */
  createdAt: number;
  endedAt: number;
  /** Duration of the live in milliseconds. */
  totalDuration: number;
  /** Number of battles with a result in which this live took part. */
  totalBattles: number;
  totalWins: number;
  /** Sum of the points of these battles. */
  totalPoints: number;
}

export function isLiveId(value: unknown): value is string {
  return typeof value === 'string' && liveIdPattern.test(value);
}
