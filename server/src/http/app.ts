import cors from '@fastify/cors';
import type { TypeBoxTypeProvider } from '@fastify/type-provider-typebox';
import { fastify, type FastifyInstance } from 'fastify';
import { TokenVerifier, WebhookReceiver } from 'livekit-server-sdk';
import type { Clock } from 'live-battles/referee';
import type { LiveKitKeys } from '../credentials/livekit-keys.js';
import type { RoomEvents } from '../livekit/room-events.js';
import type { Log } from '../log.js';
import { accessWith } from './access.js';
import { describeApi } from './api-docs.js';
import { explainValidation, replyWithErrors } from './errors.js';
import { battleRoutes } from './battle/battle-routes.js';
import { linkRoutes } from './cohost/link-routes.js';
import { commandRoutes } from './routes/command-routes.js';
import { devRoutes } from './routes/dev-routes.js';
import { liveRoutes } from './live/live-routes.js';
import { roomRoutes, type RoomRoutesOptions } from './live/room-routes.js';
import { timeRoutes } from './routes/time-routes.js';
import { webhookRoutes } from './routes/webhook-routes.js';

export interface AppOptions extends RoomRoutesOptions {
  keys: LiveKitKeys;
  events: RoomEvents;
  clock: Pick<Clock, 'now'>;
  /** DEVELOPMENT ONLY: mints a user token for any caller. */
  dev: boolean;
  /** Origins whose pages may call: `*`, or a comma-separated list. Empty: only this server's own origin. */
  corsOrigin: string;
  log: Log;
}

/** Bytes. */
const bodyLimit = 256 * 1024;

/** Ajv refuses what does not match. It converts nothing, drops no fields and fills in no defaults. */
export const validation = {
  customOptions: { coerceTypes: false, removeAdditional: false, useDefaults: false, discriminator: true },
} as const;

/** The HTTP side of the server, ready to listen. */
export async function createApp(options: AppOptions): Promise<FastifyInstance> {
  const { keys, referee, events, clock, dev, corsOrigin, log } = options;
  const app = fastify({
    bodyLimit,
    // Milliseconds for a whole request: a client that sends slowly must not hold a connection open.
    requestTimeout: 30_000,
    // Open keep-alive connections must not hold up a stop.
    forceCloseConnections: true,
    ajv: validation,
    schemaErrorFormatter: explainValidation,
  }).withTypeProvider<TypeBoxTypeProvider>();
  app.decorateRequest('caller', null);
  replyWithErrors(app, log);
  await describeApi(app);
  if (corsOrigin !== '') {
    const origin = corsOrigin === '*' ? corsOrigin : corsOrigin.split(',').map((one) => one.trim());
    await app.register(cors, { origin, methods: ['GET', 'POST', 'DELETE'], maxAge: 600 });
  }

  app.get('/healthz', { schema: { hide: true } }, async () => ({ ok: true }));
  const { apiKey, apiSecret } = keys;
  const access = accessWith(new TokenVerifier(apiKey, apiSecret));
  const prefix = '/v1';
  await app.register(timeRoutes(clock), { prefix });
  await app.register(liveRoutes(options, access), { prefix });
  await app.register(roomRoutes(options, access), { prefix });
  await app.register(commandRoutes(referee, access), { prefix });
  await app.register(linkRoutes(referee, access), { prefix });
  await app.register(battleRoutes(referee, access), { prefix });
  await app.register(webhookRoutes(new WebhookReceiver(apiKey, apiSecret), events, log), { prefix });
  if (dev) await app.register(devRoutes(keys), { prefix });
  return app;
}
