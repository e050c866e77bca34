import { Type } from '@sinclair/typebox';
import type { Seat, SeatOccupant } from 'live-battles/core';
import { describes } from '../schema/describes.js';
import { Instant, orNull, strict, textOf, UserId } from '../schema/values.js';

export const SuspendStatusSchema = textOf('none', 'in-background');

const SeatOccupantSchema = describes<SeatOccupant>()(
  Type.Object(
    {
      userId: UserId,
      userName: Type.String(),
      avatarUrl: Type.String(),
      allowOpenMicrophone: Type.Boolean(),
      allowOpenCamera: Type.Boolean(),
      userSuspendStatus: SuspendStatusSchema,
      lostAt: orNull(Instant),
    },
    strict,
  ),
);

export const SeatSchema = describes<Seat>()(
  Type.Object({ index: Type.Integer(), isLocked: Type.Boolean(), occupant: orNull(SeatOccupantSchema) }, strict),
);
