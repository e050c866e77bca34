import { DataPacket_Kind, type ParticipantInfo } from 'livekit-server-sdk';
import { setTimeout as wait } from 'node:timers/promises';
import { limits, type Audience } from 'live-battles/core';
import { dataTopics, type LiveDocument, type VersionedAudience } from 'live-battles/protocol';
import type { Clock } from 'live-battles/referee';
import { LatestWins } from '../latest-wins.js';
import type { PushTiming } from '../push-timing.js';
import { isNotFound, isRefusal, unlessGone, type RoomService } from '../room-service.js';
import { audiencePacket } from './audience-packet.js';
import { RoomRegister } from './room-register.js';

export interface LiveAudienceOptions {
  service: Pick<RoomService, 'listParticipants' | 'sendData'>;
  clock: Pick<Clock, 'now'>;
  timing: Pick<PushTiming, 'audience' | 'retry'>;
  signal: AbortSignal;
  onFailure: (error: unknown) => void;
  /** LiveKit has answered. */
  onSuccess: () => void;
}

/** Bytes per millisecond that audience packets may cost each viewer on average: a long list is told less often. */
const bytesPerMs = 8;

/** Who is in one live without a seat: from LiveKit who is connected, from the document who has a seat. */
export class LiveAudience {
  readonly #packets: LatestWins;
  #register = new RoomRegister();
  /** Of the newest document. */
  #stage = { createdAt: -1, revision: -1, seated: new Set<string>() };
  /** Whether LiveKit has been asked who was there before any news came. */
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
      // Where nothing has changed, nothing is sent, which says nothing of LiveKit.
      onSuccess: () => undefined,
      isFinal: isRefusal,
    });
  }

  /** The newest document tells who has a seat. */
  follow({ live: { createdAt }, revision, seats }: LiveDocument): void {
    const stage = this.#stage;
    if (createdAt < stage.createdAt || (createdAt === stage.createdAt && revision <= stage.revision)) return;
    const seated = new Set(seats.flatMap(({ occupant }) => occupant?.userId ?? []));
    this.#stage = { createdAt, revision, seated };
    // Another live of this id has a room of its own.
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

  /** @throws what `list` throws. */
  async heal(list: () => Promise<readonly ParticipantInfo[]>): Promise<void> {
    const register = this.#register;
    await register.heal(list);
    if (register !== this.#register) return;
    this.#isListed = true;
    this.#packets.mark();
  }

  /** Asks LiveKit who is there, unless that is known. @throws when it does not answer. */
  async open(): Promise<void> {
    if (this.#isListed) return;
    this.#opening ??= this.heal(() => this.#list()).finally(() => (this.#opening = null));
    await this.#opening;
  }

  /** As it is now; null while LiveKit has not been asked. */
  read(): VersionedAudience | null {
    if (!this.#isListed) return null;
    const users = this.#register.users.filter(({ userId }) => !this.#stage.seated.has(userId));
    const audience: Audience = { count: users.length, members: users.slice(0, limits.audienceList) };
    const told = JSON.stringify(audience);
    // By the clock, so that a restarted server goes on from what its predecessor has told.
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
    // Without a room there is nobody to tell; whoever comes into the next one gets the audience with the way in.
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
