import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import type { AddScoresReply, ScoreEntry, ScoreStatus } from 'live-battles/referee';
import { TotalsSchema } from './battle-schema.js';
import { describes } from '../schema/describes.js';
import { LiveId, strict, textOf, UserId } from '../schema/values.js';

const event = {
  eventId: Type.String({
    minLength: 1,
    maxLength: limits.scoreEventIdLength,
    description: "The gift's own id: it counts once, however often it is sent",
  }),
  points: Type.Integer({ minimum: 1, maximum: limits.pointsPerEvent }),
  sentAt: Type.Optional(
    Type.Integer({
      minimum: 0,
      description: 'Epoch milliseconds at which the gift was sent: lets it count within LATE_SCORES_MS after the end',
    }),
  ),
  contributor: Type.Optional(
    Type.Object(
      {
        userId: UserId,
        userName: Type.Optional(Type.String({ description: 'Default: the id. One that is too long is cut' })),
        avatarUrl: Type.Optional(Type.String({ description: 'One that is too long is left out' })),
      },
      { ...strict, description: 'Whose gift it was: everybody sees the most generous of each host' },
    ),
  ),
};

/** Points for a host, who is named by their user id or by their live. */
export type ScoreFor = ScoreEntry | (Omit<ScoreEntry, 'userId'> & { liveId: string });

const ScoreForSchema = describes<ScoreFor>()(
  Type.Union([
    Type.Object({ ...event, userId: UserId }, { ...strict, title: 'by user' }),
    Type.Object({ ...event, liveId: LiveId }, { ...strict, title: 'by live' }),
  ]),
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
