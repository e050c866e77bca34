import { Type } from '@sinclair/typebox';
import type { GuestRequest, SeatKick } from '../../../../src/core/vocabulary.js';
import { describes } from './describes.js';
import { UserSchema } from './user.js';
import { Instant, orNull, strict, textOf, UserId } from './values.js';

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
