import type { BattleInfo, BattleRequest, ScoreBoard } from './battle/battle.js';
import type { CoHostRequest, LinkInfo } from './cohost/cohost.js';
import type { GuestRequest, SeatKick } from './guest/guest.js';
import type { LiveInfo } from './live/live.js';
import type { Seat } from './seat/seat.js';

/** The whole public state of one live: what LiveKit carries as room metadata. */
export interface LiveDocument {
  /** Grows with every change but those of the board; an older document is never applied over a newer one. */
  revision: number;
  live: LiveInfo;
  /** What the app keeps with the live; at most ten keys. */
  metaData: Readonly<Record<string, string>>;
  /** User ids of those who may do what the owner may with seats and audience. */
  administrators: readonly string[];
  /** All seats of the live, by index. */
  seats: readonly Seat[];
  /** Epoch milliseconds since when the owner's connection is gone; null while it is there. */
  hostLostAt: number | null;
  link: LinkInfo | null;
  /** The link's battle from its countdown on, or its last one. */
  battle: BattleInfo | null;
  /** Checkpoint of that battle's scores, so that a lost packet heals itself. */
  board: ScoreBoard | null;
}

/** What one user alone may see: for a host the invitations of their live, for everybody the requests about a seat that concern them. */
export interface PersonalDocument {
  /** Grows with every change of any personal document of the live, apart from the public document's revision. */
  revision: number;
  coHostRequests: readonly CoHostRequest[];
  battleRequests: readonly BattleRequest[];
  /** All of the live for its owner and administrators, their own for guests. */
  guestRequests: readonly GuestRequest[];
  /** How this user last lost a seat against their will; none after a minute. */
  seatKicks: readonly SeatKick[];
}
