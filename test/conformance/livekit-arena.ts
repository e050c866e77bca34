import { LiveSession } from '../../src/core/index.js';
import { LiveKitEngine } from '../../src/engines/livekit/index.js';
import { toServerError } from '../../src/engines/livekit/server/server-error.js';
import type { AddScoresReply, ApplyEffectReply, LinkLivesReply, StartBattleReply } from '../../src/referee/index.js';
import type { Arena, Need, Page } from './arena.js';
import { FakeVisibility } from './fake-visibility.js';

export interface LiveKitArenaOptions {
  /** Address of a battle server with `--dev`, which mints a user token for every request. */
  serverUrl: string;
  /** Token with which the app's backend calls the score API. */
  backendToken: string;
}

/**
 * Runs scenarios on a battle server and its LiveKit. These outlive an arena, so each arena uses new user and live ids.
 */
export class LiveKitArena implements Arena {
  readonly offers: ReadonlySet<Need> = new Set<Need>(['camera', 'microphone']);
  readonly #suffix = `${Date.now().toString(36)}${Math.floor(Math.random() * 36 ** 4).toString(36)}`;
  readonly #pages: Page[] = [];

  constructor(private readonly options: LiveKitArenaOptions) {}

  async open(name: string): Promise<Page> {
    const userId = `${name}_${this.#suffix}`;
    const { serverUrl } = this.options;
    const visibility = new FakeVisibility();
    const engine = new LiveKitEngine({ serverUrl, token: () => this.#userToken(userId), visibility });
    const { setHidden } = visibility;
    const page = { session: new LiveSession({ engine }), userId, liveId: `${userId}_live`, setHidden };
    this.#pages.push(page);
    await page.session.login();
    return page;
  }

  addScores: Arena['addScores'] = async (battleId, entries) =>
    (await this.#asBackend('POST', `/battles/${battleId}/scores`, { entries })) as AddScoresReply;

  applyEffect: Arena['applyEffect'] = async (battleId, effect) =>
    (await this.#asBackend('POST', `/battles/${battleId}/effects`, effect)) as ApplyEffectReply;

  linkLives: Arena['linkLives'] = async (liveIds) =>
    (await this.#asBackend('POST', '/links', { liveIds })) as LinkLivesReply;

  startBattle: Arena['startBattle'] = async (liveId, opponents, config) =>
    (await this.#asBackend('POST', '/battles', { liveId, opponents, config })) as StartBattleReply;

  endBattle: Arena['endBattle'] = async (battleId) => {
    await this.#asBackend('POST', `/battles/${battleId}/end`);
  };

  async dispose(): Promise<void> {
    await Promise.all(this.#pages.map(({ session }) => session.logout()));
    const liveIds = new Set(this.#pages.map(({ liveId }) => liveId));
    // Most of these lives never began, or are over already.
    await Promise.allSettled([...liveIds].map((liveId) => this.#asBackend('DELETE', `/lives/${liveId}`)));
  }

  async #userToken(userId: string): Promise<string> {
    const response = await this.#send('POST', '/dev/tokens', {}, { userId, userName: userId });
    const { token } = (await response.json()) as { token: string };
    return token;
  }

  async #asBackend(method: string, path: string, body?: object): Promise<unknown> {
    const response = await this.#send(method, path, { authorization: `Bearer ${this.options.backendToken}` }, body);
    return await response.json();
  }

  async #send(method: string, path: string, headers: Record<string, string>, body?: object): Promise<Response> {
    const response = await fetch(`${this.options.serverUrl}/v1${path}`, {
      method,
      headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw await toServerError(response);
    return response;
  }
}
