import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';

/** Listens to events of the host's session while the host is in a document. */
export class SessionListener implements ReactiveController {
  #session: LiveSession | null = null;
  #stops: readonly (() => void)[] = [];

  /** `listen` returns the functions that end it. */
  constructor(
    private readonly host: ReactiveElement,
    private readonly session: () => LiveSession | null,
    private readonly listen: (session: LiveSession) => readonly (() => void)[],
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.host.hasUpdated) this.hostUpdate();
  }

  hostUpdate(): void {
    const session = this.host.isConnected ? this.session() : null;
    if (session === this.#session) return;
    this.hostDisconnected();
    this.#session = session;
    if (session) this.#stops = this.listen(session);
  }

  hostDisconnected(): void {
    for (const stop of this.#stops) stop();
    this.#stops = [];
    this.#session = null;
  }
}
