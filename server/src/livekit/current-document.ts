import type { LiveDocument } from '../../../src/core/vocabulary.js';
import { liveDocument, type Store } from '../../../src/referee/index.js';

/** A live's document as it is now; null for an unknown live. */
export type CurrentDocument = (liveId: string) => Promise<LiveDocument | null>;

export function currentDocumentOf(store: Store): CurrentDocument {
  return async (liveId) => liveDocument(await store.read({ liveIds: [liveId] }), liveId);
}
