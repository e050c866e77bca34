import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import type { Referee } from 'live-battles/referee';
import { security, userOf, type Access } from '../access.js';
import { CommandReplySchema } from '../schema/command-reply.js';
import { UserCommandSchema } from '../schema/user-command.js';
import { failures } from '../schema/error.js';

/** The route for all commands of users. The rules decide whether a command is allowed. */
export function commandRoutes(referee: Referee, access: Access): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/commands',
      {
        onRequest: access.user,
        schema: {
          summary: 'A command of a user, for their own live or for one they are in',
          security,
          body: UserCommandSchema,
          response: { 200: CommandReplySchema, ...failures },
        },
      },
      async (request) => await referee.executeForUser(userOf(request), request.body),
    );
  };
}
