import { Type } from '@sinclair/typebox';
import type { LiveInfo, LivePage, LiveStatistics } from '../../../../src/core/vocabulary.js';
import { describes } from './describes.js';
import { LiveUserSchema } from './user.js';
import { Instant, LiveId, orNull, strict, textOf } from './values.js';

export const LiveInfoSchema = describes<LiveInfo>()(
  Type.Object(
    {
      liveId: LiveId,
      liveName: Type.String(),
      coverUrl: Type.String(),
      isPublicVisible: Type.Boolean(),
      liveOwner: LiveUserSchema,
      createdAt: Instant,
      endedAt: orNull(Instant),
      endedReason: orNull(textOf('ended-by-host', 'ended-by-server')),
    },
    strict,
  ),
);

export const LivePageSchema = describes<LivePage>()(
  Type.Object({ lives: Type.Array(LiveInfoSchema), cursor: Type.String({ description: 'Empty on the last page' }) }),
);

export const LiveStatisticsSchema = describes<LiveStatistics>()(
  Type.Object(
    { createdAt: Instant, endedAt: Instant, totalDuration: Type.Integer({ description: 'Milliseconds' }) },
    strict,
  ),
);
