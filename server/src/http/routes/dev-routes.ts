import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import { userShape } from 'live-battles/protocol';
import type { LiveKitKeys } from '../../credentials/livekit-keys.js';
import { mintUserToken } from '../../credentials/user-token.js';
import { failures } from '../schema/error.js';
import { sent } from '../schema/from-shape.js';
import { strict } from '../schema/values.js';

/** DEVELOPMENT ONLY: gives any caller a token for any user. In production an app's own backend mints them. */
export function devRoutes(keys: LiveKitKeys): FastifyPluginAsyncTypebox {
  return async (app) => {
    app.post(
      '/dev/tokens',
      {
        schema: {
          summary: 'DEVELOPMENT ONLY: a user token for whoever asks',
          body: sent(userShape),
          response: { 200: Type.Object({ token: Type.String() }, strict), ...failures },
        },
      },
      async ({ body }) => ({ token: await mintUserToken(keys, userShape.read('user', body)) }),
    );
  };
}
