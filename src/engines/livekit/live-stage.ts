import type { DeviceType, LiveSink } from '../../core/index.js';
import type { LiveDocument } from '../../protocol/index.js';
import { OwnStage, type OwnStageOptions } from './publish/own-stage.js';
import { RoomView, type OwnPlace } from './view/room-view.js';

export interface LiveStageOptions extends Omit<OwnStageOptions, 'onChange' | 'onStopped'> {
  sink: LiveSink;
  /** The newest document of the live; null until it is entered. */
  document: () => LiveDocument | null;
  /** This user, and the room that they are in now. */
  whereabouts: () => Omit<OwnPlace, 'sources'>;
}

/** The stage of a live: shows the others to the session, and this user's own devices to the others. */
export class LiveStage {
  readonly #own: OwnStage;
  readonly #view: RoomView;

  constructor(private readonly options: LiveStageOptions) {
    const { sink } = options;
    this.#own = new OwnStage({
      ...options,
      onChange: () => {
        this.publish();
        this.show();
      },
      onStopped: (device, reason) => sink.receive({ type: 'device-stopped', device, reason }),
    });
    this.#view = new RoomView(sink);
  }

  /** The document has changed, or has become known. */
  follow(document: LiveDocument): void {
    this.#own.follow(document, this.options.whereabouts().userId);
    this.show();
  }

  /** Shows what is seen and heard now. */
  show(): void {
    const document = this.options.document();
    const { userId, room } = this.options.whereabouts();
    if (document) this.#view.show(document, { userId, room, sources: this.#own.devices.sources });
  }

  /** Publishes the devices that are on into the room. */
  publish(): void {
    this.options.whereabouts().room?.publish(this.#own.devices.sources);
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable`, `notInLive` after leaving. */
  async setEnabled(device: DeviceType, enabled: boolean): Promise<void> {
    const { devices } = this.#own;
    await devices.setEnabled(device, enabled);
    const source = devices.sources[device];
    const failure = await this.options.whereabouts().room?.publishFailure(device);
    if (!enabled || !failure) return;
    devices.takeBack(device, source);
    throw failure;
  }

  /** A device that is on could not be published, even after all tries. */
  publishFailed(device: DeviceType): void {
    this.#own.devices.stop(device, 'publish-failed');
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#view.setLiveMuted(liveId, isMuted);
    this.show();
  }

  /** Switches the devices off and the sound too, for good. */
  async close(): Promise<void> {
    // The devices first: switching them off shows the stage once more, which would start the sound again.
    const closed = this.#own.close();
    this.#view.close();
    await closed;
  }
}
