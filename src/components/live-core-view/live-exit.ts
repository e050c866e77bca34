import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';

/** Why the session left its live: the live ended, or the user was put out. Null again once it enters a live. */
export class LiveExit implements ReactiveController {
  why: 'ended' | 'kickedOut' | null = null;
  #session: LiveSession | null = null;
  #stopListening: (() => void) | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly session: () => LiveSession | null,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.session();
    if (session !== this.#session) {
      this.hostDisconnected();
      this.#session = session;
      this.why = null;
    }
    if (session && this.host.isConnected) this.#stopListening ??= this.#listenTo(session);
    if (session?.connectionState.get() !== 'idle') this.why = null;
  }

  hostDisconnected(): void {
    this.#stopListening?.();
    this.#stopListening = null;
  }

  #listenTo({ events: sessionEvents, liveListStore: { events } }: LiveSession): () => void {
    const stops = [
      events.on('live-ended', () => this.#note('ended')),
      events.on('kicked-out-of-live', () => this.#note('kickedOut')),
      sessionEvents.on('login-expired', () => this.#note('kickedOut')),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }

  #note(why: 'ended' | 'kickedOut'): void {
    this.why = why;
    this.host.requestUpdate();
  }
}
