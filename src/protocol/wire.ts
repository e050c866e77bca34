import type { LiveDocument, PersonalDocument } from '../core/documents.js';
import type { User } from '../core/user.js';

/** What page and battle server say to each other besides commands; see `server/README.md` for the routes. */

/** Topics of the data packets that the server sends; packets from participants are never listened to. */
export const dataTopics = { scores: 'live-battles.scores', personal: 'live-battles.personal' } as const;

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

export interface JoinReply extends RoomAccess {
  user: User;
  /** `guest`: whoever has a seat in a live that is not their own. */
  role: 'host' | 'guest' | 'audience';
  document: LiveDocument;
  personal: PersonalDocument;
}

export interface ErrorReply {
  /** One of `LiveErrorCode`. */
  code: number;
  message: string;
}
