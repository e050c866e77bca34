import { LiveSession } from '../../src/core/index.js';
import { LiveKitEngine } from '../../src/engines/livekit/index.js';
import { toServerError } from '../../src/engines/livekit/server/server-error.js';
import type { AddScoresReply, LinkLivesReply, StartBattleReply } from '../../src/referee/index.js';
import type { Arena, Need, Page } from './arena.js';
import { FakeVisibility } from './fake-visibility.js';

export interface LiveKitArenaOptions {
  /** A battle server with `--dev`, which mints user tokens for whoever asks. */
  serverUrl: string;
  /** What the app's backend shows to the score API. */
  backendToken: string;
}

/** A battle server and its LiveKit. They outlive an arena, so its people get names that nobody had before. */
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

  linkLives: Arena['linkLives'] = async (liveIds) =>
    (await this.#asBackend('POST', '/links', { liveIds })) as LinkLivesReply;

  startBattle: Arena['startBattle'] = async (liveId, opponents, config) =>
    (await this.#asBackend('POST', '/battles', { liveId, opponents, config })) as StartBattleReply;

  async dispose(): Promise<void> {
    await Promise.all(this.#pages.map(({ session }) => session.logout()));
    const liveIds = new Set(this.#pages.map(({ liveId }) => liveId));
    // Most of these lives never were, or are over.
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
