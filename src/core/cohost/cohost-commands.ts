import { battleConfigShape } from '../battle/battle-config-shape.js';
import { limits } from '../limits.js';
import { extensionInfo, timeout } from '../request-fields.js';
import { command, reply } from '../shape/command.js';
import { described, list, optional } from '../shape/compose.js';
import { liveId } from '../shape/texts.js';
import { oneOf } from '../shape/values.js';
import { CoHostLayoutTemplate, type ConnectionCode } from './cohost.js';

export interface RequestHostConnectionReply {
  results: Readonly<Record<string, ConnectionCode>>;
}

export const coHostLayoutTemplate = oneOf(Object.values(CoHostLayoutTemplate));

/** Commands about co-hosting; for the owner of the live `liveId`. */
export const cohostCommands = {
  'request-host-connection': command(
    'Invites the hosts of other lives to appear side by side',
    {
      liveId,
      targetLiveIds: list(liveId, { min: 1, max: limits.connectionTargets }),
      layoutTemplate: optional(coHostLayoutTemplate),
      timeout,
      extensionInfo,
      battle: optional(
        described('Whoever accepts has accepted this battle too: it starts with the connection', battleConfigShape),
      ),
    },
    reply<RequestHostConnectionReply>(),
  ),
  'cancel-host-connection': command('Takes an invitation back', { liveId, toLiveId: liveId }),
  'accept-host-connection': command('Accepts an invitation', { liveId, fromLiveId: liveId }),
  'reject-host-connection': command('Declines an invitation', { liveId, fromLiveId: liveId }),
  'exit-host-connection': command('Leaves the link', { liveId }),
  'update-link-layout': command('Lays the link out anew; for the live that has been in it the longest', {
    liveId,
    layoutTemplate: coHostLayoutTemplate,
  }),
};
