import type { LiveDocument } from 'live-battles/protocol';
import { liveDocument, recordOf, type Store } from 'live-battles/referee';

/** A live as it is now. */
export interface LiveSnapshot {
  document: LiveDocument;
  /** Ids of users who may not come in; nobody is told. */
  kicked: readonly string[];
}

/** Null for an unknown live. */
export type ReadLiveSnapshot = (liveId: string) => Promise<LiveSnapshot | null>;

export function readLiveFrom(store: Pick<Store, 'read'>): ReadLiveSnapshot {
  return async (liveId) => {
    const slice = await store.read({ liveIds: [liveId] });
    const document = liveDocument(slice, liveId);
    return document && { document, kicked: recordOf(slice.lives, liveId)?.kicked ?? [] };
  };
}
