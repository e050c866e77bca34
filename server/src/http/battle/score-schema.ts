import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import { liveId, object } from 'live-battles/protocol';
import { scoreEntryShape, scoreFields, type AddScoresReply, type ScoreEntry } from 'live-battles/referee';
import { TotalsSchema } from './battle-schema.js';
import { describes } from '../schema/describes.js';
import { sent } from '../schema/from-shape.js';
import { strict } from '../schema/values.js';

/** Points for a host, who is named by their user id or by their live. */
export type ScoreFor = ScoreEntry | (Omit<ScoreEntry, 'userId'> & { liveId: string });

const ScoreForSchema = describes<ScoreFor>()(
  Type.Union([sent(scoreEntryShape), sent(object({ liveId, ...scoreFields }))]),
);

export const AddScoresSchema = Type.Object(
  { entries: Type.Array(ScoreForSchema, { minItems: 1, maxItems: limits.scoreEventsPerCall }) },
  strict,
);

export const AddScoresReplySchema = describes<AddScoresReply>()(
  Type.Object(
    {
      results: Type.Array(
        Type.Object(
          {
            eventId: Type.String(),
            counted: Type.Boolean(),
            points: Type.Optional(Type.Integer({ description: 'As they counted, with the multiplier' })),
          },
          strict,
        ),
      ),
      version: Type.Integer(),
      totals: TotalsSchema,
    },
    strict,
  ),
);
