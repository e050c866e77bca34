import { Type } from '@sinclair/typebox';
import {
  limits,
  type BattleInfo,
  type BattleRequest,
  type BattleResult,
  type Contributor,
  type ScoreBoard,
} from 'live-battles/core';
import { battleConfigShape } from 'live-battles/protocol';
import { RequestStatusSchema } from '../cohost/cohost-schema.js';
import { describes } from '../schema/describes.js';
import { told } from '../schema/from-shape.js';
import { LiveUserSchema } from '../schema/user.js';
import { Id, Instant, LiveId, orNull, strict, textOf, UserId } from '../schema/values.js';
import { BattleEffectSchema } from './effect-schema.js';

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

const contributor = { userId: UserId, userName: Type.String(), avatarUrl: Type.String(), points: Type.Integer() };

const ContributorSchema = describes<Contributor>()(Type.Object(contributor, strict));

const OutcomeSchema = textOf('win', 'lose', 'draw');

const BattleResultSchema = describes<BattleResult>()(
  Type.Object(
    {
      standings: Type.Array(
        Type.Object(
          {
            userId: UserId,
            score: Type.Integer(),
            rank: Type.Integer(),
            outcome: OutcomeSchema,
            winStreak: Type.Integer(),
          },
          strict,
        ),
      ),
      teams: Type.Array(
        Type.Object(
          { team: Type.Integer(), score: Type.Integer(), rank: Type.Integer(), outcome: OutcomeSchema },
          strict,
        ),
      ),
      mvp: orNull(Type.Object({ ...contributor, hostUserId: UserId }, strict)),
    },
    strict,
  ),
);

export const BattleInfoSchema = describes<BattleInfo>()(
  Type.Object(
    {
      battleId: Id,
      config: told(battleConfigShape),
      inviter: LiveUserSchema,
      users: Type.Array(BattleUserSchema),
      phase: textOf('countdown', 'running', 'penalty', 'over'),
      startedAt: Instant,
      endsAt: Instant,
      extraTimeStartedAt: orNull(Instant),
      effects: Type.Array(BattleEffectSchema),
      endedAt: orNull(Instant),
      endedReason: orNull(textOf('time-over', 'all-member-exit', 'ended-by-server')),
      result: orNull(BattleResultSchema),
      penaltyEndsAt: orNull(Instant),
      penaltyEndedReason: orNull(textOf('time-over', 'cut-short')),
      rematch: orNull(Type.Object({ endsAt: Instant, userIds: Type.Array(UserId) }, strict)),
      rematchDeclinedBy: orNull(UserId),
    },
    strict,
  ),
);

export const TotalsSchema = Type.Record(Type.String(), Type.Integer(), { description: 'Points by user id' });

export const ScoreBoardSchema = describes<ScoreBoard>()(
  Type.Object(
    {
      battleId: Id,
      version: Type.Integer(),
      totals: TotalsSchema,
      contributors: Type.Record(Type.String(), Type.Array(ContributorSchema), {
        description: `By the host's user id, at most ${limits.topContributors} each, the most generous first`,
      }),
    },
    strict,
  ),
);

export const BattleRequestSchema = describes<BattleRequest>()(
  Type.Object(
    {
      battleId: Id,
      inviter: LiveUserSchema,
      invitee: LiveUserSchema,
      config: told(battleConfigShape),
      expiresAt: Instant,
      status: RequestStatusSchema,
    },
    strict,
  ),
);
