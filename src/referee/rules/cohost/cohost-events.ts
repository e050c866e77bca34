import type { CoHostLayoutTemplate, CoHostRequest, RequestStatus } from '../../../core/vocabulary.js';
import { recordOf, type LinkRecord, type LinkedLive, type Slice } from '../records.js';
import type { Appliers } from '../rule-event.js';
import { changeLink, changeLive, setLink } from '../slice-changes.js';

export type CohostEvent =
  | { type: 'cohost-requested'; request: CoHostRequest }
  | { type: 'cohost-request-settled'; requestId: string; status: RequestStatus }
  | { type: 'cohost-request-forgotten'; requestId: string }
  | { type: 'link-created'; linkId: string; layoutTemplate: CoHostLayoutTemplate; lives: readonly LinkedLive[] }
  | { type: 'link-joined'; linkId: string; layoutTemplate: CoHostLayoutTemplate; joined: LinkedLive }
  | { type: 'link-layout-changed'; linkId: string; layoutTemplate: CoHostLayoutTemplate }
  | { type: 'link-left'; linkId: string; liveId: string }
  | { type: 'link-dissolved'; linkId: string };

export const applyCohostEvent: Appliers<CohostEvent> = {
  'cohost-requested': (slice, { request }) => setRequest(slice, request),
  'cohost-request-settled': (slice, { requestId, status, at }) => {
    const request = recordOf(slice.requests, requestId);
    return request ? setRequest(slice, { ...request, status, settledAt: at }) : slice;
  },
  'cohost-request-forgotten': (slice, { requestId }) => {
    const { [requestId]: _, ...requests } = slice.requests;
    return { ...slice, requests };
  },
  'link-created': (slice, { linkId, layoutTemplate, lives }) => {
    const link: LinkRecord = { linkId, layoutTemplate, lives, battleId: null };
    return lives.reduce(
      (next, { liveId }) => changeLive(next, liveId, () => ({ linkId, battleId: null })),
      setLink(slice, link),
    );
  },
  'link-joined': (slice, { linkId, joined, layoutTemplate }) => {
    const link = recordOf(slice.links, linkId);
    if (!link) return slice;
    const grown = setLink(slice, { ...link, layoutTemplate, lives: [...link.lives, joined] });
    return changeLive(grown, joined.liveId, () => ({ linkId, battleId: null }));
  },
  'link-layout-changed': (slice, { linkId, layoutTemplate }) => changeLink(slice, linkId, { layoutTemplate }),
  'link-left': (slice, { linkId, liveId }) => {
    const link = recordOf(slice.links, linkId);
    if (!link) return slice;
    const left = setLink(slice, { ...link, lives: link.lives.filter((live) => live.liveId !== liveId) });
    return changeLive(left, liveId, ({ battleId }) => ({
      linkId: null,
      battleId: isOver(slice, battleId) ? battleId : null,
    }));
  },
  'link-dissolved': (slice, { linkId }) => {
    const link = recordOf(slice.links, linkId);
    if (!link) return slice;
    const { [linkId]: _, ...links } = slice.links;
    return link.lives.reduce((next, { liveId }) => changeLive(next, liveId, () => ({ linkId: null })), {
      ...slice,
      links,
    });
  },
};

function setRequest(slice: Slice, request: CoHostRequest): Slice {
  return { ...slice, requests: { ...slice.requests, [request.requestId]: request } };
}

function isOver(slice: Slice, battleId: string | null): boolean {
  return recordOf(slice.battles, battleId)?.phase === 'over';
}
