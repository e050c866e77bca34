import { Type } from '@sinclair/typebox';
import { BattleCode, limits } from 'live-battles/core';
import type { StartBattleReply } from 'live-battles/referee';
import { describes } from '../schema/describes.js';
import { Id, LiveId, oneOf, strict } from '../schema/values.js';
import { WantedBattleSchema } from './battle-config-schema.js';

export const StartBattleSchema = Type.Object(
  {
    liveId: LiveId,
    opponents: Type.Array(LiveId, { minItems: 1, maxItems: limits.linkedLives, description: 'Lives of the same link' }),
    config: Type.Optional(WantedBattleSchema),
  },
  strict,
);

export const StartBattleReplySchema = describes<StartBattleReply>()(
  Type.Object(
    { battleId: Id, results: Type.Record(Type.String(), oneOf(BattleCode), { description: 'By live id' }) },
    strict,
  ),
);
