import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import { WantedBattleSchema } from '../../battle/battle-config-schema.js';
import { Id, Seconds, UserId } from '../values.js';
import { command } from './command.js';

export const battleCommands = [
  command('request-battle', {
    userIds: Type.Array(UserId, { minItems: 1, maxItems: limits.linkedLives }),
    config: Type.Optional(WantedBattleSchema),
    // 0 means the default.
    timeout: Type.Optional(Seconds(0, limits.requestTimeoutMax)),
  }),
  command('cancel-battle-request', {
    battleId: Id,
    userIds: Type.Optional(Type.Array(UserId, { maxItems: limits.linkedLives })),
  }),
  command('accept-battle', { battleId: Id }),
  command('reject-battle', { battleId: Id }),
  command('exit-battle', { battleId: Id }),
  command('end-penalty', { battleId: Id }),
  command('request-rematch', { battleId: Id }),
  command('cancel-rematch', { battleId: Id }),
  command('decline-rematch', { battleId: Id }),
] as const;
