import type { CoHostLayoutTemplate, LinkInfo, LiveDocument, LiveUser } from '../../../../src/core/index.js';

export const host = (name: string): LiveUser => ({
  userId: name,
  userName: name,
  avatarUrl: '',
  liveId: `${name}_live`,
});

interface Extra {
  revision?: number;
  linkId?: string;
  template?: CoHostLayoutTemplate;
  ended?: boolean;
}

/** The document of the first host's live, linked with those of the others. */
export function documentOf(
  names: readonly string[],
  { revision = 1, linkId = 'link', template, ended }: Extra = {},
): LiveDocument {
  const [owner = '', ...others] = names;
  const link: LinkInfo = {
    linkId,
    layoutTemplate: template ?? 600,
    members: names.map((name, index) => ({ ...host(name), joinedAt: index, lostAt: null })),
  };
  return {
    revision,
    live: {
      liveId: `${owner}_live`,
      liveName: owner,
      coverUrl: '',
      isPublicVisible: true,
      liveOwner: host(owner),
      createdAt: 0,
      endedAt: ended ? 1 : null,
      endedReason: ended ? 'ended-by-host' : null,
    },
    hostLostAt: null,
    link: others.length > 0 ? link : null,
    battle: null,
    board: null,
  };
}
