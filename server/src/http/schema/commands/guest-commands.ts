import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import { SeatIndex } from '../../seat/seat-schema.js';
import { ExtensionInfo, Seconds, UserId } from '../values.js';
import { command } from './command.js';

const request = {
  seatIndex: Type.Optional(SeatIndex),
  // 0 means the default.
  timeout: Type.Optional(Seconds(0, limits.requestTimeoutMax)),
  extensionInfo: Type.Optional(ExtensionInfo),
};

export const guestCommands = [
  command('apply-for-seat', request),
  command('cancel-application', {}),
  command('accept-application', { userId: UserId }),
  command('reject-application', { userId: UserId }),
  command('invite-to-seat', { userId: UserId, ...request }),
  command('cancel-invitation', { userId: UserId }),
  command('accept-invitation', {}),
  command('reject-invitation', {}),
] as const;
