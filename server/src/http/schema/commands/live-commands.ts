import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import { SeatLayoutTemplateSchema, TakeSeatModeSchema } from '../../seat/seat-schema.js';
import { MetaData, Text, UserId } from '../values.js';
import { command } from './command.js';

/** What may be said of a live, at its beginning and later. */
const description = {
  liveName: Type.Optional(Text(limits.liveNameBytes)),
  notice: Type.Optional(Text(limits.noticeLength)),
  coverUrl: Type.Optional(Text(limits.coverUrlLength)),
  backgroundUrl: Type.Optional(Text(limits.coverUrlLength)),
  categoryList: Type.Optional(Type.Array(Type.Integer(), { maxItems: limits.liveCategories })),
  activityStatus: Type.Optional(Type.Integer()),
  isPublicVisible: Type.Optional(Type.Boolean()),
  seatMode: Type.Optional(TakeSeatModeSchema),
  seatLayoutTemplate: Type.Optional(SeatLayoutTemplateSchema),
};

export const liveCommands = [
  command('create-live', {
    ...description,
    isSeatEnabled: Type.Optional(Type.Boolean()),
    keepOwnerOnSeat: Type.Optional(Type.Boolean()),
    maxSeatCount: Type.Optional(Type.Integer({ minimum: 1, maximum: limits.voiceSeatsMax })),
  }),
  command('update-live', description),
  command('update-live-metadata', { metaData: MetaData }),
  command('end-live', {}),
  command('set-administrator', { userId: UserId }),
  command('revoke-administrator', { userId: UserId }),
  command('kick-user', { userId: UserId }),
  command('readmit-user', { userId: UserId }),
  command('list-kicked-users', {}),
] as const;
