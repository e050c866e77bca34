import { setMaxListeners } from 'node:events';
import type { Bus, BusMessage } from 'live-battles/referee';
import type { ReadLiveSnapshot } from './live-snapshot.js';
import { LiveChannel, type LiveChannelOptions } from './live-channel.js';
import type { LiveRooms } from './live-rooms.js';
import type { Outage } from './outage.js';
import { defaultPushTiming, type PushTiming } from './push-timing.js';
import type { RoomService } from './room-service.js';

export interface LiveKitBusOptions {
  service: RoomService;
  rooms: LiveRooms;
  readLive: ReadLiveSnapshot;
  outage: Outage;
  timing?: Partial<PushTiming>;
}

/** Sends state to LiveKit: documents as room metadata, scores and personal documents as data packets. */
export class LiveKitBus implements Bus {
  readonly #channels = new Map<string, LiveChannel>();
  readonly #stopped = new AbortController();
  readonly #channelOptions: LiveChannelOptions;

  constructor({ service, rooms, readLive, outage, timing }: LiveKitBusOptions) {
    // Every live may listen to this signal. Node warns of a leak at more than ten listeners.
    setMaxListeners(0, this.#stopped.signal);
    this.#channelOptions = {
      service,
      rooms,
      readLive,
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

  publish(message: BusMessage): void {
    switch (message.topic) {
      case 'document':
        this.#channel(message.liveId).documentChanged(message.document);
        break;
      case 'personal':
        this.#channel(message.liveId).personalChanged(message.userId, message.personal);
        break;
      case 'scores':
        this.#channel(message.liveId).boardChanged(message.board, message.highlights);
    }
  }

  /** Sends a live's current document, changed or not; closes the room of a live that has ended. */
  refresh(liveId: string): void {
    this.#channel(liveId).refresh();
  }

  /** Forgets lives that have ended and whose rooms are gone. */
  forgetAllBut(liveIds: ReadonlySet<string>): void {
    for (const liveId of this.#channels.keys()) if (!liveIds.has(liveId)) this.#channels.delete(liveId);
  }

  stop(): void {
    this.#stopped.abort();
  }

  #channel(liveId: string): LiveChannel {
    const channel = this.#channels.get(liveId) ?? new LiveChannel(liveId, this.#channelOptions);
    this.#channels.set(liveId, channel);
    return channel;
  }
}
