import type { LiveDocument } from '../../../src/core/vocabulary.js';
import { liveDocument, recordOf, type Store } from '../../../src/referee/index.js';

/** A live as it is now. */
export interface CurrentLive {
  document: LiveDocument;
  /** Ids of users who may not come in; nobody is told. */
  kicked: readonly string[];
}

/** Null for an unknown live. */
export type ReadLive = (liveId: string) => Promise<CurrentLive | null>;

export function readLiveFrom(store: Pick<Store, 'read'>): ReadLive {
  return async (liveId) => {
    const slice = await store.read({ liveIds: [liveId] });
    const document = liveDocument(slice, liveId);
    return document && { document, kicked: recordOf(slice.lives, liveId)?.kicked ?? [] };
  };
}
