import type { GuestRequest, GuestRequestStatus, User } from '../../../core/vocabulary.js';
import type { Appliers } from '../rule-event.js';
import { changeLive } from '../slice-changes.js';

export type GuestEvent =
  | { type: 'guest-requested'; liveId: string; request: GuestRequest }
  /** `host`: who answered an application; `guest`: who answered an invitation, by their own name. */
  | {
      type: 'guest-request-settled';
      liveId: string;
      requestId: string;
      status: GuestRequestStatus;
      host?: User;
      guest?: User;
    }
  | { type: 'guest-request-forgotten'; liveId: string; requestId: string };

export const applyGuestEvent: Appliers<GuestEvent> = {
  'guest-requested': (slice, { liveId, request }) =>
    changeLive(slice, liveId, ({ guestRequests }) => ({ guestRequests: [...guestRequests, request] })),
  'guest-request-settled': (slice, { liveId, requestId, status, host, guest, at }) =>
    changeLive(slice, liveId, ({ guestRequests }) => ({
      guestRequests: guestRequests.map((request) =>
        request.requestId === requestId
          ? { ...request, status, settledAt: at, ...(host && { host }), ...(guest && { guest }) }
          : request,
      ),
    })),
  'guest-request-forgotten': (slice, { liveId, requestId }) =>
    changeLive(slice, liveId, ({ guestRequests }) => ({
      guestRequests: guestRequests.filter((request) => request.requestId !== requestId),
    })),
};
