import { Type } from '@sinclair/typebox';
import { BattleCode, ConnectionCode, type RequestBattleReply } from 'live-battles/core';
import type { KickedUsersReply, UserCommandType, ReplyTo, RequestHostConnectionReply } from 'live-battles/protocol';
import { describes } from './describes.js';
import { LiveInfoSchema, LiveStatisticsSchema } from '../live/live-schema.js';
import { Id, oneOf, strict } from './values.js';

const RequestHostConnectionReplySchema = describes<RequestHostConnectionReply>()(
  Type.Object({ results: Type.Record(Type.String(), oneOf(ConnectionCode)) }, strict),
);

const RequestBattleReplySchema = describes<RequestBattleReply>()(
  Type.Object({ battleId: Id, results: Type.Record(Type.String(), oneOf(BattleCode)) }, strict),
);

const KickedUsersReplySchema = describes<KickedUsersReply>()(
  Type.Object({ userIds: Type.Array(Type.String()) }, strict),
);

/** The replies to user commands, a schema for each kind. The last is for commands without a value. */
export const CommandReplySchema = Type.Unsafe<ReplyTo<UserCommandType>>(
  Type.Union([
    LiveInfoSchema,
    LiveStatisticsSchema,
    RequestBattleReplySchema,
    RequestHostConnectionReplySchema,
    KickedUsersReplySchema,
    Type.Object({}, strict),
  ]),
);
