import { AccessToken } from 'livekit-server-sdk';
import type { User } from 'live-battles/core';
import type { LiveKitKeys } from './livekit-keys.js';

/** Mints a user token, as an app's own backend does. The server itself mints them in development only. */
export async function mintUserToken(
  { apiKey, apiSecret }: LiveKitKeys,
  { userId, userName, avatarUrl }: User,
): Promise<string> {
  const attributes = avatarUrl === '' ? {} : { avatarUrl };
  return await new AccessToken(apiKey, apiSecret, { identity: userId, name: userName, ttl: '6h', attributes }).toJwt();
}
