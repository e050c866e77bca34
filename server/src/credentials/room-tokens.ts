import { AccessToken, type VideoGrant } from 'livekit-server-sdk';
import type { User } from 'live-battles/core';
import { avatarUrlAttribute, linkedIdentity, liveIdAttribute, type Publisher } from 'live-battles/protocol';
import { trackSources } from '../livekit/publish-rights.js';
import type { LiveKitKeys } from './livekit-keys.js';

/** Long enough to connect with; LiveKit itself keeps a connected client's token fresh. */
const joinTtl = '2m';
/** Of somebody from a linked live, shorter, because the link may end. */
const linkTtl = '60s';

/** Nobody but the server writes data or metadata: what a page reads there is the referee's word. */
const powerless = { canPublishData: false, canUpdateOwnMetadata: false } as const;

type Devices = Publisher['devices'];

/** Mints the tokens with which LiveKit lets people into the rooms of lives. */
export class RoomTokens {
  constructor(private readonly keys: LiveKitKeys) {}

  /** For the owner of a live. */
  async host(user: User, liveId: string): Promise<string> {
    const grant = { room: liveId, ...onAir(['camera', 'microphone']), canSubscribe: true };
    return await this.#mint(user.userId, user, joinTtl, grant, liveId);
  }

  /** For whoever has a seat in somebody else's live. */
  async guest(user: User, liveId: string, devices: Devices): Promise<string> {
    return await this.#mint(user.userId, user, joinTtl, { room: liveId, ...onAir(devices), canSubscribe: true });
  }

  /** Hidden: LiveKit tells nobody of them, so that one viewer more costs the others nothing. */
  async audience(user: User, liveId: string): Promise<string> {
    const grant = { room: liveId, ...onAir([]), canSubscribe: true, hidden: true };
    return await this.#mint(user.userId, user, joinTtl, grant);
  }

  /** For somebody on a seat of `liveId` to appear in the room of a live that is linked with it. */
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
