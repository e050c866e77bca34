import { Type } from '@sinclair/typebox';
import { CoHostLayoutTemplate, type CoHostRequest, type LinkInfo } from 'live-battles/core';
import { BattleConfigSchema } from '../battle/battle-config-schema.js';
import { describes } from '../schema/describes.js';
import { SeatSchema } from '../seat/seat-schema.js';
import { LiveUserSchema } from '../schema/user.js';
import { Id, Instant, LiveId, oneOf, orNull, strict, textOf, UserId } from '../schema/values.js';

export const LayoutTemplateSchema = oneOf(CoHostLayoutTemplate);
export const RequestStatusSchema = textOf('pending', 'accepted', 'rejected', 'cancelled', 'timeout');

const LinkMemberSchema = Type.Object(
  {
    userId: UserId,
    userName: Type.String(),
    avatarUrl: Type.String(),
    liveId: LiveId,
    joinedAt: Instant,
    lostAt: orNull(Instant),
    winStreak: Type.Integer(),
    seats: Type.Array(SeatSchema, { description: 'Of a voice live; empty for a video live' }),
  },
  strict,
);

export const LinkInfoSchema = describes<LinkInfo>()(
  Type.Object({ linkId: Id, layoutTemplate: LayoutTemplateSchema, members: Type.Array(LinkMemberSchema) }, strict),
);

export const CoHostRequestSchema = describes<CoHostRequest>()(
  Type.Object(
    {
      requestId: Type.String(),
      inviter: LiveUserSchema,
      invitee: LiveUserSchema,
      layoutTemplate: LayoutTemplateSchema,
      extensionInfo: Type.String(),
      battle: orNull(BattleConfigSchema),
      expiresAt: Instant,
      status: RequestStatusSchema,
      settledAt: orNull(Instant),
    },
    strict,
  ),
);
