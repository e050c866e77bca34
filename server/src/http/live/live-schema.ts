import { Type } from '@sinclair/typebox';
import type { LiveInfo, LivePage, LiveStatistics } from 'live-battles/core';
import { seatLayoutTemplate, takeSeatMode } from 'live-battles/protocol';
import { describes } from '../schema/describes.js';
import { told } from '../schema/from-shape.js';
import { LiveUserSchema } from '../schema/user.js';
import { Instant, LiveId, orNull, strict, textOf } from '../schema/values.js';

export const LiveInfoSchema = describes<LiveInfo>()(
  Type.Object(
    {
      liveId: LiveId,
      liveName: Type.String(),
      notice: Type.String(),
      coverUrl: Type.String(),
      backgroundUrl: Type.String(),
      categoryList: Type.Array(Type.Integer()),
      activityStatus: Type.Integer(),
      isPublicVisible: Type.Boolean(),
      isSeatEnabled: Type.Boolean(),
      keepOwnerOnSeat: Type.Boolean(),
      maxSeatCount: Type.Integer(),
      seatMode: told(takeSeatMode),
      seatLayoutTemplate: told(seatLayoutTemplate),
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
    {
      createdAt: Instant,
      endedAt: Instant,
      totalDuration: Type.Integer({ description: 'Milliseconds' }),
      totalBattles: Type.Integer({ description: 'Those that ended with a result' }),
      totalWins: Type.Integer(),
      totalPoints: Type.Integer({ description: 'Of all these battles together' }),
    },
    strict,
  ),
);
