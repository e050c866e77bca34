import type { LiveDocument, RoomAccess } from '../../../protocol/index.js';
import type { CopyQuality } from './copy-quality.js';
import { LinkedRoom, type LinkedRoomOptions } from './linked-room.js';
import { linkedTargets } from './linked-targets.js';

export interface LinkedRoomsOptions extends Omit<LinkedRoomOptions, 'requestAccess' | 'quality'> {
  requestAccess: (toLiveId: string) => Promise<RoomAccess>;
}

/** Keeps a user in the rooms of all lives that are linked with theirs, and in no others. */
export class LinkedRooms {
  readonly #open = new Map<string, { room: LinkedRoom; quality: CopyQuality }>();

  constructor(private readonly options: LinkedRoomsOptions) {}

  /** Follows the document's link; null when the user is in no linked room any more. */
  update(document: LiveDocument | null): void {
    const wanted = document ? linkedTargets(document) : [];
    for (const [key, { room }] of this.#open) {
      if (wanted.some((live) => live.key === key)) continue;
      this.#open.delete(key);
      void room.close();
    }
    for (const { key, liveId, quality } of wanted) {
      const open = this.#open.get(key);
      if (!open) this.#open.set(key, { room: this.#enter(liveId, quality), quality });
      else if (!isSame(open.quality, quality)) {
        open.quality = quality;
        open.room.resize(quality);
      }
    }
  }

  /** To be called after a device was switched on or off. */
  publish(): void {
    for (const { room } of this.#open.values()) room.publish();
  }

  async close(): Promise<void> {
    const rooms = [...this.#open.values()];
    this.#open.clear();
    await Promise.all(rooms.map(({ room }) => room.close()));
  }

  #enter(liveId: string, quality: CopyQuality): LinkedRoom {
    const { requestAccess, ...rest } = this.options;
    return new LinkedRoom({ ...rest, quality, requestAccess: () => requestAccess(liveId) });
  }
}

function isSame(a: CopyQuality, b: CopyQuality): boolean {
  return a.width === b.width && a.height === b.height && a.frameRate === b.frameRate && a.maxBitrate === b.maxBitrate;
}
