import type { LiveDocument, PersonalDocument } from '../core/documents.js';
import type { Audience } from '../core/live/audience.js';
import type { User } from '../core/user.js';

/** What page and battle server say to each other besides commands; see `server/README.md` for the routes. */

/** Topics of the data packets that the server sends; packets from participants are never listened to. */
export const dataTopics = {
  scores: 'live-battles.scores',
  personal: 'live-battles.personal',
  audience: 'live-battles.audience',
} as const;

/** Set by the server in a host's room token: the live whose host this is. Audience has none. */
export const liveIdAttribute = 'liveId';

/** Set by the server in every room token whose user has a picture. */
export const avatarUrlAttribute = 'avatarUrl';

/** How somebody on a seat of one live is called in the room of another; no user id may contain the `@`. */
export function linkedIdentity(userId: string, liveId: string): string {
  return `${userId}@${liveId}`;
}

/** A way into one LiveKit room. */
export interface RoomAccess {
  /** WebSocket address of LiveKit. */
  url: string;
  /** Room token; good for minutes. */
  token: string;
}

/** The audience of a live: what the server sends as a data packet, of which the list may be cut further to fit. */
export interface VersionedAudience extends Audience {
  /** Grows with every change, over restarts of the server too; an older audience is never applied over a newer one. */
  version: number;
}

export interface JoinReply extends RoomAccess {
  user: User;
  /** `guest`: whoever has a seat in a live that is not their own. */
  role: 'host' | 'guest' | 'audience';
  document: LiveDocument;
  personal: PersonalDocument;
  /** Null while the server has not been able to ask LiveKit; a packet follows. */
  audience: VersionedAudience | null;
}

/** What the server answers about a live; the personal part for users alone. */
export interface LiveReply {
  document: LiveDocument;
  personal: PersonalDocument | null;
  /** Null while nobody has entered since the server was started. */
  audience: VersionedAudience | null;
}

export interface ErrorReply {
  /** One of `LiveErrorCode`. */
  code: number;
  message: string;
}
