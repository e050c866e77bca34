import { layoutRegions, type LinkMember } from '../../../core/index.js';
import type { LiveDocument } from '../../../protocol/index.js';
import { copyQuality, type CopyQuality } from './copy-quality.js';

/** Another live in whose room somebody has to appear who has a seat in this one. */
export interface LinkedTarget {
  /** Differs when the same two lives are linked anew. */
  key: string;
  liveId: string;
  quality: CopyQuality;
}

/** Where whoever has a seat in a live has to publish besides their own room, and how large they are shown there. */
export function linkedTargets({ live, link }: LiveDocument): readonly LinkedTarget[] {
  if (!link || live.endedAt !== null) return [];
  const own = link.members.find(({ liveId }) => liveId === live.liveId);
  if (!own) return [];
  const regions = layoutRegions(link.layoutTemplate, link.members.length);
  return link.members.flatMap((member) => {
    if (member === own) return [];
    const region = regions[seatIn(member, own, link.members)];
    if (!region) return [];
    const key = `${link.linkId}/${own.joinedAt}/${member.liveId}/${member.joinedAt}`;
    return [{ key, liveId: member.liveId, quality: copyQuality(link.members.length, region) }];
  });
}

/** In its own room every host sits first, the others by their joining. */
function seatIn(room: LinkMember, guest: LinkMember, members: readonly LinkMember[]): number {
  return 1 + members.filter((member) => member !== room).indexOf(guest);
}
