import { LiveError, LiveErrorCode, LiveSession, type User } from 'live-battles/core';
import { LiveKitEngine } from 'live-battles/engines/livekit';
import type { AddScoresReply } from 'live-battles/referee';
import type { GiftOrder } from '../gift-rules/gift-order.js';
import { openCamera } from './camera.js';
import { checkCounted } from './gift-result.js';
import type { CameraSource, StudioWorld } from './studio-world.js';

/**
 * A world with LiveKit, the battle server and the gift backend. The latter two are reached through the site's address.
 */
export class LiveKitWorld implements StudioWorld {
  readonly spansTabs = true;

  openSession(user: User, cameraSource: () => CameraSource): LiveSession {
    const engine = new LiveKitEngine({
      token: () => fetchUserToken(user),
      captureCamera: () => openCamera(cameraSource(), user),
    });
    return new LiveSession({ engine });
  }

  async giveGift(order: GiftOrder): Promise<void> {
    const response = await post('/gifts', order);
    // Always read the body: an unread response is aborted at the timeout and looks like a failure.
    const body = (await response.json()) as Partial<AddScoresReply> & { code?: LiveErrorCode; message?: string };
    if (response.ok) return checkCounted({ results: body.results ?? [] });
    throw new LiveError(body.code ?? LiveErrorCode.internal, body.message ?? 'the gift was not taken');
  }
}

/**
 * Gets a user token from the development server, which believes every page. An app asks its own backend, which knows
 * who is logged in.
 */
async function fetchUserToken(user: User): Promise<string> {
  const response = await post('/v1/dev/tokens', user);
  if (!response.ok) throw new LiveError(LiveErrorCode.unauthenticated, 'the battle server gave no token');
  const { token } = (await response.json()) as { token: string };
  return token;
}

/** Posts, and once more if no answer comes. Everything posted here may arrive twice. */
async function post(path: string, body: object): Promise<Response> {
  const send = (): Promise<Response> =>
    fetch(path, {
      method: 'POST',
      headers: { 'content-type': 'application/json' },
      body: JSON.stringify(body),
      signal: AbortSignal.timeout(5000),
    });
  try {
    return await send().catch(send);
  } catch (cause) {
    throw new LiveError(LiveErrorCode.unreachable, 'the site did not answer', { cause });
  }
}
