import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';
import { liveSessionContext } from './session-context.js';

/** Gets the session of the `<live-session>` around an element, even one that is defined or connected later. */
export class SessionConsumer implements ReactiveController {
  readonly #consumer: ContextConsumer<typeof liveSessionContext, ReactiveElement>;

  constructor(private readonly host: ReactiveElement) {
    // Added before the consumer, which asks again when it is connected: the value of the old place must be gone by
    // then.
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
