import { Type } from '@sinclair/typebox';
import type { GuestRequest, SeatKick } from 'live-battles/core';
import { describes } from '../schema/describes.js';
import { UserSchema } from '../schema/user.js';
import { Instant, orNull, strict, textOf, UserId } from '../schema/values.js';

export const GuestRequestSchema = describes<GuestRequest>()(
  Type.Object(
    {
      requestId: Type.String(),
      kind: textOf('application', 'invitation'),
      guest: UserSchema,
      host: orNull(UserSchema),
      seatIndex: Type.Integer(),
      extensionInfo: Type.String(),
      expiresAt: Instant,
      status: textOf('pending', 'accepted', 'rejected', 'cancelled', 'timeout', 'already-seated'),
      settledAt: orNull(Instant),
    },
    strict,
  ),
);

export const SeatKickSchema = describes<SeatKick>()(
  Type.Object({ userId: UserId, seatIndex: Type.Integer(), host: UserSchema, at: Instant }, strict),
);
