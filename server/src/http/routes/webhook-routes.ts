import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { WebhookEvent, WebhookReceiver } from 'livekit-server-sdk';
import { LiveError, LiveErrorCode } from 'live-battles/core';
import type { RoomEvents } from '../../livekit/room-events.js';
import type { Log } from '../../log.js';
import { failures } from '../schema/error.js';

/** The route for LiveKit's webhooks. LiveKit signs the exact bytes of the body, so the body is read as text. */
export function webhookRoutes(receiver: WebhookReceiver, events: RoomEvents, log: Log): FastifyPluginAsyncTypebox {
  const read = async (body: string, signature: string | undefined): Promise<WebhookEvent> => {
    try {
      return await receiver.receive(body, signature);
    } catch (cause) {
      throw new LiveError(LiveErrorCode.unauthenticated, 'this is not signed by LiveKit', { cause });
    }
  };

  return async (app) => {
    app.removeAllContentTypeParsers();
    app.addContentTypeParser('*', { parseAs: 'string' }, async (_request: unknown, body: string | Buffer) => body);

    app.post(
      '/livekit/webhook',
      {
        schema: {
          summary: "For LiveKit's `webhook.urls`; signed, not authorised by a token",
          response: { 200: Type.Object({}), ...failures },
        },
      },
      async ({ body, headers }) => {
        const event = await read(typeof body === 'string' ? body : '', headers.authorization);
        // LiveKit gets a 200 all the same: it can do nothing, and the reconciler finds the change later.
        await events.handle(event).catch((error: unknown) => {
          log(`webhook ${event.event}: ${String(error)}`);
        });
        return {};
      },
    );
  };
}
