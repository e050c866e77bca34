import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import type {
  JoinReply,
  LiveDocument,
  LiveReply,
  PersonalDocument,
  RoomAccess,
  VersionedAudience,
} from 'live-battles/protocol';
import { BattleInfoSchema, BattleRequestSchema, ScoreBoardSchema } from '../battle/battle-schema.js';
import { CoHostRequestSchema, LinkInfoSchema } from '../cohost/cohost-schema.js';
import { describes } from '../schema/describes.js';
import { GuestRequestSchema, SeatKickSchema } from '../guest/guest-schema.js';
import { LiveInfoSchema } from './live-schema.js';
import { SeatSchema } from '../seat/seat-schema.js';
import { UserSchema } from '../schema/user.js';
import { Instant, MetaData, orNull, strict, textOf, UserId } from '../schema/values.js';

const Revision = Type.Integer({ description: 'A higher one replaces a lower one' });

export const LiveDocumentSchema = describes<LiveDocument>()(
  Type.Object(
    {
      revision: Revision,
      live: LiveInfoSchema,
      metaData: MetaData,
      administrators: Type.Array(UserId),
      seats: Type.Array(SeatSchema),
      hostLostAt: orNull(Instant),
      link: orNull(LinkInfoSchema),
      battle: orNull(BattleInfoSchema),
      board: orNull(ScoreBoardSchema),
    },
    strict,
  ),
);

export const PersonalDocumentSchema = describes<PersonalDocument>()(
  Type.Object(
    {
      revision: Revision,
      coHostRequests: Type.Array(CoHostRequestSchema),
      battleRequests: Type.Array(BattleRequestSchema),
      guestRequests: Type.Array(GuestRequestSchema),
      seatKicks: Type.Array(SeatKickSchema),
    },
    strict,
  ),
);

export const VersionedAudienceSchema = describes<VersionedAudience>()(
  Type.Object(
    {
      version: Type.Integer({ description: 'A higher one replaces a lower one' }),
      count: Type.Integer({ description: 'Everybody in the live without a seat' }),
      members: Type.Array(UserSchema, { description: `At most ${limits.audienceList} of them` }),
    },
    strict,
  ),
);

export const LiveReplySchema = describes<LiveReply>()(
  Type.Object(
    {
      document: LiveDocumentSchema,
      personal: orNull(PersonalDocumentSchema),
      audience: orNull(VersionedAudienceSchema),
    },
    strict,
  ),
);

const access = {
  url: Type.String({ description: 'WebSocket address of LiveKit' }),
  token: Type.String({ description: 'Room token' }),
};

export const RoomAccessSchema = describes<RoomAccess>()(Type.Object(access, strict));

export const JoinReplySchema = describes<JoinReply>()(
  Type.Object(
    {
      ...access,
      user: UserSchema,
      role: textOf('host', 'guest', 'audience'),
      document: LiveDocumentSchema,
      personal: PersonalDocumentSchema,
      audience: orNull(VersionedAudienceSchema),
    },
    strict,
  ),
);
