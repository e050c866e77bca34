import { layoutRegions, type RegionInfo } from '../../../core/index.js';
import { placedHosts } from '../../../core/stage/seat-places.js';
import type { LiveDocument } from '../../../protocol/index.js';
import { copyQuality, type CopyQuality } from './copy-quality.js';

/** Whoever has no place in a layout is heard all the same; a picture of theirs costs next to nothing. */
const notShown = { w: 16, h: 16 };

/** Another live in whose room somebody has to appear who has a seat in this one. */
export interface LinkedTarget {
  /** Differs when the same two lives are linked anew. */
  key: string;
  liveId: string;
  quality: CopyQuality;
}

/** Where whoever has a seat in a live has to publish besides their own room, and how large they are shown there. */
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

/** Where the host of the document's live is shown in the live `liveId`. */
function tileIn(liveId: string, document: LiveDocument): Pick<RegionInfo, 'w' | 'h'> {
  const { live, link } = document;
  const hosts = placedHosts(liveId, document);
  const places = Math.max(0, ...hosts.map(({ place }) => place + 1));
  const regions = link ? layoutRegions(link.layoutTemplate, places) : [];
  const place = hosts.find(({ host }) => host.liveId === live.liveId)?.place ?? -1;
  return regions[place] ?? notShown;
}
