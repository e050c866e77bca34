import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import { liveId, object } from 'live-battles/protocol';
import {
  sentScoreShape,
  scoreFields,
  type AddScoresReply,
  type ScoreStatus,
  type SentScore,
} from 'live-battles/referee';
import { TotalsSchema } from './battle-schema.js';
import { describes } from '../schema/describes.js';
import { sent } from '../schema/from-shape.js';
import { strict, textOf } from '../schema/values.js';

/** Points for a host, named by user id or by live id. */
export type ScoreFor = SentScore | (Omit<SentScore, 'userId'> & { liveId: string });

const ScoreForSchema = describes<ScoreFor>()(
  Type.Union([sent(sentScoreShape), sent(object({ liveId, ...scoreFields }))]),
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
            status: textOf<ScoreStatus>(
              'counted',
              'duplicate',
              'conflict',
              'not-in-battle',
              'battle-not-started',
              'battle-ended',
              'too-large',
            ),
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
