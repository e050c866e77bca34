import {
  LiveError,
  LiveErrorCode,
  type LiveConnection,
  type LiveSink,
  type LiveUpdate,
  type PageVisibility,
  type User,
} from '../../core/index.js';
import { OwnSuspension } from '../../core/stage/own-suspension.js';
import type { LiveDocument, UserCommandOf } from '../../protocol/index.js';
import { LocalStage } from './local-stage.js';
import { LocalStay } from './local-stay.js';
import type { SharedWorld } from './shared-world.js';

export interface Visit {
  user: User;
  liveId: string;
  sink: LiveSink;
  /** @throws LiveError `mediaUnavailable`. */
  openCamera: () => Promise<MediaStream>;
  /** Sends a command of this user. @throws LiveError. */
  execute: (command: UserCommandOf<'set-suspend-status'>) => Promise<unknown>;
  visibility: PageVisibility;
  /** The engine's open sessions. A session is in it until it has left or was put out. */
  open: Set<LiveConnection>;
}

/** One session of a user in one live. */
export class LocalConnection implements LiveConnection {
  readonly #stay: LocalStay;
  readonly #stage: LocalStage;
  readonly #suspension: OwnSuspension;
  /** Revision of the newest document so far. */
  #revision = -1;

  constructor(
    private readonly world: SharedWorld,
    private readonly visit: Visit,
  ) {
    const { user, liveId, sink, openCamera, execute, visibility, open } = visit;
    this.#stage = new LocalStage({
      userId: user.userId,
      sink,
      bus: world.bus,
      openCamera,
      refresh: () => this.#askLive(),
      onChange: world.onMediaChange,
    });
    this.#suspension = new OwnSuspension({
      visibility,
      tell: (status) => execute({ type: 'set-suspend-status', liveId, status }),
      wait: world.wait,
    });
    this.#stay = new LocalStay(world, {
      user,
      liveId,
      devices: this.#stage.devices,
      sink: { receive: (update) => this.#take(update) },
      onChange: () => this.#stage.show(),
      onEnd: () => {
        this.#stage.devices.close();
        this.#suspension.close();
        open.delete(this);
      },
    });
  }

  /** Enters the live. @throws LiveError as `LocalStay.enter`. */
  async enter(): Promise<void> {
    this.visit.open.add(this);
    await this.#stay.enter();
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `mediaUnavailable`, `notInLive` after leaving. */
  async setCameraEnabled(enabled: boolean): Promise<void> {
    this.#checkPresence();
    await this.#stage.devices.setEnabled('camera', enabled);
  }

  /** @throws LiveError `noPermission` without a seat that allows it, `notInLive` after leaving. */
  async setMicrophoneEnabled(enabled: boolean): Promise<void> {
    this.#checkPresence();
    await this.#stage.devices.setEnabled('microphone', enabled);
  }

  // Nothing to start: the local engine has no sound.
  async startAudio(): Promise<void> {}

  setLiveMuted(liveId: string, isMuted: boolean): void {
    this.#stage.setLiveMuted(liveId, isMuted);
  }

  async close(): Promise<void> {
    await this.#stay.close();
  }

  #take(update: LiveUpdate): void {
    this.visit.sink.receive(update);
    if (update.type === 'document') this.#follow(update.document);
  }

  #follow(document: LiveDocument): void {
    if (document.revision <= this.#revision) return;
    this.#revision = document.revision;
    this.#stage.follow(document);
    this.#suspension.follow(document, this.visit.user.userId);
  }

  /** Reads the newest document: the reply to taking a seat arrives before the document that shows it. */
  async #askLive(): Promise<void> {
    const { user, liveId } = this.visit;
    const view = this.#stay.isOnline ? await this.world.referee.view(liveId) : null;
    if (view) this.#stage.devices.follow(view.document, user.userId);
  }

  #checkPresence(): void {
    if (this.#stay.isOver) throw new LiveError(LiveErrorCode.notInLive, 'the live has been left');
  }
}
