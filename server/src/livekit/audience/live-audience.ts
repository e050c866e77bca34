import { DataPacket_Kind, type ParticipantInfo } from 'livekit-server-sdk';
import { setTimeout as wait } from 'node:timers/promises';
import { limits, type Audience } from 'live-battles/core';
import { dataTopics, type LiveDocument, type VersionedAudience } from 'live-battles/protocol';
import type { Clock } from 'live-battles/referee';
import { LatestWins } from '../latest-wins.js';
import type { Pushing } from '../pushing.js';
import { isNotFound, isRefusal, unlessGone, type RoomService } from '../room-service.js';
import { audiencePacket } from './audience-packet.js';
import { RoomRegister } from './room-register.js';

export interface LiveAudienceOptions extends Pushing {
  service: Pick<RoomService, 'listParticipants' | 'sendData'>;
  clock: Pick<Clock, 'now'>;
}

/** Bytes per millisecond that audience packets may cost each viewer on average. A long list is sent less often. */
const bytesPerMs = 8;

/** The audience of one live. LiveKit tells who is connected, the document tells who of them has a seat. */
export class LiveAudience {
  readonly #packets: LatestWins;
  #register = new RoomRegister();
  /** What the newest document says; `seated` holds user ids. */
  #stage = { createdAt: -1, revision: -1, seated: new Set<string>() };
  /** Whether the register holds LiveKit's list. Webhooks alone miss the users who joined earlier. */
  #isListed = false;
  #opening: Promise<void> | null = null;
  #last: { version: number; told: string } = { version: 0, told: '' };
  #sentVersion: number | null = null;

  constructor(
    private readonly liveId: string,
    private readonly options: LiveAudienceOptions,
  ) {
    const { timing, signal, onFailure } = options;
    this.#packets = new LatestWins({
      send: () => this.#send(),
      pause: timing.audience,
      retryAfter: timing.retry,
      signal,
      onFailure,
      // Without a change `#send` calls nothing, so its success does not show that LiveKit answers.
      onSuccess: () => undefined,
      isFinal: isRefusal,
    });
  }

  /** Takes the occupants of the seats from a document, unless it is an old one. */
  follow({ live: { createdAt }, revision, seats }: LiveDocument): void {
    const stage = this.#stage;
    if (createdAt < stage.createdAt || (createdAt === stage.createdAt && revision <= stage.revision)) return;
    const seated = new Set(seats.flatMap(({ occupant }) => occupant?.userId ?? []));
    this.#stage = { createdAt, revision, seated };
    // A new live of the same id has a new room.
    if (createdAt !== stage.createdAt) {
      this.#register = new RoomRegister();
      this.#isListed = false;
    }
    const isSame = seated.size === stage.seated.size && [...seated].every((userId) => stage.seated.has(userId));
    if (!isSame && this.#isListed) this.#packets.mark();
  }

  joined(participant: ParticipantInfo): void {
    this.#register.joined(participant);
    this.#packets.mark();
  }

  left(participant: ParticipantInfo): void {
    this.#register.left(participant);
    this.#packets.mark();
  }

  /** LiveKit has lost the room and everybody in it. */
  roomLost(): void {
    this.#isListed = false;
  }

  /** Takes over LiveKit's list. @throws what `list` throws. */
  async heal(list: () => Promise<readonly ParticipantInfo[]>): Promise<void> {
    const register = this.#register;
    await register.heal(list);
    if (register !== this.#register) return;
    this.#isListed = true;
    this.#packets.mark();
  }

  /** Asks LiveKit for the participants, unless they are known. @throws when LiveKit does not answer. */
  async open(): Promise<void> {
    if (this.#isListed) return;
    this.#opening ??= this.heal(() => this.#list()).finally(() => (this.#opening = null));
    await this.#opening;
  }

  /** The audience as it is now; null until LiveKit has been asked. */
  read(): VersionedAudience | null {
    if (!this.#isListed) return null;
    const users = this.#register.users.filter(({ userId }) => !this.#stage.seated.has(userId));
    const audience: Audience = { count: users.length, members: users.slice(0, limits.audienceList) };
    const told = JSON.stringify(audience);
    // At least the clock's time: after a restart, versions must be higher than those sent before.
    if (told !== this.#last.told) {
      this.#last = { version: Math.max(this.#last.version + 1, this.options.clock.now()), told };
    }
    return { version: this.#last.version, ...audience };
  }

  async #send(): Promise<void> {
    await this.open();
    const audience = this.read();
    if (!audience || audience.version === this.#sentVersion) return;
    const { service, timing, signal, onSuccess } = this.options;
    const packet = audiencePacket(audience);
    const sending = service.sendData(this.liveId, packet, DataPacket_Kind.RELIABLE, { topic: dataTopics.audience });
    // Without a room no participant misses the packet: a user who joins later gets the audience with the reply.
    await unlessGone(sending);
    this.#sentVersion = audience.version;
    onSuccess();
    const longer = packet.length / bytesPerMs - timing.audience;
    if (longer > 0) await wait(longer, undefined, { signal });
  }

  async #list(): Promise<readonly ParticipantInfo[]> {
    try {
      return await this.options.service.listParticipants(this.liveId);
    } catch (error) {
      if (isNotFound(error)) return [];
      throw error;
    }
  }
}
