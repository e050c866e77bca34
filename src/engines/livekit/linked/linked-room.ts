import type { Room } from 'livekit-client';
import type { RoomAccess } from '../../../protocol/index.js';
import type { CopyQuality } from './copy-quality.js';
import type { LiveKitClient } from '../room/livekit-client.js';
import type { SourceTracks } from '../publish/capture.js';
import { onPageLeave } from '../room/page-leave.js';
import { PictureCopy } from './picture-copy.js';
import { PublishedClone } from '../publish/published-clone.js';
import { RetryPause } from '../room/retry-pause.js';
import { listenToRoom } from '../room/room-listeners.js';
import { roomOptions } from '../room/room-options.js';

export interface LinkedRoomOptions {
  loadClient: () => Promise<LiveKitClient>;
  rtcConfig: RTCConfiguration;
  sources: SourceTracks;
  /** Asks the server for access to the room. Rejects unless the server knows the lives as linked. */
  requestAccess: () => Promise<RoomAccess>;
  quality: CopyQuality;
}

/** This user in the room of a linked live. Publishes sound and a small copy of the picture, and receives nothing. */
export class LinkedRoom {
  readonly #pause = new RetryPause();
  #quality: CopyQuality;
  #room: Room | null = null;
  #picture: PictureCopy | null = null;
  #sound: PublishedClone | null = null;
  #closed = false;

  constructor(private readonly options: LinkedRoomOptions) {
    this.#quality = options.quality;
    void this.#stay();
  }

  /** To be called after a device was switched on or off. */
  publish(): void {
    const { camera, microphone } = this.options.sources;
    void this.#picture?.set(camera);
    void this.#sound?.set(microphone);
  }

  /** The tile there has another size now. */
  resize(quality: CopyQuality): void {
    this.#quality = quality;
    void this.#picture?.resize(quality);
  }

  async close(): Promise<void> {
    this.#closed = true;
    this.#pause.skip();
    await this.#room?.disconnect().catch(() => undefined);
  }

  async #stay(): Promise<void> {
    while (!this.#closed) {
      try {
        const livekit = await this.options.loadClient();
        const access = await this.options.requestAccess();
        await this.#visit(livekit, access);
      } catch {
        // The client could not be loaded, access was refused, or LiveKit not reached. All of it may pass; the end of the link calls `close`.
      }
      if (!this.#isClosed()) await this.#pause.wait();
    }
  }

  /** Enters the room and publishes. Resolves when the room is lost. */
  async #visit(livekit: LiveKitClient, { url, token }: RoomAccess): Promise<void> {
    if (this.#closed) return;
    const { rtcConfig } = this.options;
    const room = new livekit.Room(roomOptions);
    this.#room = room;
    const { lost, unlisten } = this.#listen(room, livekit);
    const forgetPage = onPageLeave(() => void room.disconnect());
    try {
      await room.connect(url, token, { autoSubscribe: false, rtcConfig });
      if (this.#isClosed()) return;
      this.#pause.entered();
      this.#startPublishing(room, livekit);
      await lost;
      this.#pause.lost();
    } finally {
      forgetPage();
      unlisten();
      this.#stopPublishing();
      this.#room = null;
      await room.disconnect();
    }
  }

  #listen(room: Room, { RoomEvent }: LiveKitClient): { lost: Promise<void>; unlisten: () => void } {
    let unlisten = (): void => undefined;
    const lost = new Promise<void>((resolve) => {
      unlisten = listenToRoom(room, {
        [RoomEvent.Reconnected]: () => this.publish(),
        [RoomEvent.ParticipantPermissionsChanged]: () => this.publish(),
        [RoomEvent.Disconnected]: () => resolve(),
      });
    });
    return { lost, unlisten };
  }

  #startPublishing(room: Room, livekit: LiveKitClient): void {
    const { localParticipant } = room;
    // A room in which publishing fails is left and entered again.
    const onGiveUp = (): void => void room.disconnect();
    this.#picture = new PictureCopy({ participant: localParticipant, livekit, quality: this.#quality, onGiveUp });
    this.#sound = new PublishedClone({
      participant: localParticipant,
      device: 'microphone',
      prepare: () => ({ source: livekit.Track.Source.Microphone }),
      onGiveUp,
    });
    this.publish();
  }

  #stopPublishing(): void {
    this.#picture?.close();
    this.#sound?.close();
    this.#picture = null;
    this.#sound = null;
  }

  /** A method, because TypeScript takes a field that was checked before an `await` for unchanged. */
  #isClosed(): boolean {
    return this.#closed;
  }
}
