import type { LiveDocument } from 'live-battles/protocol';
import { isNotFound, unlessGone, type RoomService } from './room-service.js';

/** Seconds an empty room is kept. A live outlasts its host's absence for minutes, and its room must not go first. */
const emptyRoomTimeout = 600;

/** The LiveKit rooms of lives. A room is called like its live, and its metadata is the live's document. */
export class LiveRooms {
  readonly #creating = new Map<string, Promise<void>>();

  constructor(private readonly service: RoomService) {}

  /** Makes the room unless it is there: LiveKit forgets its rooms when it restarts. */
  async ensure(document: LiveDocument): Promise<void> {
    const { liveId } = document.live;
    // A crowd that joins at once asks LiveKit once.
    const creating = this.#creating.get(liveId) ?? this.#create(document);
    this.#creating.set(liveId, creating);
    await creating;
  }

  /** Brings the document into the room, which is made if LiveKit has lost it; an ended live needs none. */
  async push(document: LiveDocument): Promise<void> {
    const { liveId, endedAt } = document.live;
    const update = (): Promise<unknown> => this.service.updateRoomMetadata(liveId, JSON.stringify(document));
    try {
      await update();
    } catch (error) {
      if (!isNotFound(error)) throw error;
      if (endedAt !== null) return;
      await this.ensure(document);
      // Somebody else may have made it meanwhile, with an older document.
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
