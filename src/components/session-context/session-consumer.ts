import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';
import { liveSessionContext } from './session-context.js';

/** Asks the elements around the host for their session, also those that are defined or connected later than it. */
export class SessionConsumer implements ReactiveController {
  readonly #consumer: ContextConsumer<typeof liveSessionContext, ReactiveElement>;

  constructor(private readonly host: ReactiveElement) {
    // Before the consumer: its request is to find the value of the old place gone.
    host.addController(this);
    this.#consumer = new ContextConsumer(host, { context: liveSessionContext, subscribe: true });
  }

  get session(): LiveSession | null {
    return this.#consumer.value ?? null;
  }

  hostConnected(): void {
    delete this.#consumer.value;
    if (this.host.hasUpdated) this.host.requestUpdate();
    document.addEventListener('context-provider', this.#onProvider);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider);
  }

  readonly #onProvider = (event: Event): void => {
    if ('context' in event && event.context === liveSessionContext) this.#consumer.hostConnected();
  };
}
