import type { FastifyPluginAsyncTypebox } from '@fastify/type-provider-typebox';
import { Type } from '@sinclair/typebox';
import type { WebhookEvent, WebhookReceiver } from 'livekit-server-sdk';
import { LiveError, LiveErrorCode } from 'live-battles/core';
import type { RoomEvents } from '../../livekit/room-events.js';
import type { Log } from '../../log.js';
import { failures } from '../schema/error.js';

/** Where LiveKit tells what happens in its rooms; believed only with LiveKit's signature over the very bytes. */
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
        // LiveKit cannot help with our trouble: the reconciler finds out anyway.
        await events.handle(event).catch((error: unknown) => {
          log(`webhook ${event.event}: ${String(error)}`);
        });
        return {};
      },
    );
  };
}
