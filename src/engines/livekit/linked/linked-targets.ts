import { layoutRegions, type RegionInfo } from '../../../core/index.js';
import { placedHosts } from '../../../core/stage/seat-places.js';
import type { LiveDocument } from '../../../protocol/index.js';
import { copyQuality, type CopyQuality } from './copy-quality.js';

/** Pixels, for a host without a place in the layout. They are still heard, and so small a picture costs little. */
const notShown = { w: 16, h: 16 };

/** A linked live in whose room a user with a seat in this live appears. */
export interface LinkedTarget {
  /** Changes when the same two lives are linked again. */
  key: string;
  liveId: string;
  quality: CopyQuality;
}

/** The linked lives in whose rooms a user with a seat publishes too, with the quality of their picture there. */
export function linkedTargets(document: LiveDocument): readonly LinkedTarget[] {
  const { live, link } = document;
  if (!link || live.endedAt !== null) return [];
  const own = link.members.find(({ liveId }) => liveId === live.liveId);
  if (!own) return [];
  return link.members.flatMap(({ liveId, joinedAt }) => {
    if (liveId === own.liveId) return [];
    const key = `${link.linkId}/${own.joinedAt}/${liveId}/${joinedAt}`;
    return [{ key, liveId, quality: copyQuality(link.members.length, tileIn(liveId, document)) }];
  });
}

/** The size, in canvas pixels, in which the live `liveId` shows the host of the document's live. */
function tileIn(liveId: string, document: LiveDocument): Pick<RegionInfo, 'w' | 'h'> {
  const { live, link } = document;
  const hosts = placedHosts(liveId, document);
  const places = Math.max(0, ...hosts.map(({ place }) => place + 1));
  const regions = link ? layoutRegions(link.layoutTemplate, places) : [];
  const place = hosts.find(({ host }) => host.liveId === live.liveId)?.place ?? -1;
  return regions[place] ?? notShown;
}
