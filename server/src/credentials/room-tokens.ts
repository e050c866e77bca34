import { AccessToken, type VideoGrant } from 'livekit-server-sdk';
import type { User } from 'live-battles/core';
import { avatarUrlAttribute, linkedIdentity, liveIdAttribute, type Publisher } from 'live-battles/protocol';
import { trackSources } from '../livekit/publish-rights.js';
import type { LiveKitKeys } from './livekit-keys.js';

/** How long a room token is valid: long enough to connect. LiveKit renews the token of a connected client itself. */
const joinTtl = '2m';
/** How long a token for the room of a linked live is valid: shorter, because the link may end. */
const linkTtl = '60s';

/** Only the server writes data and metadata, so that a page can trust what it reads there. */
const powerless = { canPublishData: false, canUpdateOwnMetadata: false } as const;

type Devices = Publisher['devices'];

/** Mints the tokens with which LiveKit lets users into the rooms of lives. */
export class RoomTokens {
  constructor(private readonly keys: LiveKitKeys) {}

  /** For the owner of a live. */
  async host(user: User, liveId: string): Promise<string> {
    const grant = { room: liveId, ...onAir(['camera', 'microphone']), canSubscribe: true };
    return await this.#mint(user.userId, user, joinTtl, grant, liveId);
  }

  /** For a user with a seat in another user's live. */
  async guest(user: User, liveId: string, devices: Devices): Promise<string> {
    return await this.#mint(user.userId, user, joinTtl, { room: liveId, ...onAir(devices), canSubscribe: true });
  }

  /** For a viewer. LiveKit announces a hidden participant to no other, so that another viewer costs them nothing. */
  async audience(user: User, liveId: string): Promise<string> {
    const grant = { room: liveId, ...onAir([]), canSubscribe: true, hidden: true };
    return await this.#mint(user.userId, user, joinTtl, grant);
  }

  /** For a user on a seat of `liveId`, to appear in the room of the linked live `toLiveId`. */
  async linked(user: User, liveId: string, toLiveId: string, devices: Devices): Promise<string> {
    const grant = { room: toLiveId, ...onAir(devices), canSubscribe: false };
    return await this.#mint(linkedIdentity(user.userId, liveId), user, linkTtl, grant, liveId);
  }

  async #mint(identity: string, user: User, ttl: string, grant: VideoGrant, hostOf?: string): Promise<string> {
    const attributes = {
      ...(user.avatarUrl !== '' && { [avatarUrlAttribute]: user.avatarUrl }),
      ...(hostOf !== undefined && { [liveIdAttribute]: hostOf }),
    };
    const { apiKey, apiSecret } = this.keys;
    const token = new AccessToken(apiKey, apiSecret, { identity, name: user.userName, ttl, attributes });
    token.addGrant({ ...grant, roomJoin: true, ...powerless });
    return await token.toJwt();
  }
}

function onAir(devices: Devices) {
  if (devices.length === 0) return { canPublish: false };
  return { canPublish: true, canPublishSources: trackSources(devices) };
}
