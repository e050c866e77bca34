import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import { WantedBattleSchema } from '../../battle/battle-config-schema.js';
import { LayoutTemplateSchema } from '../../cohost/cohost-schema.js';
import { ExtensionInfo, LiveId, Seconds } from '../values.js';
import { command } from './command.js';

export const linkCommands = [
  command('request-host-connection', {
    targetLiveIds: Type.Array(LiveId, { minItems: 1, maxItems: limits.connectionTargets }),
    layoutTemplate: Type.Optional(LayoutTemplateSchema),
    timeout: Type.Optional(Seconds(1, limits.requestTimeoutMax)),
    extensionInfo: Type.Optional(ExtensionInfo),
    battle: Type.Optional(WantedBattleSchema),
  }),
  command('cancel-host-connection', { toLiveId: LiveId }),
  command('accept-host-connection', { fromLiveId: LiveId }),
  command('reject-host-connection', { fromLiveId: LiveId }),
  command('exit-host-connection', {}),
  command('update-link-layout', { layoutTemplate: LayoutTemplateSchema }),
] as const;
