import type { LiveDocument } from '../core/documents.js';
import { publishersIn, type Publisher } from '../core/stage/publishers.js';
import { linkedIdentity } from './wire.js';

/** A publisher in the LiveKit room of a live. */
export interface RoomPublisher extends Publisher {
  /** What LiveKit calls them in that room. */
  identity: string;
}

/** Everybody who may publish into the room of a live, by LiveKit's name for them. */
export function roomPublishers(document: LiveDocument): readonly RoomPublisher[] {
  return publishersIn(document).map((publisher) => {
    const { userId, liveId } = publisher;
    const identity = liveId === document.live.liveId ? userId : linkedIdentity(userId, liveId);
    return { ...publisher, identity };
  });
}
