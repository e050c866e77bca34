import { AccessToken, type VideoGrant } from 'livekit-server-sdk';

export const keys = { apiKey: 'devkey', apiSecret: 'a-secret-for-this-machine-only-32chars' };

interface Claims {
  identity?: string;
  name?: string;
  avatarUrl?: string;
  grant?: VideoGrant;
  ttl?: number;
  secret?: string;
}

/** Mints a LiveKit access token, as an app's backend does with LiveKit's own SDK. `ttl` is in seconds. */
export async function mint({ identity, name, avatarUrl, grant, ttl = 60, secret }: Claims): Promise<string> {
  const token = new AccessToken(keys.apiKey, secret ?? keys.apiSecret, {
    ...(identity !== undefined && { identity }),
    ...(name !== undefined && { name }),
    ...(avatarUrl !== undefined && { attributes: { avatarUrl } }),
    ttl,
  });
  if (grant) token.addGrant(grant);
  return await token.toJwt();
}

export async function userToken(userId: string): Promise<string> {
  return await mint({ identity: userId, name: userId.toUpperCase() });
}

/** A backend token for all lives, or for one. */
export async function backendToken(liveId?: string): Promise<string> {
  return await mint({ identity: 'backend', grant: { roomAdmin: true, ...(liveId !== undefined && { room: liveId }) } });
}
