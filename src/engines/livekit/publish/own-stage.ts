import { LiveError, LiveErrorCode, type DeviceStoppedReason, type Participant } from '../../../core/index.js';
import { roomPublishers, type LiveDocument, type RoomPublisher } from '../../../protocol/index.js';
import type { Capture, Device } from './capture.js';
import { LinkedRooms, type LinkedRoomsOptions } from '../linked/linked-rooms.js';
import { OwnDevices } from './own-devices.js';
import { ownParticipant } from '../view/people.js';

export interface OwnStageOptions extends Omit<LinkedRoomsOptions, 'devices'> {
  capture: Capture;
  /** A device went on or off. */
  onChange: () => void;
  /** A device went off without the user's doing. */
  onStopped: (device: Device, reason: DeviceStoppedReason) => void;
  /** Asks the server for the newest document, which ends up in `follow`. */
  refresh: () => Promise<unknown>;
}

/** What this user shows of themselves: as much as their seat allows, here and in the rooms of linked lives. */
export class OwnStage {
  readonly devices: OwnDevices;
  readonly #linkedRooms: LinkedRooms;
  #seat: RoomPublisher | null = null;

  constructor(private readonly options: OwnStageOptions) {
    const { capture, onStopped, ...rest } = options;
    this.devices = new OwnDevices(
      capture,
      () => this.#changed(),
      (device) => onStopped(device, 'unplugged'),
    );
    this.#linkedRooms = new LinkedRooms({ ...rest, devices: this.devices });
  }

  /** This user, as they see themselves; null without a seat. */
  get participant(): Participant | null {
    return this.#seat && ownParticipant(this.#seat, this.devices);
  }

  /** The document has changed, or has become known. */
  follow(document: LiveDocument, userId: string): void {
    this.#seat = roomPublishers(document).find(({ identity }) => identity === userId) ?? null;
    this.#obey();
    this.#linkedRooms.update(this.#seat && document);
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable`. */
  async setEnabled(device: Device, enabled: boolean): Promise<void> {
    // The seat may be so new that its document is still on the way.
    if (enabled && !this.#allows(device)) await this.options.refresh();
    if (enabled && !this.#allows(device)) {
      const why = this.#seat ? `the host has closed your ${device}` : 'only whoever has a seat is seen and heard';
      throw new LiveError(LiveErrorCode.noPermission, why);
    }
    await this.devices.setEnabled(device, enabled);
  }

  /** For good. */
  async close(): Promise<void> {
    this.devices.stop();
    await this.#linkedRooms.close();
  }

  #allows(device: Device): boolean {
    return this.#seat?.devices.includes(device) ?? false;
  }

  #changed(): void {
    this.#linkedRooms.publish();
    this.options.onChange();
    // The seat may have been lost while the device was opening.
    this.#obey();
  }

  #obey(): void {
    for (const device of ['camera', 'microphone'] as const) {
      if (!this.devices[device] || this.#allows(device)) continue;
      this.devices.close(device);
      this.options.onStopped(device, this.#seat ? 'closed-by-admin' : 'seat-lost');
    }
  }
}
