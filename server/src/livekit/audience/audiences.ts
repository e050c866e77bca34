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
 * Knows who is in each live without a seat, and tells the people there. Viewers are hidden in LiveKit's rooms: only the
 * server hears of them.
 */
export class Audiences implements Bus {
  readonly #lives = new Map<string, LiveAudience>();
  readonly #stopped = new AbortController();
  readonly #liveOptions: LiveAudienceOptions;

  constructor({ service, clock, outage, timing }: AudiencesOptions) {
    // As many pauses as lives may wait for it; Node would take more than ten for a leak.
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

  /** Whoever sits down leaves the audience. Where nobody has entered, nobody needs to know. */
  publish(message: BusMessage): void {
    if (message.topic === 'document') this.#lives.get(message.liveId)?.follow(message.document);
  }

  /** A webhook says that somebody has connected. */
  joined(document: LiveDocument, participant: ParticipantInfo): void {
    this.#live(document).joined(participant);
  }

  /** A webhook says that a connection of somebody has ended. */
  left(document: LiveDocument, participant: ParticipantInfo): void {
    this.#live(document).left(participant);
  }

  /** LiveKit has lost the room and everybody in it. */
  roomLost(liveId: string): void {
    this.#lives.get(liveId)?.roomLost();
  }

  /** @param list asks LiveKit for everybody in the room. @throws what it throws. */
  async heal(document: LiveDocument, list: () => Promise<readonly ParticipantInfo[]>): Promise<void> {
    await this.#live(document).heal(list);
  }

  /** Makes the audience known, which costs LiveKit one list the first time. @throws when it does not answer. */
  async open(document: LiveDocument): Promise<void> {
    await this.#live(document).open();
  }

  /** The audience as it is now; null while LiveKit has not been asked who is there. */
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
