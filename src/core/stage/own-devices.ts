import type { LiveDocument } from '../documents.js';
import type { DeviceStoppedReason } from '../engine.js';
import { LiveError, LiveErrorCode } from '../live-error.js';
import type { DeviceType } from '../seat/seat.js';
import { Turn } from '../turn.js';
import { publishersIn, type Publisher } from './publishers.js';

/** How an engine opens the devices of its user; a source is what a device gives while it is on. */
export interface OwnDevicesOptions<Source> {
  /** @throws LiveError `mediaUnavailable`. */
  open(device: DeviceType): Promise<Source>;
  /** Lets go of the device. */
  release(source: Source): void;
  /** Calls back when the source gives out: unplugged, or its permission withdrawn. */
  onEnd(source: Source, listener: () => void): void;
  /** Asks for the newest document, which ends up in `follow`: a seat may be so new that its document is on the way. */
  refresh(): Promise<unknown>;
  /** A device went on or off. */
  onChange(): void;
  /** A device that was on went off without the user's doing. */
  onStopped(device: DeviceType, reason: DeviceStoppedReason): void;
}

const deviceTypes: readonly DeviceType[] = ['camera', 'microphone'];

/** Camera and microphone of the user of one session in one live: on as far as their seat allows. */
export class OwnDevices<Source> {
  readonly #sources: Record<DeviceType, Source | null> = { camera: null, microphone: null };
  /** One switch of a device after the other, in the order of the calls: the last one decides. */
  readonly #lastSwitch: Record<DeviceType, Promise<unknown>> = {
    camera: Promise.resolve(),
    microphone: Promise.resolve(),
  };
  /** What was stopped while it was being opened never comes on, even if the seat would allow it again. */
  readonly #turns = { camera: new Turn(), microphone: new Turn() };
  #seat: Publisher | null = null;
  #revision = -1;
  #isClosed = false;

  constructor(private readonly options: OwnDevicesOptions<Source>) {}

  /** Null: off. The same object for as long as the device stays on. */
  get sources(): Readonly<Record<DeviceType, Source | null>> {
    return this.#sources;
  }

  /** What the newest document says this user may do on the stage of the live; null in the audience. */
  get seat(): Publisher | null {
    return this.#seat;
  }

  /** Stops what the seat does not allow any more. An older document has nothing to say. */
  follow(document: LiveDocument, userId: string): void {
    const { revision, live } = document;
    // Nobody loses a seat by the end of a live: it is the whole session that goes.
    if (revision < this.#revision || live.endedAt !== null) return;
    this.#revision = revision;
    const isOwn = (one: Publisher): boolean => one.userId === userId && one.liveId === live.liveId;
    this.#seat = publishersIn(document).find(isOwn) ?? null;
    for (const device of deviceTypes) {
      if (!this.#allows(device)) this.stop(device, this.#seat ? 'closed-by-admin' : 'seat-lost');
    }
  }

  /**
   * @throws LiveError `noPermission` without a seat that allows it, or when it was lost meanwhile; `mediaUnavailable`;
   * `notInLive` when the live was left meanwhile.
   */
  setEnabled(device: DeviceType, enabled: boolean): Promise<void> {
    const done = this.#lastSwitch[device].then(() => (enabled ? this.#open(device) : void this.#turnOff(device)));
    this.#lastSwitch[device] = done.catch(() => undefined);
    return done;
  }

  /** Off at once, without the user's doing; what is just being opened never comes on. */
  stop(device: DeviceType, reason: DeviceStoppedReason): void {
    this.#turns[device].begin();
    if (this.#turnOff(device)) this.options.onStopped(device, reason);
  }

  /** Takes back a switch that came to nothing, which its caller is told; not one that was made since. */
  takeBack(device: DeviceType, source: Source | null): void {
    if (source && this.#sources[device] === source) this.#turnOff(device);
  }

  /** Everything off for good. */
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
