import type { LiveDocument } from 'live-battles/protocol';
import { isNotFound, unlessGone, type RoomService } from './room-service.js';

/** Seconds that LiveKit keeps an empty room. A live waits minutes for its lost host, and its room must last as long. */
const emptyRoomTimeout = 600;

/** The LiveKit rooms of lives. A room's name is the live's id, and its metadata is the live's document. */
export class LiveRooms {
  readonly #creating = new Map<string, Promise<void>>();

  constructor(private readonly service: RoomService) {}

  /** Makes the room if it is missing: LiveKit forgets its rooms when it restarts. */
  async ensure(document: LiveDocument): Promise<void> {
    const { liveId } = document.live;
    // Users who join at the same moment share one call.
    const creating = this.#creating.get(liveId) ?? this.#create(document);
    this.#creating.set(liveId, creating);
    await creating;
  }

  /** Writes the document into the room's metadata. If LiveKit has lost the room of a running live, it is made again. */
  async push(document: LiveDocument): Promise<void> {
    const { liveId, endedAt } = document.live;
    const update = (): Promise<unknown> => this.service.updateRoomMetadata(liveId, JSON.stringify(document));
    try {
      await update();
    } catch (error) {
      if (!isNotFound(error)) throw error;
      if (endedAt !== null) return;
      await this.ensure(document);
      // A join may have made the room meanwhile, with an older document.
      await update();
    }
  }

  async close(liveId: string): Promise<void> {
    await unlessGone(this.service.deleteRoom(liveId));
  }

  async #create(document: LiveDocument): Promise<void> {
    const { liveId } = document.live;
    try {
      await this.service.createRoom({
        name: liveId,
        metadata: JSON.stringify(document),
        emptyTimeout: emptyRoomTimeout,
        departureTimeout: emptyRoomTimeout,
      });
    } finally {
      this.#creating.delete(liveId);
    }
  }
}
