import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { limits } from 'live-battles/core';
import type { LiveKitKeys } from '../../credentials/livekit-keys.js';
import { mintUserToken } from '../../credentials/user-token.js';
import { failures } from '../schema/error.js';
import { strict, Text, UserId } from '../schema/values.js';

/** DEVELOPMENT ONLY: makes anybody anyone. In production an app's own backend mints the user tokens. */
export function devRoutes(keys: LiveKitKeys): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/dev/tokens',
      {
        schema: {
          summary: 'DEVELOPMENT ONLY: a user token for whoever asks',
          body: Type.Object(
            {
              userId: UserId,
              userName: Text(limits.userNameLength),
              avatarUrl: Type.Optional(Text(limits.avatarUrlLength)),
            },
            strict,
          ),
          response: { 200: Type.Object({ token: Type.String() }, strict), ...failures },
        },
      },
      async ({ body: { avatarUrl = '', ...rest } }) => ({ token: await mintUserToken(keys, { avatarUrl, ...rest }) }),
    );
  };
}
