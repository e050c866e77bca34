import type { LiveDocument } from '../documents.js';
import type { DeviceStoppedReason } from '../engine.js';
import { LiveError, LiveErrorCode } from '../live-error.js';
import type { DeviceType } from '../seat/seat.js';
import { Turn } from '../turn.js';
import { publishersIn, type Publisher } from './publishers.js';

/** How an engine handles the devices of its user. A source is what an open device delivers. */
export interface OwnDevicesOptions<Source> {
  /** Opens the device. @throws LiveError `mediaUnavailable`. */
  open(device: DeviceType): Promise<Source>;
  /** Closes the device. */
  release(source: Source): void;
  /** The listener is called when the source ends: unplugged, or its permission withdrawn. */
  onEnd(source: Source, listener: () => void): void;
  /** Fetches the newest document and passes it to `follow`: the document of a new seat may still be on its way. */
  refresh(): Promise<unknown>;
  /** Called when a device went on or off. */
  onChange(): void;
  /** Called when a device went off without the user's doing. */
  onStopped(device: DeviceType, reason: DeviceStoppedReason): void;
}

const deviceTypes: readonly DeviceType[] = ['camera', 'microphone'];

/** Camera and microphone of one session's user in one live. They are on only as far as the user's seat allows. */
export class OwnDevices<Source> {
  readonly #sources: Record<DeviceType, Source | null> = { camera: null, microphone: null };
  /** The last switch of each device. Switches run one after the other, so the last call decides. */
  readonly #lastSwitch: Record<DeviceType, Promise<unknown>> = {
    camera: Promise.resolve(),
    microphone: Promise.resolve(),
  };
  /** Tells a device that is stopped while it is being opened. It never goes on, even if the seat allows it again. */
  readonly #turns = { camera: new Turn(), microphone: new Turn() };
  #seat: Publisher | null = null;
  #revision = -1;
  #isClosed = false;

  constructor(private readonly options: OwnDevicesOptions<Source>) {}

  /** Source by device; null while the device is off. It stays the same object while the device is on. */
  get sources(): Readonly<Record<DeviceType, Source | null>> {
    return this.#sources;
  }

  /** This user's publisher entry in the newest document; null in the audience. */
  get seat(): Publisher | null {
    return this.#seat;
  }

  /** Stops the devices that the seat no longer allows. An older document is ignored. */
  follow(document: LiveDocument, userId: string): void {
    const { revision, live } = document;
    // At the end of a live the seats stay as they are: the whole session leaves.
    if (revision < this.#revision || live.endedAt !== null) return;
    this.#revision = revision;
    const isOwn = (one: Publisher): boolean => one.userId === userId && one.liveId === live.liveId;
    this.#seat = publishersIn(document).find(isOwn) ?? null;
    for (const device of deviceTypes) {
      if (!this.#allows(device)) this.stop(device, this.#seat ? 'closed-by-admin' : 'seat-lost');
    }
  }

  /**
   * Switches a device on or off.
   * @throws LiveError `noPermission` without a seat that allows it, or when it was lost meanwhile; `mediaUnavailable`;
   * `notInLive` when the live was left meanwhile.
   */
  setEnabled(device: DeviceType, enabled: boolean): Promise<void> {
    const done = this.#lastSwitch[device].then(() => (enabled ? this.#open(device) : void this.#turnOff(device)));
    this.#lastSwitch[device] = done.catch(() => undefined);
    return done;
  }

  /** Switches a device off at once, without the user's doing. A device that is being opened does not go on. */
  stop(device: DeviceType, reason: DeviceStoppedReason): void {
    this.#turns[device].begin();
    if (this.#turnOff(device)) this.options.onStopped(device, reason);
  }

  /**
   * Switches a device off again whose switching on failed later and was reported to the caller. A newer source stays
   * on.
   */
  takeBack(device: DeviceType, source: Source | null): void {
    if (source && this.#sources[device] === source) this.#turnOff(device);
  }

  /** Switches all devices off for good. */
  close(): void {
    this.#isClosed = true;
    for (const device of deviceTypes) this.#turnOff(device);
  }

  async #open(device: DeviceType): Promise<void> {
    this.#throwIfClosed(device);
    if (this.#sources[device]) return;
    await this.#checkSeat(device);
    const isUndisturbed = this.#turns[device].begin();
    const source = await this.options.open(device);
    try {
      this.#throwIfClosed(device);
      if (!isUndisturbed()) throw noPermission(`the seat was lost before the ${device} was on`);
    } catch (error) {
      this.options.release(source);
      throw error;
    }
    this.options.onEnd(source, () => {
      if (this.#sources[device] === source) this.stop(device, 'unplugged');
    });
    this.#sources[device] = source;
    this.options.onChange();
  }

  #turnOff(device: DeviceType): boolean {
    const source = this.#sources[device];
    if (!source) return false;
    this.#sources[device] = null;
    this.options.release(source);
    this.options.onChange();
    return true;
  }

  async #checkSeat(device: DeviceType): Promise<void> {
    if (!this.#allows(device)) await this.options.refresh();
    this.#throwIfClosed(device);
    if (this.#allows(device)) return;
    throw noPermission(this.#seat ? `the host has closed your ${device}` : 'only whoever has a seat is seen and heard');
  }

  #allows(device: DeviceType): boolean {
    return this.#seat?.devices.includes(device) ?? false;
  }

  #throwIfClosed(device: DeviceType): void {
    if (this.#isClosed) throw new LiveError(LiveErrorCode.notInLive, `the live was left before the ${device} was on`);
  }
}

function noPermission(message: string): LiveError {
  return new LiveError(LiveErrorCode.noPermission, message);
}
