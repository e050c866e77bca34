import type { LiveDocument } from '../core/documents.js';
import { publishersIn, type Publisher } from '../core/stage/publishers.js';
import { linkedIdentity } from './wire.js';

/** A publisher in the LiveKit room of a live. */
export interface RoomPublisher extends Publisher {
  /** Their participant identity in that room. */
  identity: string;
}

/** All publishers of a live with their LiveKit identities in its room. */
export function roomPublishers(document: LiveDocument): readonly RoomPublisher[] {
  return publishersIn(document).map((publisher) => {
    const { userId, liveId } = publisher;
    const identity = liveId === document.live.liveId ? userId : linkedIdentity(userId, liveId);
    return { ...publisher, identity };
  });
}
