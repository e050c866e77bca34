import type { LiveConnection } from '../engine.js';
import { toLiveError, type LiveError } from '../live-error.js';
import { signal, type ReadonlySignal } from '../reactivity/signal.js';
import type { DeviceStatus } from '../seat.js';
import type { SessionContext } from '../session/session-context.js';

type Device = 'camera' | 'microphone';

/** Camera and microphone of this user. What is switched on before a live is entered takes effect on entering. */
export class DeviceStore {
  readonly #status = { camera: signal<DeviceStatus>('off'), microphone: signal<DeviceStatus>('off') };
  readonly #lastError = signal<LiveError | null>(null);

  readonly cameraStatus: ReadonlySignal<DeviceStatus> = this.#status.camera;
  readonly microphoneStatus: ReadonlySignal<DeviceStatus> = this.#status.microphone;
  /** Why a device could not be switched last; null after a success. */
  readonly lastError: ReadonlySignal<LiveError | null> = this.#lastError;

  constructor(private readonly context: SessionContext) {
    context.currentLive.onEnter((connection) => {
      for (const device of ['camera', 'microphone'] as const) {
        // The error stays in `lastError`: entering a live without a camera is still entering it.
        if (this.#status[device].get() === 'on') this.#apply(connection, device, true).catch(() => undefined);
      }
    });
  }

  /** @throws LiveError `mediaUnavailable`. */
  openLocalCamera(): Promise<void> {
    return this.#switch('camera', true);
  }

  closeLocalCamera(): Promise<void> {
    return this.#switch('camera', false);
  }

  /** @throws LiveError `mediaUnavailable`. */
  openLocalMicrophone(): Promise<void> {
    return this.#switch('microphone', true);
  }

  closeLocalMicrophone(): Promise<void> {
    return this.#switch('microphone', false);
  }

  async #switch(device: Device, enabled: boolean): Promise<void> {
    const { connection } = this.context.currentLive;
    if (connection) await this.#apply(connection, device, enabled);
    this.#status[device].set(enabled ? 'on' : 'off');
  }

  async #apply(connection: LiveConnection, device: Device, enabled: boolean): Promise<void> {
    try {
      await (device === 'camera' ? connection.setCameraEnabled(enabled) : connection.setMicrophoneEnabled(enabled));
      this.#lastError.set(null);
    } catch (error) {
      const liveError = toLiveError(error);
      this.#status[device].set('off');
      this.#lastError.set(liveError);
      throw liveError;
    }
  }
}
