import { Type } from '@sinclair/typebox';
import type { BattleEffect } from 'live-battles/core';
import { object } from 'live-battles/protocol';
import { backendCommands, type ApplyEffectReply } from 'live-battles/referee';
import { describes } from '../schema/describes.js';
import { sent } from '../schema/from-shape.js';
import { UserSchema } from '../schema/user.js';
import { Instant, orNull, strict, textOf, UserId } from '../schema/values.js';

const { battleId: _, ...fields } = backendCommands['apply-effect'].fields;

export const ApplyEffectSchema = sent(object(fields));

const common = {
  effectId: Type.Integer({ description: 'Number of the effect in its battle' }),
  contributor: orNull(UserSchema),
};

export const BattleEffectSchema = describes<BattleEffect>()(
  Type.Union([
    Type.Object(
      {
        ...common,
        type: Type.Literal('boost'),
        userIds: Type.Array(UserId),
        factor: Type.Integer(),
        from: Instant,
        to: Instant,
      },
      strict,
    ),
    Type.Object({ ...common, type: Type.Literal('hide'), userId: UserId, from: Instant, to: Instant }, strict),
    Type.Object({ ...common, type: Type.Literal('extend'), from: Instant, to: Instant }, strict),
    Type.Object(
      {
        ...common,
        type: Type.Literal('target'),
        points: Type.Integer(),
        endsAt: Instant,
        factor: Type.Integer(),
        seconds: Type.Integer(),
        from: orNull(Instant),
        to: orNull(Instant),
      },
      strict,
    ),
  ]),
);

export const ApplyEffectReplySchema = describes<ApplyEffectReply>()(
  Type.Object({ status: textOf('applied', 'duplicate'), effect: BattleEffectSchema }, strict),
);
