import { coHostLayoutTemplate } from '../../../core/cohost/cohost-commands.js';
import { command, reply } from '../../../core/shape/command.js';
import { described, list, optional } from '../../../core/shape/compose.js';
import { liveId } from '../../../core/shape/texts.js';
import { limits } from '../../../core/vocabulary.js';
import type { BackendRules } from '../backend-rules.js';
import type { LinkLivesReply } from '../rule-command.js';
import { linkLives } from './link-lives.js';

/** The co-host commands of an app's backend. */
export const cohostBackendCommands = {
  'link-lives': command(
    'Links the first live with each of the others, as far as that can be; nobody is asked',
    {
      liveIds: list(liveId, { min: 2, max: limits.linkedLives }),
      layoutTemplate: optional(described('Default: the usual one', coHostLayoutTemplate)),
    },
    reply<LinkLivesReply>(),
  ),
};

export const cohostBackendRules = { 'link-lives': linkLives } satisfies Partial<BackendRules>;
