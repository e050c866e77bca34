import type { LiveDocument, PersonalDocument } from '../core/documents.js';
import type { Audience } from '../core/live/audience.js';
import type { ScoreBoard } from '../core/battle/battle.js';
import type { ScoreHighlight } from '../core/battle/highlights.js';
import type { User } from '../core/user.js';

/** What page and battle server exchange besides commands. Routes: `server/README.md`. */

/** Topics of the server's LiveKit data packets. Packets from participants are ignored. */
export const dataTopics = {
  scores: 'live-battles.scores',
  personal: 'live-battles.personal',
  audience: 'live-battles.audience',
} as const;

/** A packet of scores: the board, and the largest gifts since the last packet. */
export interface ScorePacket extends ScoreBoard {
  highlights: readonly ScoreHighlight[];
}

/**
 * Participant attribute that the server sets in a host's room token: the id of their live. Audience tokens have none.
 */
export const liveIdAttribute = 'liveId';

/** Participant attribute that the server sets in the room token of a user with an avatar URL. */
export const avatarUrlAttribute = 'avatarUrl';

/** Identity of a user of one live in the room of another. User ids cannot contain `@`, so it is unique. */
export function linkedIdentity(userId: string, liveId: string): string {
  return `${userId}@${liveId}`;
}

/** Access to one LiveKit room. */
export interface RoomAccess {
  /** WebSocket URL of LiveKit. */
  url: string;
  /** Room token, valid for minutes. */
  token: string;
}

/** The audience of a live as the server sends it in a data packet. Its list may be cut further to fit. */
export interface VersionedAudience extends Audience {
  /** Grows with every change, also across restarts of the server. An older audience never replaces a newer one. */
  version: number;
}

export interface JoinReply extends RoomAccess {
  user: User;
  /** `guest`: a user with a seat in another host's live. */
  role: 'host' | 'guest' | 'audience';
  document: LiveDocument;
  personal: PersonalDocument;
  /** Null while the server could not ask LiveKit yet; a packet follows. */
  audience: VersionedAudience | null;
}

/** The server's answer about a live. `personal` is for users: null for the app's backend. */
export interface LiveReply {
  document: LiveDocument;
  personal: PersonalDocument | null;
  /** Null if nobody has entered since the server started. */
  audience: VersionedAudience | null;
}

export interface ErrorReply {
  /** A `LiveErrorCode`. */
  code: number;
  message: string;
}
