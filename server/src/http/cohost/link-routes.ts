import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { CoHostLayoutTemplate, ConnectionCode, limits } from 'live-battles/core';
import type { LinkLivesReply, Referee } from 'live-battles/referee';
import { checkMayActForAll, security, type Access } from '../access.js';
import { describes } from '../schema/describes.js';
import { failures } from '../schema/error.js';
import { LiveId, oneOf, strict } from '../schema/values.js';

const LinkLivesSchema = Type.Object(
  {
    liveIds: Type.Array(LiveId, {
      minItems: 2,
      maxItems: limits.linkedLives,
      description: 'Each is linked with the first',
    }),
    layoutTemplate: Type.Optional(oneOf(CoHostLayoutTemplate)),
  },
  strict,
);

const LinkLivesReplySchema = describes<LinkLivesReply>()(
  Type.Object(
    { results: Type.Record(Type.String(), oneOf(ConnectionCode), { description: 'By live id, without the first' }) },
    strict,
  ),
);

/** Links from outside. */
export function linkRoutes(referee: Referee, access: Access): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/links',
      {
        onRequest: access.backend,
        schema: {
          summary: 'Links lives; nobody is asked',
          security,
          body: LinkLivesSchema,
          response: { 200: LinkLivesReplySchema, ...failures },
        },
      },
      async (request) => {
        checkMayActForAll(request, request.body.liveIds);
        return (await referee.executeForBackend({ type: 'link-lives', ...request.body })) as LinkLivesReply;
      },
    );
  };
}
