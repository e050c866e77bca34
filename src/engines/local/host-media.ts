import type { DeviceStatus, VideoTrack } from '../../core/index.js';
import { stopStream, streamTrack } from './stream-track.js';

/** Camera and microphone of one host in one live. There is no sound: the microphone is a status. */
export class HostMedia {
  #microphone: DeviceStatus = 'off';
  #stream: MediaStream | null = null;
  #video: VideoTrack | null = null;
  #lastSwitch: Promise<unknown> = Promise.resolve();

  constructor(
    private readonly openCamera: () => Promise<MediaStream>,
    private readonly onChange: () => void,
  ) {}

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

  setMicrophone(enabled: boolean): void {
    const status = enabled ? 'on' : 'off';
    if (status === this.#microphone) return;
    this.#microphone = status;
    this.onChange();
  }

  /** One switch after the other: the last call decides. @throws LiveError `mediaUnavailable`. */
  async setCamera(enabled: boolean): Promise<void> {
    const done = this.#lastSwitch.then(() => (enabled ? this.#open() : this.#close()));
    this.#lastSwitch = done.catch(() => undefined);
    await done;
  }

  /** Everything off, a camera that is just being opened included. */
  stop(): void {
    this.setMicrophone(false);
    void this.setCamera(false);
  }

  async #open(): Promise<void> {
    if (this.#stream) return;
    this.#stream = await this.openCamera();
    this.#video = streamTrack(this.#stream);
    this.onChange();
  }

  #close(): void {
    if (!this.#stream) return;
    stopStream(this.#stream);
    this.#stream = null;
    this.#video = null;
    this.onChange();
  }
}
