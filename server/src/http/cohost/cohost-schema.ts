import { Type } from '@sinclair/typebox';
import type { CoHostRequest, LinkInfo } from 'live-battles/core';
import { battleConfigShape, coHostLayoutTemplate } from 'live-battles/protocol';
import { describes } from '../schema/describes.js';
import { told } from '../schema/from-shape.js';
import { SeatSchema, SuspendStatusSchema } from '../seat/seat-schema.js';
import { LiveUserSchema } from '../schema/user.js';
import { Id, Instant, LiveId, orNull, strict, textOf, UserId } from '../schema/values.js';

const LayoutTemplateSchema = told(coHostLayoutTemplate);
export const RequestStatusSchema = textOf('pending', 'accepted', 'rejected', 'cancelled', 'timeout');

const LinkMemberSchema = Type.Object(
  {
    userId: UserId,
    userName: Type.String(),
    avatarUrl: Type.String(),
    liveId: LiveId,
    joinedAt: Instant,
    lostAt: orNull(Instant),
    userSuspendStatus: SuspendStatusSchema,
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
      battle: orNull(told(battleConfigShape)),
      expiresAt: Instant,
      status: RequestStatusSchema,
      settledAt: orNull(Instant),
    },
    strict,
  ),
);
