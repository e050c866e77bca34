import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import type { AddScoresReply, ScoreEntry, ScoreStatus, ScoreTotal } from 'live-battles/referee';
import { TotalsSchema } from './battle-schema.js';
import { describes } from '../schema/describes.js';
import { LiveId, strict, textOf, UserId } from '../schema/values.js';

const event = {
  eventId: Type.String({
    minLength: 1,
    maxLength: limits.scoreEventIdLength,
    description: "The gift's own id: it counts once, however often it is sent",
  }),
  points: Type.Integer({
    minimum: -limits.pointsPerEvent,
    maximum: limits.pointsPerEvent,
    description: 'Negative: a correction, without multiplier; it names no contributor',
  }),
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

const overwritten = {
  eventId: event.eventId,
  total: Type.Integer({ minimum: 0, description: 'A correction: what the host has from now on' }),
};

/** A host is named by their user id or by their live. */
type ByLive<T> = Omit<T, 'userId'> & { liveId: string };

export type ScoreFor = ScoreEntry | ByLive<ScoreEntry> | ScoreTotal | ByLive<ScoreTotal>;

const ScoreForSchema = describes<ScoreFor>()(
  Type.Union([
    Type.Object({ ...event, userId: UserId }, { ...strict, title: 'by user' }),
    Type.Object({ ...event, liveId: LiveId }, { ...strict, title: 'by live' }),
    Type.Object({ ...overwritten, userId: UserId }, { ...strict, title: 'total by user' }),
    Type.Object({ ...overwritten, liveId: LiveId }, { ...strict, title: 'total by live' }),
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
