import { Type } from '@sinclair/typebox';
import { BattleCode } from 'live-battles/core';
import { object } from 'live-battles/protocol';
import { backendCommands, type StartBattleReply } from 'live-battles/referee';
import { describes } from '../schema/describes.js';
import { sent } from '../schema/from-shape.js';
import { Id, oneOf, strict } from '../schema/values.js';

export const StartBattleSchema = sent(object(backendCommands['start-battle'].fields));

export const StartBattleReplySchema = describes<StartBattleReply>()(
  Type.Object(
    { battleId: Id, results: Type.Record(Type.String(), oneOf(BattleCode), { description: 'By live id' }) },
    strict,
  ),
);
