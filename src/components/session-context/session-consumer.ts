import { ContextConsumer } from '@lit/context';
import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';
import { liveSessionContext } from './session-context.js';

type Consumer = ContextConsumer<typeof liveSessionContext, ReactiveElement>;

/**
 * Gets the session of the `<live-session>` around an element, even one that is defined or connected later. It asks for
 * it when the session is first read: an element that is given a session, as those on a stage are, never asks.
 */
export class SessionConsumer implements ReactiveController {
  #consumer: Consumer | null = null;

  constructor(private readonly host: ReactiveElement) {
    // Added before the consumer, which asks again when it is connected: the value of the old place must be gone by
    // then.
    host.addController(this);
  }

  get session(): LiveSession | null {
    this.#consumer ??= this.#newConsumer();
    return this.#consumer.value ?? null;
  }

  hostConnected(): void {
    if (!this.#consumer) return;
    delete this.#consumer.value;
    if (this.host.hasUpdated) this.host.requestUpdate();
    document.addEventListener('context-provider', this.#onProvider);
  }

  hostDisconnected(): void {
    document.removeEventListener('context-provider', this.#onProvider);
  }

  #newConsumer(): Consumer {
    if (this.host.isConnected) document.addEventListener('context-provider', this.#onProvider);
    return new ContextConsumer(this.host, { context: liveSessionContext, subscribe: true });
  }

  readonly #onProvider = (event: Event): void => {
    if ('context' in event && event.context === liveSessionContext) this.#consumer?.hostConnected();
  };
}
