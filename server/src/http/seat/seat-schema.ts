import { Type } from '@sinclair/typebox';
import { SeatLayoutTemplate, type Seat, type SeatOccupant } from 'live-battles/core';
import { describes } from '../schema/describes.js';
import { Instant, oneOf, orNull, strict, textOf, UserId } from '../schema/values.js';

export const SeatLayoutTemplateSchema = oneOf(SeatLayoutTemplate);
export const TakeSeatModeSchema = textOf('free', 'apply');
export const DeviceSchema = textOf('microphone', 'camera');
/** Which seats there are is for the rules to say; -1 is any that is free. */
export const SeatIndex = Type.Integer({ minimum: -1, description: 'From 0; -1 where any free seat will do' });

const SeatOccupantSchema = describes<SeatOccupant>()(
  Type.Object(
    {
      userId: UserId,
      userName: Type.String(),
      avatarUrl: Type.String(),
      allowOpenMicrophone: Type.Boolean(),
      allowOpenCamera: Type.Boolean(),
      lostAt: orNull(Instant),
    },
    strict,
  ),
);

export const SeatSchema = describes<Seat>()(
  Type.Object({ index: Type.Integer(), isLocked: Type.Boolean(), occupant: orNull(SeatOccupantSchema) }, strict),
);
