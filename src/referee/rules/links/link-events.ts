import type { CoHostLayoutTemplate, CoHostRequest, RequestStatus } from '../../../core/vocabulary.js';
import { recordOf, type LinkRecord, type LinkSeat, type Slice } from '../records.js';
import type { Appliers } from '../rule-event.js';
import { changeLive, setLink } from '../slice-changes.js';

export type LinkEvent =
  | { type: 'connection-requested'; request: CoHostRequest }
  | { type: 'connection-request-settled'; requestId: string; status: RequestStatus }
  | { type: 'connection-request-forgotten'; requestId: string }
  | { type: 'link-created'; linkId: string; layoutTemplate: CoHostLayoutTemplate; seats: readonly LinkSeat[] }
  | { type: 'link-joined'; linkId: string; layoutTemplate: CoHostLayoutTemplate; seat: LinkSeat }
  | { type: 'link-left'; linkId: string; liveId: string }
  | { type: 'link-dissolved'; linkId: string };

export const applyLinkEvent: Appliers<LinkEvent> = {
  'connection-requested': (slice, { request }) => setRequest(slice, request),
  'connection-request-settled': (slice, { requestId, status, at }) => {
    const request = recordOf(slice.requests, requestId);
    return request ? setRequest(slice, { ...request, status, settledAt: at }) : slice;
  },
  'connection-request-forgotten': (slice, { requestId }) => {
    const { [requestId]: _, ...requests } = slice.requests;
    return { ...slice, requests };
  },
  'link-created': (slice, { linkId, layoutTemplate, seats }) => {
    const link: LinkRecord = { linkId, layoutTemplate, seats, battleId: null };
    return seats.reduce(
      (next, { liveId }) => changeLive(next, liveId, () => ({ linkId, battleId: null })),
      setLink(slice, link),
    );
  },
  'link-joined': (slice, { linkId, seat, layoutTemplate }) => {
    const link = recordOf(slice.links, linkId);
    if (!link) return slice;
    const joined = setLink(slice, { ...link, layoutTemplate, seats: [...link.seats, seat] });
    return changeLive(joined, seat.liveId, () => ({ linkId, battleId: null }));
  },
  'link-left': (slice, { linkId, liveId }) => {
    const link = recordOf(slice.links, linkId);
    if (!link) return slice;
    const left = setLink(slice, { ...link, seats: link.seats.filter((seat) => seat.liveId !== liveId) });
    return changeLive(left, liveId, ({ battleId }) => ({
      linkId: null,
      battleId: isOver(slice, battleId) ? battleId : null,
    }));
  },
  'link-dissolved': (slice, { linkId }) => {
    const link = recordOf(slice.links, linkId);
    if (!link) return slice;
    const { [linkId]: _, ...links } = slice.links;
    return link.seats.reduce((next, { liveId }) => changeLive(next, liveId, () => ({ linkId: null })), {
      ...slice,
      links,
    });
  },
};

function setRequest(slice: Slice, request: CoHostRequest): Slice {
  return { ...slice, requests: { ...slice.requests, [request.requestId]: request } };
}

function isOver(slice: Slice, battleId: string | null): boolean {
  return battleId !== null && recordOf(slice.battles, battleId)?.phase === 'over';
}
