import type { BattleInfo, BattleRequest, ScoreBoard } from './battle.js';
import type { CoHostRequest, LinkInfo } from './cohost.js';
import type { LiveInfo } from './live.js';

/** The whole public state of one live: what LiveKit carries as room metadata. */
export interface LiveDocument {
  /** Grows with every change of the live; an older document is never applied over a newer one. */
  revision: number;
  live: LiveInfo;
  /** Epoch milliseconds since when the owner's connection is gone; null while it is there. */
  hostLostAt: number | null;
  link: LinkInfo | null;
  /** The link's battle from its countdown on, or its last one. */
  battle: BattleInfo | null;
  /** Checkpoint of that battle's scores, so that a lost packet heals itself. */
  board: ScoreBoard | null;
}

/** What one host alone may see: invitations to and from their live. */
export interface PersonalDocument {
  revision: number;
  coHostRequests: readonly CoHostRequest[];
  battleRequests: readonly BattleRequest[];
}
