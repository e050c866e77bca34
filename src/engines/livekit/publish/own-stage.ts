import type { DeviceStoppedReason, DeviceType } from '../../../core/index.js';
import { OwnDevices } from '../../../core/stage/own-devices.js';
import type { LiveDocument } from '../../../protocol/index.js';
import { LinkedRooms, type LinkedRoomsOptions } from '../linked/linked-rooms.js';
import { toMediaError, type Capture } from './capture.js';
import { OnAir } from './on-air.js';

export interface OwnStageOptions extends Omit<LinkedRoomsOptions, 'sources'> {
  capture: Capture;
  /** A device went on or off. */
  onChange: () => void;
  /** A device went off without the user's doing. */
  onStopped: (device: DeviceType, reason: DeviceStoppedReason) => void;
  /** Asks the server for the newest document, which ends up in `follow`. */
  refresh: () => Promise<unknown>;
}

/** This user's camera and microphone, as far as their seat allows, and their copies in the rooms of linked lives. */
export class OwnStage {
  readonly devices: OwnDevices<MediaStreamTrack>;
  readonly #linkedRooms: LinkedRooms;
  readonly #onAir = new OnAir(() => this.#visitLinkedRooms());
  #document: LiveDocument | null = null;

  constructor({ capture, onChange, onStopped, refresh, ...rest }: OwnStageOptions) {
    this.devices = new OwnDevices({
      open: (device) =>
        capture[device]().catch((cause: unknown) => {
          throw toMediaError(cause, device, 'is not available');
        }),
      release: (track) => track.stop(),
      onEnd: (track, listener) => track.addEventListener('ended', listener),
      refresh,
      onChange: () => {
        const { camera, microphone } = this.devices.sources;
        this.#onAir.note(camera !== null || microphone !== null);
        this.#visitLinkedRooms();
        this.#linkedRooms.publish();
        onChange();
      },
      onStopped,
    });
    this.#linkedRooms = new LinkedRooms({ ...rest, sources: this.devices.sources });
  }

  /** The document has changed, or has become known. */
  follow(document: LiveDocument, userId: string): void {
    this.#document = document;
    this.devices.follow(document, userId);
    this.#visitLinkedRooms();
  }

  /** Switches the devices off and leaves the linked rooms, for good. */
  async close(): Promise<void> {
    this.devices.close();
    this.#onAir.close();
    await this.#linkedRooms.close();
  }

  /**
   * A host is always in the rooms of the linked lives. A guest is there only while on air: nine voice lives may have
   * 450 users on their seats, most of them silent.
   */
  #visitLinkedRooms(): void {
    const { seat } = this.devices;
    const isHost = seat?.userId === this.#document?.live.liveOwner.userId;
    this.#linkedRooms.update(seat && (isHost || this.#onAir.isOn) ? this.#document : null);
  }
}
