import { Type } from '@sinclair/typebox';
import type { BattleInfo, BattleRequest, BattleResult, ScoreBoard } from '../../../../src/core/vocabulary.js';
import { BattleConfigSchema } from './battle-config.js';
import { RequestStatusSchema } from './cohost.js';
import { describes } from './describes.js';
import { LiveUserSchema } from './user.js';
import { Id, Instant, LiveId, orNull, strict, textOf, UserId } from './values.js';

const BattleUserSchema = Type.Object(
  {
    userId: UserId,
    userName: Type.String(),
    avatarUrl: Type.String(),
    liveId: LiveId,
    exited: Type.Boolean(),
  },
  strict,
);

const BattleResultSchema = describes<BattleResult>()(
  Type.Object(
    {
      standings: Type.Array(
        Type.Object(
          {
            userId: UserId,
            score: Type.Integer(),
            rank: Type.Integer(),
            outcome: textOf('win', 'lose', 'draw'),
          },
          strict,
        ),
      ),
    },
    strict,
  ),
);

export const BattleInfoSchema = describes<BattleInfo>()(
  Type.Object(
    {
      battleId: Id,
      config: BattleConfigSchema,
      inviter: LiveUserSchema,
      users: Type.Array(BattleUserSchema),
      phase: textOf('countdown', 'running', 'penalty', 'over'),
      startedAt: Instant,
      endsAt: Instant,
      endedAt: orNull(Instant),
      endedReason: orNull(textOf('time-over', 'all-member-exit', 'ended-by-server')),
      result: orNull(BattleResultSchema),
      penaltyEndsAt: orNull(Instant),
      penaltyEndedReason: orNull(textOf('time-over', 'cut-short')),
    },
    strict,
  ),
);

export const TotalsSchema = Type.Record(Type.String(), Type.Integer(), { description: 'Points by user id' });

export const ScoreBoardSchema = describes<ScoreBoard>()(
  Type.Object({ battleId: Id, version: Type.Integer(), totals: TotalsSchema }, strict),
);

export const BattleRequestSchema = describes<BattleRequest>()(
  Type.Object(
    {
      battleId: Id,
      inviter: LiveUserSchema,
      invitee: LiveUserSchema,
      config: BattleConfigSchema,
      expiresAt: Instant,
      status: RequestStatusSchema,
    },
    strict,
  ),
);
