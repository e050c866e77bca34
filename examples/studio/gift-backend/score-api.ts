import { AccessToken } from 'livekit-server-sdk';
import type { GiftEffect, GiftScore } from '../gift-rules/gift-order.js';

export interface ScoreApiOptions {
  /** Address of the battle server. */
  apiUrl: string;
  apiKey: string;
  apiSecret: string;
}

/** The battle server's answer, unchanged. */
export interface ScoreReply {
  status: number;
  body: unknown;
}

/** Posts points and effects to the battle server with a backend token: LiveKit's `roomAdmin` grant for all rooms. */
export class ScoreApi {
  constructor(private readonly options: ScoreApiOptions) {}

  /** @throws TypeError when the battle server can't be reached. */
  async addScore(battleId: string, score: GiftScore): Promise<ScoreReply> {
    return await this.#post(battleId, 'scores', { entries: [score] });
  }

  /** @throws TypeError when the battle server can't be reached. */
  async applyEffect(battleId: string, effect: GiftEffect): Promise<ScoreReply> {
    return await this.#post(battleId, 'effects', effect);
  }

  async #post(battleId: string, what: 'scores' | 'effects', body: object): Promise<ScoreReply> {
    const url = new URL(`/v1/battles/${encodeURIComponent(battleId)}/${what}`, this.options.apiUrl);
    const response = await fetch(url, {
      method: 'POST',
      headers: { authorization: `Bearer ${await this.#token()}`, 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    });
    return { status: response.status, body: await response.json() };
  }

  #token(): Promise<string> {
    const { apiKey, apiSecret } = this.options;
    const token = new AccessToken(apiKey, apiSecret, { identity: 'gift-backend', ttl: 60 });
    token.addGrant({ roomAdmin: true });
    return token.toJwt();
  }
}
