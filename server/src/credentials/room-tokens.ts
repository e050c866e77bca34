import { AccessToken, TrackSource, type VideoGrant } from 'livekit-server-sdk';
import { linkedIdentity, liveIdAttribute, type User } from '../../../src/core/vocabulary.js';
import type { LiveKitKeys } from './livekit-keys.js';

/** Long enough to connect with; LiveKit itself keeps a connected client's token fresh. */
const joinTtl = '2m';
/** A linked host's is shorter, because the link may end. */
const linkTtl = '60s';

/** Nobody but the server writes data or metadata: what a page reads there is the referee's word. */
const powerless = { canPublishData: false, canUpdateOwnMetadata: false } as const;

const onAir = { canPublish: true, canPublishSources: [TrackSource.CAMERA, TrackSource.MICROPHONE] };

/** Mints the tokens with which LiveKit lets people into the rooms of lives. */
export class RoomTokens {
  constructor(private readonly keys: LiveKitKeys) {}

  /** For the owner of a live. */
  async host(user: User, liveId: string): Promise<string> {
    const grant = { room: liveId, ...onAir, canSubscribe: true };
    return await this.#mint(user.userId, user, joinTtl, grant, liveId);
  }

  async audience(user: User, liveId: string): Promise<string> {
    const grant = { room: liveId, canPublish: false, canSubscribe: true };
    return await this.#mint(user.userId, user, joinTtl, grant);
  }

  /** For the owner of `liveId` to appear in the room of a live that is linked with it. */
  async linkedHost(user: User, liveId: string, toLiveId: string): Promise<string> {
    const grant = { room: toLiveId, ...onAir, canSubscribe: false };
    return await this.#mint(linkedIdentity(user.userId, liveId), user, linkTtl, grant, liveId);
  }

  async #mint(identity: string, user: User, ttl: string, grant: VideoGrant, hostOf?: string): Promise<string> {
    const attributes = hostOf === undefined ? undefined : { [liveIdAttribute]: hostOf };
    const token = new AccessToken(this.keys.apiKey, this.keys.apiSecret, {
      identity,
      name: user.userName,
      ttl,
      ...(attributes && { attributes }),
    });
    token.addGrant({ ...grant, roomJoin: true, ...powerless });
    return await token.toJwt();
  }
}
