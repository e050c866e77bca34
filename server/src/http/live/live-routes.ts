import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { limits, LiveError, LiveErrorCode } from 'live-battles/core';
import { backendCommands, type Referee } from 'live-battles/referee';
import type { Audiences } from '../../livekit/audience/audiences.js';
import { checkMayActFor, security, userIdOf, userOf, type Access } from '../access.js';
import { LiveReplySchema } from './document-schema.js';
import { failures } from '../schema/error.js';
import { LivePageSchema } from './live-schema.js';
import { UserSchema } from '../schema/user.js';
import { LiveId, strict } from '../schema/values.js';

/** The routes for the caller's own user, the list of lives and one live, which the app's backend may end. */
export function liveRoutes(
  { referee, audiences }: { referee: Referee; audiences: Audiences },
  access: Access,
): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.get(
      '/me',
      {
        onRequest: access.user,
        schema: { summary: 'Who the token says you are', security, response: { 200: UserSchema, ...failures } },
      },
      async (request) => userOf(request),
    );

    app.get(
      '/lives',
      {
        onRequest: access.user,
        schema: {
          summary: 'Running lives, newest first',
          security,
          querystring: Type.Object(
            {
              cursor: Type.Optional(Type.String({ maxLength: 100, description: 'From the page before' })),
              // A text, because query values are texts and Ajv converts nothing.
              count: Type.Optional(Type.String({ pattern: '^\\d{1,3}$', description: `1–${limits.livePageSize}` })),
            },
            strict,
          ),
          response: { 200: LivePageSchema, ...failures },
        },
      },
      async ({ query: { cursor = '', count } }) =>
        await referee.listLives({ cursor, count: pageSize(count === undefined ? limits.livePageSize : Number(count)) }),
    );

    app.get(
      '/lives/:liveId',
      {
        onRequest: access.anybody,
        schema: {
          summary:
            'The state of a live, and for a user what they alone may see of it; not for whoever was kicked out of it',
          security,
          params: Type.Object({ liveId: LiveId }, strict),
          response: {
            200: LiveReplySchema,
            ...failures,
          },
        },
      },
      async (request) => {
        const { liveId } = request.params;
        checkMayActFor(request, [liveId]);
        const userId = userIdOf(request);
        const view = await referee.view(liveId, userId ?? '');
        if (!view) throw new LiveError(LiveErrorCode.liveNotFound, `there is no live "${liveId}"`);
        const { document, personal } = view;
        return { document, personal: userId === null ? null : personal, audience: audiences.of(document) };
      },
    );

    app.delete(
      '/lives/:liveId',
      {
        onRequest: access.backend,
        schema: {
          summary: backendCommands['close-live'].summary,
          security,
          params: Type.Object({ liveId: LiveId }, strict),
          response: { 200: Type.Object({}, strict), ...failures },
        },
      },
      async (request) => {
        const { liveId } = request.params;
        checkMayActFor(request, [liveId]);
        await referee.executeForBackend({ type: 'close-live', liveId });
        return {};
      },
    );
  };
}

function pageSize(count: number): number {
  if (count >= 1 && count <= limits.livePageSize) return count;
  throw new LiveError(LiveErrorCode.invalidParameter, `count must be 1 to ${limits.livePageSize}`);
}
