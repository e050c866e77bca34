import { setMaxListeners } from 'node:events';
import type { ParticipantInfo } from 'livekit-server-sdk';
import type { LiveDocument, VersionedAudience } from 'live-battles/protocol';
import type { Bus, BusMessage } from 'live-battles/referee';
import type { Outage } from '../outage.js';
import { defaultPushTiming, type PushTiming } from '../push-timing.js';
import { LiveAudience, type LiveAudienceOptions } from './live-audience.js';

export interface AudiencesOptions extends Pick<LiveAudienceOptions, 'service' | 'clock'> {
  outage: Outage;
  timing?: Partial<PushTiming>;
}

/**
 * The audiences of all lives. Viewers are hidden in LiveKit's rooms: only the server hears of them, and it tells the
 * participants.
 */
export class Audiences implements Bus {
  readonly #lives = new Map<string, LiveAudience>();
  readonly #stopped = new AbortController();
  readonly #liveOptions: LiveAudienceOptions;

  constructor({ service, clock, outage, timing }: AudiencesOptions) {
    // Every live may listen to this signal. Node warns of a leak at more than ten listeners.
    setMaxListeners(0, this.#stopped.signal);
    this.#liveOptions = {
      service,
      clock,
      timing: { ...defaultPushTiming, ...timing },
      signal: this.#stopped.signal,
      onFailure: (error) => {
        outage.failed(error);
      },
      onSuccess: () => {
        outage.over();
      },
    };
  }

  /** A user who takes a seat leaves the audience. A live that no user has entered is not followed. */
  publish(message: BusMessage): void {
    if (message.topic === 'document') this.#lives.get(message.liveId)?.follow(message.document);
  }

  /** A webhook says that a participant has connected. */
  joined(document: LiveDocument, participant: ParticipantInfo): void {
    this.#live(document).joined(participant);
  }

  /** A webhook says that a participant's connection has ended. */
  left(document: LiveDocument, participant: ParticipantInfo): void {
    this.#live(document).left(participant);
  }

  /** LiveKit has lost the room and everybody in it. */
  roomLost(liveId: string): void {
    this.#lives.get(liveId)?.roomLost();
  }

  /** Takes over LiveKit's list. @param list Asks LiveKit for all participants. @throws what `list` throws. */
  async heal(document: LiveDocument, list: () => Promise<readonly ParticipantInfo[]>): Promise<void> {
    await this.#live(document).heal(list);
  }

  /** Asks LiveKit for the participants, unless they are known. @throws when LiveKit does not answer. */
  async open(document: LiveDocument): Promise<void> {
    await this.#live(document).open();
  }

  /** The audience as it is now; null until LiveKit has been asked. */
  of(document: LiveDocument): VersionedAudience | null {
    const live = this.#lives.get(document.live.liveId);
    live?.follow(document);
    return live?.read() ?? null;
  }

  forgetAllBut(liveIds: ReadonlySet<string>): void {
    for (const liveId of this.#lives.keys()) if (!liveIds.has(liveId)) this.#lives.delete(liveId);
  }

  stop(): void {
    this.#stopped.abort();
  }

  #live(document: LiveDocument): LiveAudience {
    const { liveId } = document.live;
    const live = this.#lives.get(liveId) ?? new LiveAudience(liveId, this.#liveOptions);
    this.#lives.set(liveId, live);
    live.follow(document);
    return live;
  }
}
