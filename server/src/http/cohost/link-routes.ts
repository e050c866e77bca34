import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { ConnectionCode } from 'live-battles/core';
import { object } from 'live-battles/protocol';
import { backendCommands, type LinkLivesReply, type Referee } from 'live-battles/referee';
import { checkMayActForAll, security, type Access } from '../access.js';
import { describes } from '../schema/describes.js';
import { failures } from '../schema/error.js';
import { sent } from '../schema/from-shape.js';
import { oneOf, strict } from '../schema/values.js';

const LinkLivesSchema = sent(object(backendCommands['link-lives'].fields));

const LinkLivesReplySchema = describes<LinkLivesReply>()(
  Type.Object(
    { results: Type.Record(Type.String(), oneOf(ConnectionCode), { description: 'By live id, without the first' }) },
    strict,
  ),
);

/** The route with which the app's backend links lives. */
export function linkRoutes(referee: Referee, access: Access): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/links',
      {
        onRequest: access.backend,
        schema: {
          summary: backendCommands['link-lives'].summary,
          security,
          body: LinkLivesSchema,
          response: { 200: LinkLivesReplySchema, ...failures },
        },
      },
      async (request) => {
        checkMayActForAll(request, request.body.liveIds);
        return await referee.executeForBackend<'link-lives'>({ type: 'link-lives', ...request.body });
      },
    );
  };
}
