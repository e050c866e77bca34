import { Type } from '@sinclair/typebox';
import { limits, type BattleConfig } from '../../../../src/core/vocabulary.js';
import { describes } from './describes.js';
import { ExtensionInfo, Seconds, strict } from './values.js';

export const BattleConfigSchema = describes<BattleConfig>()(
  Type.Object(
    {
      duration: Type.Integer({ description: 'Seconds' }),
      needResponse: Type.Boolean(),
      countdown: Type.Integer({ description: 'Seconds' }),
      penalty: Type.Integer({ description: 'Seconds' }),
      extensionInfo: Type.String(),
    },
    strict,
  ),
);

/** What a host may say about a battle they ask for; the rest is default. */
export const WantedBattleSchema = Type.Object(
  {
    // 0 means the default.
    duration: Type.Optional(Seconds(0, limits.battleDurationMax)),
    needResponse: Type.Optional(Type.Boolean()),
    countdown: Type.Optional(Seconds(0, limits.battleCountdownMax)),
    penalty: Type.Optional(Seconds(0, limits.battlePenaltyMax)),
    extensionInfo: Type.Optional(ExtensionInfo),
  },
  strict,
);
