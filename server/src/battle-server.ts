import type { FastifyInstance } from 'fastify';
import { RoomServiceClient } from 'livekit-server-sdk';
import { randomUUID } from 'node:crypto';
import { Referee, systemClock, type Bus, type Clock, type Grace } from 'live-battles/referee';
import type { LiveKitKeys } from './credentials/livekit-keys.js';
import { RoomTokens } from './credentials/room-tokens.js';
import { createApp } from './http/app.js';
import { Audiences } from './livekit/audience/audiences.js';
import { readLiveFrom } from './livekit/live-snapshot.js';
import { LiveKitBus } from './livekit/livekit-bus.js';
import { LiveRooms } from './livekit/live-rooms.js';
import { Outage } from './livekit/outage.js';
import type { PushTiming } from './livekit/push-timing.js';
import { pushing } from './livekit/pushing.js';
import { Reconciler } from './livekit/reconciler.js';
import { RoomEvents } from './livekit/room-events.js';
import type { RoomService } from './livekit/room-service.js';
import { StagePresence } from './livekit/stage-presence.js';
import { StageRights } from './livekit/stage-rights.js';
import type { Log } from './log.js';
import { SqliteStore } from './store/sqlite-store.js';

export interface BattleServerOptions {
  livekit: LiveKitKeys & {
    /** Where this server reaches LiveKit: http, https, ws or wss. */
    url: string;
    /** Where browsers reach LiveKit. Default: `url`. */
    publicUrl?: string;
  };
  /** Path of the SQLite file, or `:memory:`. */
  database: string;
  /** DEVELOPMENT ONLY: mints a user token for any caller. */
  dev?: boolean;
  /** Origins whose pages may call: `*`, or a comma-separated list. Default: only this server's own origin. */
  corsOrigin?: string;
  /** How long the rules wait, milliseconds. */
  grace?: Partial<Grace>;
  /** Longest battle, seconds, 1–86,400. Default 3,600. */
  battleDurationMax?: number;
  /** Milliseconds between two comparisons with LiveKit. Default 3,000. */
  reconcileEvery?: number;
  /** Milliseconds that a host or guest has from the token to the connection. Default 15,000. */
  joinAllowance?: number;
  timing?: Partial<PushTiming>;
  log?: Log;
  /** The clock and LiveKit's API; replaced in tests. */
  clock?: Clock;
  roomService?: RoomService;
}

export interface BattleServer {
  app: FastifyInstance;
  referee: Referee;
  reconciler: Reconciler;
  /** Resumes what was running when the server last stopped, and starts to compare LiveKit with the records. */
  start(): Promise<void>;
  stop(): Promise<void>;
}

/** Builds the server. Nothing runs before `start`, and `app` does not listen before `app.listen`. */
export async function createServer(options: BattleServerOptions): Promise<BattleServer> {
  const { livekit, database, dev = false, corsOrigin = '', timing, grace, log = () => undefined } = options;
  const { reconcileEvery = 3000, joinAllowance = 15_000, battleDurationMax } = options;
  const clock = options.clock ?? systemClock({ setTimeout, clearTimeout });
  const service =
    options.roomService ?? new RoomServiceClient(livekit.url, livekit.apiKey, livekit.apiSecret, { requestTimeout: 5 });

  const store = new SqliteStore(database);
  const readLive = readLiveFrom(store);
  const outage = new Outage(log);
  const rooms = new LiveRooms(service);
  const stopped = new AbortController();
  const shared = pushing(stopped.signal, outage, timing);
  const bus = new LiveKitBus({ service, rooms, readLive, ...shared });
  const rights = new StageRights({ service, readLive, clock, ...shared });
  const audiences = new Audiences({ service, clock, ...shared });
  const referee = new Referee({
    store,
    bus: toAll(bus, rights, audiences),
    clock,
    newId: randomUUID,
    onError: ({ message }) => {
      log(`referee: ${message}`);
    },
    ...(grace && { grace }),
    ...(battleDurationMax !== undefined && { battleDurationMax }),
  });
  const presence = new StagePresence({ referee, service, clock, joinAllowance });
  const reconciler = new Reconciler({
    service,
    referee,
    readLive,
    bus,
    presence,
    rights,
    audiences,
    outage,
    every: reconcileEvery,
  });
  const app = await createApp({
    keys: livekit,
    referee,
    readLive,
    rooms,
    presence,
    audiences,
    tokens: new RoomTokens(livekit),
    publicUrl: (livekit.publicUrl ?? livekit.url).replace(/^http/, 'ws'),
    events: new RoomEvents({ referee, readLive, bus, presence, rights, audiences }),
    clock,
    dev,
    corsOrigin,
    log,
  });

  return {
    app,
    referee,
    reconciler,
    start: async () => {
      await referee.start();
      reconciler.start();
    },
    stop: async () => {
      reconciler.stop();
      await app.close();
      referee.stop();
      stopped.abort();
      store.close();
    },
  };
}

function toAll(...buses: Bus[]): Bus {
  return {
    publish: (message) => {
      for (const bus of buses) bus.publish(message);
    },
  };
}
