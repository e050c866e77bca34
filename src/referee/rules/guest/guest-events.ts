import type { GuestRequest, GuestRequestStatus, User } from '../../../core/vocabulary.js';
import type { GuestRequestRecord, Slice } from '../records.js';
import type { Appliers } from '../rule-event.js';
import { changeLive } from '../slice-changes.js';

export type GuestEvent =
  | { type: 'guest-requested'; liveId: string; request: GuestRequest }
  /** `host`: who answered an application. `guest`: who answered an invitation, with their own name and picture. */
  | {
      type: 'guest-request-settled';
      liveId: string;
      requestId: string;
      status: GuestRequestStatus;
      host?: User;
      guest?: User;
    }
  | { type: 'guest-request-forgotten'; liveId: string; requestId: string }
  /** The guest of the request has lost their connection, or is connected again. */
  | { type: 'requester-lost'; liveId: string; requestId: string }
  | { type: 'requester-returned'; liveId: string; requestId: string };

export const applyGuestEvent: Appliers<GuestEvent> = {
  'guest-requested': (slice, { liveId, request }) =>
    changeLive(slice, liveId, ({ guestRequests }) => ({
      guestRequests: [...guestRequests, { ...request, guestLostAt: null }],
    })),
  'guest-request-settled': (slice, { liveId, requestId, status, host, guest, at }) =>
    changeRequest(slice, liveId, requestId, { status, settledAt: at, ...(host && { host }), ...(guest && { guest }) }),
  'guest-request-forgotten': (slice, { liveId, requestId }) =>
    changeLive(slice, liveId, ({ guestRequests }) => ({
      guestRequests: guestRequests.filter((request) => request.requestId !== requestId),
    })),
  'requester-lost': (slice, { liveId, requestId, at }) => changeRequest(slice, liveId, requestId, { guestLostAt: at }),
  'requester-returned': (slice, { liveId, requestId }) =>
    changeRequest(slice, liveId, requestId, { guestLostAt: null }),
};

function changeRequest(slice: Slice, liveId: string, requestId: string, change: Partial<GuestRequestRecord>): Slice {
  return changeLive(slice, liveId, ({ guestRequests }) => ({
    guestRequests: guestRequests.map((request) =>
      request.requestId === requestId ? { ...request, ...change } : request,
    ),
  }));
}
