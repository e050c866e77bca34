import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveSession, User } from 'live-battles/core';
import { Toasts } from '../parts/toasts.js';
import { tellEvents } from '../wording/tell-events.js';
import type { CameraSource, StudioWorld } from '../world/studio-world.js';

interface PaneSessionOptions {
  person: () => { world: StudioWorld; user: User };
}

/**
 * The session of a pane. It is opened with the pane and closed with it, or when its user logs in in another tab or on
 * another device.
 */
export class PaneSession implements ReactiveController {
  readonly toasts = new Toasts();
  /** Null while the user is in another tab or on another device. */
  session: LiveSession | null = null;
  cameraSource: CameraSource = 'portrait';
  #isElsewhere = false;
  #ends: (() => void)[] = [];

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly options: PaneSessionOptions,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    if (!this.session && !this.#isElsewhere) this.#open();
  }

  hostDisconnected(): void {
    void this.#close();
  }

  setCameraSource(source: CameraSource): void {
    this.cameraSource = source;
    this.host.requestUpdate();
  }

  /** Called when the user opens this pane in another tab. If the world spans tabs, the session moves there. */
  followToOtherTab(): void {
    if (this.options.person().world.spansTabs) this.#giveUp();
  }

  takeBack(): void {
    this.#isElsewhere = false;
    this.host.requestUpdate();
  }

  #giveUp(): void {
    this.#isElsewhere = true;
    void this.#close();
    this.host.requestUpdate();
  }

  #open(): void {
    const { world, user } = this.options.person();
    const session = world.openSession(user, () => this.cameraSource);
    this.session = session;
    this.#ends = [
      tellEvents(session, this.toasts),
      session.liveListStore.events.on('kicked-out-of-live', ({ reason }) => {
        if (reason === 'logged-on-other-device') this.#giveUp();
      }),
    ];
  }

  async #close(): Promise<void> {
    const { session } = this;
    this.session = null;
    for (const end of this.#ends.splice(0)) end();
    await session?.logout();
  }
}
