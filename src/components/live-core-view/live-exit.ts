import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';
import { SessionListener } from '../session-context/session-listener.js';

/** Why the session left its live: the live ended, or the user was put out. Null again once it enters a live. */
export class LiveExit implements ReactiveController {
  why: 'ended' | 'kickedOut' | null = null;
  #session: LiveSession | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly session: () => LiveSession | null,
  ) {
    host.addController(this);
    new SessionListener(host, session, ({ events: sessionEvents, liveListStore: { events } }) => [
      events.on('live-ended', () => this.#note('ended')),
      events.on('kicked-out-of-live', () => this.#note('kickedOut')),
      sessionEvents.on('login-expired', () => this.#note('kickedOut')),
    ]);
  }

  hostUpdate(): void {
    const session = this.session();
    if (session !== this.#session) this.why = null;
    this.#session = session;
    if (session?.connectionState.get() !== 'idle') this.why = null;
  }

  #note(why: 'ended' | 'kickedOut'): void {
    this.why = why;
    this.host.requestUpdate();
  }
}
