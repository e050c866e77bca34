import { Type } from '@sinclair/typebox';
import { DeviceSchema, SeatIndex } from '../../seat/seat-schema.js';
import { textOf, UserId } from '../values.js';
import { command } from './command.js';

export const seatCommands = [
  command('take-seat', { seatIndex: Type.Optional(SeatIndex) }),
  command('leave-seat', {}),
  command('move-user-to-seat', {
    userId: UserId,
    targetIndex: SeatIndex,
    policy: Type.Optional(textOf('abort-when-occupied', 'force-replace', 'swap-position')),
  }),
  command('lock-seat', { seatIndex: SeatIndex }),
  command('unlock-seat', { seatIndex: SeatIndex }),
  command('kick-user-out-of-seat', { userId: UserId }),
  command('open-remote-device', {
    userId: UserId,
    device: DeviceSchema,
    policy: Type.Optional(textOf('unlock-only')),
  }),
  command('close-remote-device', { userId: UserId, device: DeviceSchema }),
] as const;
