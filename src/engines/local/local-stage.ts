import type { Audience, LiveSink } from '../../core/index.js';
import { ShownStage } from '../../core/stage/shown-stage.js';
import type { LiveDocument, Publisher } from '../../protocol/index.js';
import type { BusMember, LocalBus } from './local-bus.js';
import { localDevices, type LocalDevices, type LocalDevicesOptions } from './local-devices.js';

export interface LocalStageOptions extends Omit<LocalDevicesOptions, 'onStopped'> {
  userId: string;
  sink: LiveSink;
  bus: Pick<LocalBus<BusMember>, 'sight'>;
}

/** The stage of a live: this user's own devices, and the people whom the session is shown. */
export class LocalStage {
  readonly devices: LocalDevices;
  readonly #shown: ShownStage<Publisher>;
  #document: LiveDocument | null = null;
  /** The audience last sent. Null before the first, which is sent even if it is empty. */
  #audience: Audience | null = null;

  constructor(private readonly options: LocalStageOptions) {
    const { sink } = options;
    this.#shown = new ShownStage(sink);
    this.devices = localDevices({
      ...options,
      onStopped: (device, reason) => sink.receive({ type: 'device-stopped', device, reason }),
    });
  }

  /** The document has changed, or has become known. */
  follow(document: LiveDocument): void {
    this.#document = document;
    this.devices.follow(document, this.options.userId);
    this.show();
  }

  /** Shows who is seen, heard and counted now. */
  show(): void {
    const document = this.#document;
    const sight = document && this.options.bus.sight(document.live.liveId);
    if (!sight) return;
    this.#shown.showView(sight.stage(document, this.#shown.mutedLives));
    const audience = sight.audience(document);
    if (audience === this.#audience) return;
    this.#audience = audience;
    this.options.sink.receive({ type: 'audience', audience });
  }

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#shown.setLiveMuted(liveId, isMuted);
    this.show();
  }
}
