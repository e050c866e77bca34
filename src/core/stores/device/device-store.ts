import type { DeviceStoppedReason, LiveConnection } from '../../engine.js';
import { LiveError, LiveErrorCode, toLiveError } from '../../live-error.js';
import { Emitter } from '../../reactivity/emitter.js';
import { signal, type ReadonlySignal } from '../../reactivity/signal.js';
import type { DeviceStatus, DeviceType } from '../../seat/seat.js';
import type { SessionContext } from '../../session/session-context.js';
import { Turn } from '../../turn.js';

export interface DeviceEvents {
  /** An own device went off without the user's doing. */
  'device-stopped': { device: DeviceType; reason: DeviceStoppedReason };
}

const devices = ['camera', 'microphone'] as const;

/** What is wrong with a device that stopped; to be closed by somebody is no error. */
const failures: Partial<Record<DeviceStoppedReason, string>> = {
  unplugged: 'is gone',
  'publish-failed': 'could not be published',
};

/**
 * Camera and microphone of this user. What is switched on before a live is entered takes effect on entering one where
 * the user has a seat; elsewhere it goes off, so that nobody is seen unawares when they get a seat later.
 */
export class DeviceStore {
  readonly events = new Emitter<DeviceEvents>();
  readonly #status = { camera: signal<DeviceStatus>('off'), microphone: signal<DeviceStatus>('off') };
  /** An earlier switch that comes through has no say once the device was switched again, was lost, or the live was left. */
  readonly #turns = { camera: new Turn(), microphone: new Turn() };
  readonly #lastError = signal<LiveError | null>(null);

  /** `on`: seen in the current live, or to be seen in the next. */
  readonly cameraStatus: ReadonlySignal<DeviceStatus> = this.#status.camera;
  /** `on`: heard in the current live, or to be heard in the next. */
  readonly microphoneStatus: ReadonlySignal<DeviceStatus> = this.#status.microphone;
  /** Why a device could not be switched, or was lost, last; null after a success. */
  readonly lastError: ReadonlySignal<LiveError | null> = this.#lastError;

  constructor(private readonly context: SessionContext) {
    context.currentLive.onEnter((connection) => {
      const mayBeSeen = this.#mayBeSeen();
      for (const device of devices) {
        if (this.#status[device].get() === 'off') continue;
        // The error stays in `lastError`: entering a live without a camera is still entering it.
        if (mayBeSeen) this.#apply(connection, device, true).catch(() => undefined);
        else this.#status[device].set('off');
      }
    });
    context.currentLive.onLeave(() => {
      for (const device of devices) this.#turns[device].begin();
    });
    context.onLogout(() => {
      for (const device of devices) this.#status[device].set('off');
      this.#lastError.set(null);
    });
    context.feed.changes.on('device-stopped', ({ device, reason }) => {
      this.#turns[device].begin();
      this.#status[device].set('off');
      const failure = failures[reason];
      if (failure) this.#lastError.set(new LiveError(LiveErrorCode.mediaUnavailable, `the ${device} ${failure}`));
      this.events.emit('device-stopped', { device, reason });
    });
  }

  /** @throws LiveError `mediaUnavailable`; `noPermission` in a live without a seat that allows it. */
  openLocalCamera(): Promise<void> {
    return this.#switch('camera', true);
  }

  /** Nobody sees this user any more. */
  closeLocalCamera(): Promise<void> {
    return this.#switch('camera', false);
  }

  /** @throws LiveError `mediaUnavailable`; `noPermission` in a live without a seat that allows it. */
  openLocalMicrophone(): Promise<void> {
    return this.#switch('microphone', true);
  }

  /** Nobody hears this user any more. */
  closeLocalMicrophone(): Promise<void> {
    return this.#switch('microphone', false);
  }

  /** Owners may even without a seat, as hosts of a link. */
  #mayBeSeen(): boolean {
    const { feed, user } = this.context;
    const userId = user.get()?.userId;
    const document = feed.currentDocument.get();
    if (!document || userId === undefined) return false;
    return (
      document.live.liveOwner.userId === userId || document.seats.some(({ occupant }) => occupant?.userId === userId)
    );
  }

  async #switch(device: DeviceType, enabled: boolean): Promise<void> {
    const { connection } = this.context.currentLive;
    if (connection) await this.#apply(connection, device, enabled);
    else this.#status[device].set(enabled ? 'on' : 'off');
  }

  async #apply(connection: LiveConnection, device: DeviceType, enabled: boolean): Promise<void> {
    const isLatest = this.#turns[device].begin();
    try {
      await (device === 'camera' ? connection.setCameraEnabled(enabled) : connection.setMicrophoneEnabled(enabled));
      if (!isLatest()) return;
      this.#status[device].set(enabled ? 'on' : 'off');
      this.#lastError.set(null);
    } catch (error) {
      const liveError = toLiveError(error);
      if (isLatest()) {
        this.#status[device].set('off');
        this.#lastError.set(liveError);
      }
      throw liveError;
    }
  }
}
