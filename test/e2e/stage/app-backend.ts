import { AccessToken } from 'livekit-server-sdk';
import type { ScoreBoard } from '../../../src/core/index.js';
import type { AddScoresReply } from '../../../src/referee/index.js';

interface Keys {
  apiKey: string;
  apiSecret: string;
}

/** The backend of an app: mints user tokens and turns gifts into points. */
export class AppBackend {
  #events = 0;

  constructor(
    private readonly serverUrl: string,
    private readonly keys: Keys,
  ) {}

  async userToken(userId: string, userName = userId): Promise<string> {
    const { apiKey, apiSecret } = this.keys;
    return await new AccessToken(apiKey, apiSecret, { identity: userId, name: userName, ttl: '1h' }).toJwt();
  }

  /** A backend token, for the score API and other backend requests. */
  async token(): Promise<string> {
    const { apiKey, apiSecret } = this.keys;
    const token = new AccessToken(apiKey, apiSecret, { identity: 'backend', ttl: '5m' });
    token.addGrant({ roomAdmin: true });
    return await token.toJwt();
  }

  /** Gives one host points. Resolves with the totals once the points have counted, by this call or an earlier one. */
  async addScore(
    battleId: string,
    userId: string,
    points: number,
    eventId = `gift-${++this.#events}`,
  ): Promise<Readonly<Record<string, number>>> {
    const entry = { eventId, userId, points };
    const path = `/battles/${battleId}/scores`;
    const { results, totals } = await this.#call<AddScoresReply>('POST', path, { entries: [entry] });
    const status = results[0]?.status;
    if (status !== 'counted' && status !== 'duplicate') throw new Error(`${eventId}: ${status}`);
    return totals;
  }

  /** The totals that the battle server answers with. */
  async totals(battleId: string): Promise<Readonly<Record<string, number>>> {
    const { board } = await this.#call<{ board: ScoreBoard | null }>('GET', `/battles/${battleId}`);
    return board?.totals ?? {};
  }

  async endLive(liveId: string): Promise<void> {
    await this.#call('DELETE', `/lives/${liveId}`);
  }

  async #call<T>(method: string, path: string, body?: object): Promise<T> {
    const headers = { authorization: `Bearer ${await this.token()}` };
    const response = await fetch(`${this.serverUrl}/v1${path}`, {
      method,
      headers: body ? { ...headers, 'content-type': 'application/json' } : headers,
      signal: AbortSignal.timeout(5000),
      ...(body && { body: JSON.stringify(body) }),
    });
    if (!response.ok) throw new Error(`${method} ${path}: ${response.status} ${await response.text()}`);
    return (await response.json()) as T;
  }
}
