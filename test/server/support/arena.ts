import type { InjectOptions } from 'fastify';
import { createServer, type BattleServer, type BattleServerOptions } from '../../../server/src/battle-server.js';
import type { BattleConfig, LiveErrorCode, RequestBattleReply } from '../../../src/core/index.js';
import type { UserCommandOf, UserCommandType, ReplyTo } from '../../../src/protocol/index.js';
import { FakeClock } from '../../fake-clock.js';
import { FakeLiveKit } from './fake-livekit.js';
import { backendToken, keys } from './tokens.js';

export const liveOf = (userId: string): string => `${userId}_live`;

export interface Reply<T = unknown> {
  status: number;
  body: T;
}

/** The reply to a refused request. */
export type Refusal = Reply<{ code: LiveErrorCode; message: string }>;

const timing = { scores: 20, audience: 20, checkpoint: 60, closing: 30, retry: 10 };

/** A whole server in this process, with a fake LiveKit and a fake clock. Host `ann` owns live `ann_live`. */
export class Arena {
  readonly livekit = new FakeLiveKit();
  readonly clock = new FakeClock();
  readonly log: string[] = [];
  server!: BattleServer;

  static async open(options: Partial<BattleServerOptions> = {}): Promise<Arena> {
    const arena = new Arena();
    arena.server = await createServer({
      livekit: { ...keys, url: 'http://livekit.test:7880' },
      database: ':memory:',
      clock: arena.clock,
      roomService: arena.livekit,
      timing,
      // Missing users are shown as missing at the next step of the clock.
      grace: { shown: 0 },
      log: (line) => arena.log.push(line),
      ...options,
    });
    return arena;
  }

  async close(): Promise<void> {
    await this.server.stop();
  }

  /** Sends a request as if over the network. */
  async request<T = unknown>(token: string | null, options: InjectOptions): Promise<Reply<T>> {
    const headers = { ...(token !== null && { authorization: `Bearer ${token}` }), ...options.headers };
    const response = await this.server.app.inject({ ...options, headers });
    return { status: response.statusCode, body: response.json() };
  }

  async get<T = unknown>(token: string, url: string): Promise<Reply<T>> {
    return await this.request<T>(token, { method: 'GET', url });
  }

  async post<T = unknown>(token: string, url: string, body?: object): Promise<Reply<T>> {
    return await this.request<T>(token, { method: 'POST', url, ...(body && { payload: body }) });
  }

  /** Runs a host's command without HTTP. */
  async command<T extends UserCommandType>(
    userId: string,
    command: UserCommandOf<T> & { type: T },
  ): Promise<ReplyTo<T>> {
    const user = { userId, userName: userId.toUpperCase(), avatarUrl: '' };
    return await this.server.referee.executeForUser<T>(user, command);
  }

  async goLive(...userIds: string[]): Promise<void> {
    for (const userId of userIds) await this.command(userId, { type: 'create-live', liveId: liveOf(userId) });
  }

  /** All hosts go live. The first one invites the others, and they accept. */
  async link(first: string, ...others: string[]): Promise<void> {
    await this.goLive(first, ...others);
    for (const other of others) {
      const [liveId, toLiveId] = [liveOf(first), liveOf(other)];
      await this.command(first, { type: 'request-host-connection', liveId, targetLiveIds: [toLiveId] });
      await this.command(other, { type: 'accept-host-connection', liveId: toLiveId, fromLiveId: liveId });
    }
  }

  /** Requests a battle and returns its id. With `needResponse: false` the battle has begun when this resolves. */
  async challenge(first: string, userIds: string[], config: Partial<BattleConfig> = {}) {
    const liveId = liveOf(first);
    const reply: RequestBattleReply = await this.command(first, { type: 'request-battle', liveId, userIds, config });
    return reply.battleId;
  }

  /** Links ann and bob and starts a battle of 60 seconds. Returns its id. */
  async battle(config: Partial<BattleConfig> = {}): Promise<string> {
    await this.link('ann', 'bob');
    return await this.challenge('ann', ['bob'], { duration: 60, needResponse: false, ...config });
  }

  /** Whether the live's document shows the host as missing. */
  async isLost(userId: string): Promise<boolean> {
    await this.clock.advance(0);
    const view = await this.server.referee.view(liveOf(userId));
    return (view?.document.hostLostAt ?? null) !== null;
  }

  async score(battleId: string, entries: object[], token?: string): Promise<Refusal> {
    return await this.post(token ?? (await backendToken()), `/v1/battles/${battleId}/scores`, { entries });
  }

  /** Everything that a refused request must not change. */
  async state(...userIds: string[]): Promise<unknown> {
    const views = await Promise.all(userIds.map((userId) => this.server.referee.view(liveOf(userId))));
    const battleIds = new Set(views.flatMap((view) => view?.document.battle?.battleId ?? []));
    const ledgers = await Promise.all([...battleIds].map((battleId) => this.server.referee.ledger(battleId)));
    return structuredClone({ views, ledgers, running: await this.server.referee.runningLiveIds() });
  }
}
