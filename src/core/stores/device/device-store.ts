import type { DeviceStoppedReason, LiveConnection } from '../../engine.js';
import { LiveError, LiveErrorCode, toLiveError } from '../../live-error.js';
import { Emitter } from '../../reactivity/emitter.js';
import { signal, type ReadonlySignal } from '../../reactivity/signal.js';
import type { DeviceStatus, DeviceType } from '../../seat/seat.js';
import type { SessionContext } from '../../session/session-context.js';
import { Turn } from '../../turn.js';

export interface DeviceEvents {
  /** A device of this user was switched off by something else. */
  'device-stopped': { device: DeviceType; reason: DeviceStoppedReason };
}

const devices = ['camera', 'microphone'] as const;

/** Error texts by reason. A device closed by an administrator or by a lost seat is no error. */
const failures: Partial<Record<DeviceStoppedReason, string>> = {
  unplugged: 'is gone',
  'publish-failed': 'could not be published',
};

/**
 * Camera and microphone of this user. A device switched on outside a live goes on when the user enters a live where
 * they may be seen. In any other live it goes off, so that it does not come on unnoticed with a later seat.
 */
export class DeviceStore {
  readonly events = new Emitter<DeviceEvents>();
  readonly #status = { camera: signal<DeviceStatus>('off'), microphone: signal<DeviceStatus>('off') };
  /**
   * The latest switch of each device. An earlier one changes nothing once the device was switched again or stopped, or
   * the live was left.
   */
  readonly #turns = { camera: new Turn(), microphone: new Turn() };
  readonly #lastError = signal<LiveError | null>(null);

  /** `on`: the camera is on in the current live, or is to be on in the next one. */
  readonly cameraStatus: ReadonlySignal<DeviceStatus> = this.#status.camera;
  /** `on`: the microphone is on in the current live, or is to be on in the next one. */
  readonly microphoneStatus: ReadonlySignal<DeviceStatus> = this.#status.microphone;
  /** Why a device last failed to switch or stopped; null after a success. */
  readonly lastError: ReadonlySignal<LiveError | null> = this.#lastError;

  constructor(private readonly context: SessionContext) {
    context.currentLive.onEnter((connection) => {
      const mayBeSeen = this.#mayBeSeen();
      for (const device of devices) {
        if (this.#status[device].get() === 'off') continue;
        // Entering a live succeeds without a camera too: the error is in `lastError`.
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

  /**
   * Switches the camera on.
   * @throws LiveError `mediaUnavailable`; `noPermission` in a live without a seat that allows it; `notInLive` when the
   * live was left meanwhile.
   */
  openLocalCamera(): Promise<void> {
    return this.#switch('camera', true);
  }

  /** Switches the camera off. */
  closeLocalCamera(): Promise<void> {
    return this.#switch('camera', false);
  }

  /** Switches the microphone on. @throws LiveError as `openLocalCamera`. */
  openLocalMicrophone(): Promise<void> {
    return this.#switch('microphone', true);
  }

  /** Switches the microphone off. */
  closeLocalMicrophone(): Promise<void> {
    return this.#switch('microphone', false);
  }

  /** Whether this user may publish: with a seat, or as the owner, who may publish without one as host of a link. */
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
