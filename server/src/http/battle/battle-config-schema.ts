import { Type } from '@sinclair/typebox';
import { limits, type BattleConfig, type MultiplierWindow } from 'live-battles/core';
import { describes } from '../schema/describes.js';
import { ExtensionInfo, orNull, Seconds, strict, UserId } from '../schema/values.js';

const MultiplierWindowSchema = describes<MultiplierWindow>()(
  Type.Object(
    {
      from: Seconds(0, limits.battleDurationMax),
      to: Seconds(0, limits.battleDurationMax),
      factor: Type.Integer({ minimum: 2, maximum: limits.battleFactorMax }),
    },
    strict,
  ),
);

const TeamsSchema = Type.Array(Type.Array(UserId, { minItems: 1, maxItems: limits.linkedLives }), {
  minItems: 2,
  maxItems: limits.linkedLives,
  description: 'User ids: the inviter and everybody challenged, each on one team',
});

export const BattleConfigSchema = describes<BattleConfig>()(
  Type.Object(
    {
      duration: Type.Integer({ description: 'Seconds' }),
      needResponse: Type.Boolean(),
      countdown: Type.Integer({ description: 'Seconds' }),
      penalty: Type.Integer({ description: 'Seconds' }),
      extraTime: Type.Integer({ description: 'Seconds' }),
      multipliers: Type.Array(MultiplierWindowSchema),
      teams: orNull(TeamsSchema),
      rematchWindow: Type.Integer({ description: 'Seconds' }),
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
    extraTime: Type.Optional(Seconds(0, limits.battleExtraTimeMax)),
    multipliers: Type.Optional(Type.Array(MultiplierWindowSchema, { maxItems: limits.battleMultipliers })),
    teams: Type.Optional(orNull(TeamsSchema)),
    rematchWindow: Type.Optional(Seconds(0, limits.rematchWindowMax)),
    extensionInfo: Type.Optional(ExtensionInfo),
  },
  strict,
);
