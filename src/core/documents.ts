import type { BattleInfo, BattleRequest, ScoreBoard } from './battle/battle.js';
import type { CoHostRequest, LinkInfo } from './cohost/cohost.js';
import type { GuestRequest, SeatKick } from './guest/guest.js';
import type { LiveInfo } from './live/live.js';
import type { Seat } from './seat/seat.js';

/** The public state of one live. LiveKit carries it as room metadata. */
export interface LiveDocument {
  /** Grows with every change except score changes. An older document never replaces a newer one. */
  revision: number;
  live: LiveInfo;
  /** Metadata: texts of the app, at most ten keys. */
  metaData: Readonly<Record<string, string>>;
  /** User ids of the administrators. They may do with seats and audience what the owner may. */
  administrators: readonly string[];
  /** All seats of the live, by index. */
  seats: readonly Seat[];
  /** Epoch milliseconds since the owner's connection is lost; null while connected. */
  hostLostAt: number | null;
  link: LinkInfo | null;
  /** The link's battle from its countdown on, or its last battle; null without one. */
  battle: BattleInfo | null;
  /** Scores of that battle at the last checkpoint, in case score packets were lost. */
  board: ScoreBoard | null;
}

/**
 * The state that only one user may see. Hosts: the invitations and challenges of their live. All users: the requests
 * about seats that concern them.
 */
export interface PersonalDocument {
  /** Grows with every change of any personal document of the live; independent of the public document's revision. */
  revision: number;
  coHostRequests: readonly CoHostRequest[];
  battleRequests: readonly BattleRequest[];
  /** Owner and administrators: all requests of the live. Guests: their own. */
  guestRequests: readonly GuestRequest[];
  /** How this user last lost a seat against their will; kept for 60 seconds. */
  seatKicks: readonly SeatKick[];
}
