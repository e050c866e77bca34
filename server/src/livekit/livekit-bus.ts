import type { Bus, BusMessage } from 'live-battles/referee';
import { LiveChannel, type LiveChannelOptions } from './live-channel.js';
import { PerLive } from './per-live.js';

/** Sends state to LiveKit: documents as room metadata, scores and personal documents as data packets. */
export class LiveKitBus implements Bus {
  readonly #channels: PerLive<LiveChannel>;

  constructor(options: LiveChannelOptions) {
    this.#channels = new PerLive((liveId) => new LiveChannel(liveId, options));
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
    this.#channels.forgetAllBut(liveIds);
  }

  #channel(liveId: string): LiveChannel {
    return this.#channels.of(liveId);
  }
}
