import type { LiveDocument } from 'live-battles/protocol';
import { liveDocument, recordOf, type Store } from 'live-battles/referee';

/** A live as it is now. */
export interface LiveSnapshot {
  document: LiveDocument;
  /** Ids of users who may not enter the live. The list is not sent to participants. */
  kicked: readonly string[];
  /** Users with an open application or invitation, and whether the referee has noted their absence. */
  requesters: readonly { userId: string; isLost: boolean }[];
}

/** Reads a live; null for an unknown one. */
export type ReadLiveSnapshot = (liveId: string) => Promise<LiveSnapshot | null>;

export function readLiveFrom(store: Pick<Store, 'read'>): ReadLiveSnapshot {
  return async (liveId) => {
    const slice = await store.read({ liveIds: [liveId] });
    const document = liveDocument(slice, liveId);
    const live = recordOf(slice.lives, liveId);
    if (!document || !live) return null;
    const requesters = live.guestRequests
      .filter(({ status }) => status === 'pending')
      .map(({ guest: { userId }, guestLostAt }) => ({ userId, isLost: guestLostAt !== null }));
    return { document, kicked: live.kicked, requesters };
  };
}
