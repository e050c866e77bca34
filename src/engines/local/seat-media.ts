import {
  LiveError,
  LiveErrorCode,
  type DeviceStatus,
  type DeviceStoppedReason,
  type DeviceType,
  type VideoTrack,
} from '../../core/index.js';
import { onStreamEnd, stopStream, streamTrack } from './stream-track.js';

export interface SeatMediaOptions {
  openCamera: () => Promise<MediaStream>;
  /** Asked whenever a device is to be switched on. Rejects where the seat does not allow it. */
  checkSeat: (device: DeviceType) => Promise<void>;
  onChange: () => void;
  /** A device that was on went off without the user's doing. */
  onStopped: (device: DeviceType, reason: DeviceStoppedReason) => void;
}

/** Camera and microphone of somebody in one live. There is no sound: the microphone is a status. */
export class SeatMedia {
  #microphone: DeviceStatus = 'off';
  #stream: MediaStream | null = null;
  #video: VideoTrack | null = null;
  /** One switch of a device after the other: the last call decides. */
  readonly #lastSwitch: Record<DeviceType, Promise<unknown>> = {
    camera: Promise.resolve(),
    microphone: Promise.resolve(),
  };
  readonly #revocations = { camera: 0, microphone: 0 };
  #isStopped = false;

  constructor(private readonly options: SeatMediaOptions) {}

  get microphoneStatus(): DeviceStatus {
    return this.#microphone;
  }

  get cameraStatus(): DeviceStatus {
    return this.#video ? 'on' : 'off';
  }

  /** The same object for as long as the camera stays on. */
  get video(): VideoTrack | null {
    return this.#video;
  }

  /** @throws LiveError `noPermission`. */
  async setMicrophone(enabled: boolean): Promise<void> {
    await this.#inTurn('microphone', () => (enabled ? this.#openMicrophone() : this.#closeMicrophone()));
  }

  /** @throws LiveError `noPermission`, `mediaUnavailable`. */
  async setCamera(enabled: boolean): Promise<void> {
    await this.#inTurn('camera', () => (enabled ? this.#openCamera() : this.#closeCamera()));
  }

  /** The seat allows it no more: off at once, and what is just being opened never comes on. */
  revoke(device: DeviceType, reason: DeviceStoppedReason): void {
    this.#revocations[device]++;
    const wasOn = device === 'camera' ? this.#closeCamera() : this.#closeMicrophone();
    if (wasOn) this.options.onStopped(device, reason);
  }

  /** Everything off for good; what is just being opened never comes on. */
  stop(): void {
    this.#isStopped = true;
    this.#closeMicrophone();
    this.#closeCamera();
  }

  async #inTurn(device: DeviceType, flip: () => unknown): Promise<void> {
    const done = this.#lastSwitch[device].then(flip);
    this.#lastSwitch[device] = done.catch(() => undefined);
    await done;
  }

  async #openMicrophone(): Promise<void> {
    if (this.#microphone === 'on') return;
    const revocations = this.#revocations.microphone;
    await this.options.checkSeat('microphone');
    this.#checkSince('microphone', revocations);
    this.#microphone = 'on';
    this.options.onChange();
  }

  #closeMicrophone(): boolean {
    if (this.#microphone === 'off') return false;
    this.#microphone = 'off';
    this.options.onChange();
    return true;
  }

  async #openCamera(): Promise<void> {
    if (this.#stream) return;
    const revocations = this.#revocations.camera;
    await this.options.checkSeat('camera');
    const stream = await this.options.openCamera();
    try {
      this.#checkSince('camera', revocations);
    } catch (error) {
      stopStream(stream);
      throw error;
    }
    onStreamEnd(stream, () => {
      if (this.#stream === stream && this.#closeCamera()) this.options.onStopped('camera', 'unplugged');
    });
    this.#stream = stream;
    this.#video = streamTrack(stream);
    this.options.onChange();
  }

  #closeCamera(): boolean {
    if (!this.#stream) return false;
    stopStream(this.#stream);
    this.#stream = null;
    this.#video = null;
    this.options.onChange();
    return true;
  }

  #checkSince(device: DeviceType, revocations: number): void {
    if (this.#isStopped) throw new LiveError(LiveErrorCode.notInLive, `the live was left before the ${device} was on`);
    if (revocations === this.#revocations[device]) return;
    throw new LiveError(LiveErrorCode.noPermission, `the seat was lost before the ${device} was on`);
  }
}
