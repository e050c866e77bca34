import { toMediaError, type Capture, type Device } from './capture.js';

/** The user's camera and microphone: one source track each while switched on, from which every room gets a clone. */
export class OwnDevices {
  readonly #tracks: Record<Device, MediaStreamTrack | null> = { camera: null, microphone: null };
  readonly #switching: Record<Device, Promise<void>> = { camera: Promise.resolve(), microphone: Promise.resolve() };
  #stopped = false;

  constructor(
    private readonly capture: Capture,
    private readonly onChange: () => void,
    /** Unplugged, or taken away in the browser's settings. */
    private readonly onUnplugged: (device: Device) => void,
  ) {}

  get camera(): MediaStreamTrack | null {
    return this.#tracks.camera;
  }

  get microphone(): MediaStreamTrack | null {
    return this.#tracks.microphone;
  }

  /** One switch of a device at a time, in the order of the calls. @throws LiveError `mediaUnavailable`. */
  setEnabled(device: Device, enabled: boolean): Promise<void> {
    const switched = this.#switching[device].then(() => (enabled ? this.#open(device) : this.close(device)));
    this.#switching[device] = switched.catch(() => undefined);
    return switched;
  }

  /** At once, whatever else is under way. */
  close(device: Device): void {
    const track = this.#tracks[device];
    if (!track) return;
    track.stop();
    this.#tracks[device] = null;
    this.onChange();
  }

  /** For good: the devices' lights go off. */
  stop(): void {
    this.#stopped = true;
    this.close('camera');
    this.close('microphone');
  }

  async #open(device: Device): Promise<void> {
    if (this.#stopped || this.#tracks[device]) return;
    const track = await this.capture[device]().catch((cause: unknown) => {
      throw toMediaError(cause, device);
    });
    if (this.#stopped) {
      track.stop();
      return;
    }
    track.addEventListener('ended', () => {
      if (this.#tracks[device] !== track) return;
      this.close(device);
      this.onUnplugged(device);
    });
    this.#tracks[device] = track;
    this.onChange();
  }
}
