import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { LiveError, LiveErrorCode } from 'live-battles/core';
import {
  backendCommands,
  battleInfo,
  boardFor,
  goesOn,
  scoreBoard,
  type BattleRecord,
  type Referee,
  type ScoreResult,
  type SentScore,
} from 'live-battles/referee';
import { checkMayActFor, checkMayActForAll, security, userIdOf, type Access } from '../access.js';
import { BattleInfoSchema, ScoreBoardSchema } from './battle-schema.js';
import { ApplyEffectReplySchema, ApplyEffectSchema } from './effect-schema.js';
import { StartBattleReplySchema, StartBattleSchema } from './start-battle-schema.js';
import { failures } from '../schema/error.js';
import { AddScoresReplySchema, AddScoresSchema, type ScoreFor } from './score-schema.js';
import { Id, LiveId, orNull, strict, textOf } from '../schema/values.js';

const BattleViewSchema = Type.Object(
  {
    battleId: Id,
    phase: textOf<BattleRecord['phase']>('requested', 'countdown', 'running', 'penalty', 'over', 'void'),
    battle: orNull(BattleInfoSchema),
    board: orNull(ScoreBoardSchema),
  },
  strict,
);

const params = Type.Object({ battleId: Id }, strict);

/** The routes to read, start, score and end battles. */
export function battleRoutes(referee: Referee, access: Access): FastifyPluginAsyncTypebox {
  const find = async (battleId: string): Promise<BattleRecord> => {
    const battle = await referee.battle(battleId);
    if (battle) return battle;
    throw new LiveError(LiveErrorCode.battleNotFound, `there is no battle "${battleId}"`);
  };

  return async (app) => {
    app.get(
      '/battles/:battleId',
      {
        onRequest: access.anybody,
        schema: {
          summary: 'A battle and its scores; both null until it has begun',
          security,
          params,
          response: { 200: BattleViewSchema, ...failures },
        },
      },
      async (request) => {
        const battle = await find(request.params.battleId);
        checkMayActFor(request, livesOf(battle));
        return view(battle, userIdOf(request) === null ? 'whole' : { liveId: null });
      },
    );

    app.get(
      '/lives/:liveId/battle',
      {
        onRequest: access.anybody,
        schema: {
          summary: 'The battle that goes on in a live right now, countdown and penalty included',
          security,
          params: Type.Object({ liveId: LiveId }, strict),
          response: { 200: BattleViewSchema, ...failures },
        },
      },
      async (request) => {
        const { liveId } = request.params;
        checkMayActFor(request, [liveId]);
        const live = await referee.view(liveId, userIdOf(request) ?? '');
        if (!live) throw new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
        const { battle } = live.document;
        if (battle && goesOn(battle)) {
          return view(await find(battle.battleId), userIdOf(request) === null ? 'whole' : { liveId });
        }
        throw new LiveError(LiveErrorCode.battleNotFound, `no battle goes on in live "${liveId}"`);
      },
    );

    app.post(
      '/battles/:battleId/scores',
      {
        onRequest: access.backend,
        schema: {
          summary: backendCommands['add-scores'].summary,
          security,
          params,
          body: AddScoresSchema,
          response: { 200: AddScoresReplySchema, ...failures },
        },
      },
      async (request) => {
        const { battleId } = request.params;
        const { entries } = request.body;
        const battle = await find(battleId);
        checkMayActFor(request, livesOf(battle));
        const named = entries.map((entry) => byUser(battle, entry));
        const known = named.filter((entry) => 'userId' in entry);
        const { board } = view(battle, 'whole');
        const reply = known.length > 0 ? await referee.addScores(battleId, known) : null;
        const counted = reply?.results.values() ?? [].values();
        return {
          results: named.map((entry) => ('userId' in entry ? counted.next().value! : entry)),
          version: reply?.version ?? board?.version ?? 0,
          totals: reply?.totals ?? board?.totals ?? {},
        };
      },
    );

    app.post(
      '/battles/:battleId/effects',
      {
        onRequest: access.backend,
        schema: {
          summary: backendCommands['apply-effect'].summary,
          security,
          params,
          body: ApplyEffectSchema,
          response: { 200: ApplyEffectReplySchema, ...failures },
        },
      },
      async (request) => {
        const { battleId } = request.params;
        checkMayActFor(request, livesOf(await find(battleId)));
        return await referee.executeForBackend<'apply-effect'>({ type: 'apply-effect', battleId, ...request.body });
      },
    );

    app.post(
      '/battles',
      {
        onRequest: access.backend,
        schema: {
          summary: backendCommands['start-battle'].summary,
          security,
          body: StartBattleSchema,
          response: { 200: StartBattleReplySchema, ...failures },
        },
      },
      async (request) => {
        const { liveId, opponents } = request.body;
        checkMayActForAll(request, [liveId, ...opponents]);
        return await referee.executeForBackend<'start-battle'>({ type: 'start-battle', ...request.body });
      },
    );

    app.post(
      '/battles/:battleId/end',
      {
        onRequest: access.backend,
        schema: {
          summary: backendCommands['end-battle'].summary,
          security,
          params,
          response: { 200: Type.Object({}), ...failures },
        },
      },
      async (request) => {
        const { battleId } = request.params;
        checkMayActFor(request, livesOf(await find(battleId)));
        await referee.executeForBackend({ type: 'end-battle', battleId });
        return {};
      },
    );
  };
}

/** @param board The live whose board is shown, null for a user outside of all lives, or the whole board for a backend. */
function view(battle: BattleRecord, board: { liveId: string | null } | 'whole') {
  const info = battleInfo(battle);
  const scores = board === 'whole' ? scoreBoard(battle) : boardFor(battle, board.liveId);
  return { battleId: battle.battleId, phase: battle.phase, battle: info, board: info && scores };
}

/** Lives whose backend may act on a battle: those of members who have accepted or still may, and those that show it. */
function livesOf({ members, shownIn }: BattleRecord): readonly string[] {
  const concerned = members.filter(({ answer }) => answer === 'accepted' || answer === 'pending');
  return [...concerned.map(({ liveId }) => liveId), ...shownIn];
}

/** The entry with its host's user id. For a live outside the battle, the entry's result: the other entries count. */
function byUser({ members }: BattleRecord, entry: ScoreFor): SentScore | ScoreResult {
  if ('userId' in entry) return entry;
  const { liveId, ...rest } = entry;
  const member = members.find((candidate) => candidate.liveId === liveId);
  return member ? { ...rest, userId: member.userId } : { eventId: rest.eventId, status: 'not-in-battle' };
}
