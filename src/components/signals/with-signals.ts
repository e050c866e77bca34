import { Signal } from '@lit-labs/signals';
import type { ReactiveElement } from 'lit';

// A mixin's constructor must take `any[]`: TypeScript knows no other form.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = new (...args: any[]) => T;

/**
 * Updates the element when a signal that its last update read changes. `SignalWatcher` of `@lit-labs/signals` 0.3 keeps
 * a removed element alive. Here each element has its own watcher, which watches only while the element is in a
 * document.
 */
export function WithSignals<T extends Constructor<ReactiveElement>>(Base: T): T {
  class SignalElement extends Base {
    #update: Signal.Computed<void> | null = null;
    readonly #watcher = new Signal.subtle.Watcher(() => {
      this.requestUpdate();
    });

    override connectedCallback(): void {
      super.connectedCallback();
      // Signals may have changed while the element did not watch them.
      if (this.hasUpdated && !this.#update) this.requestUpdate();
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      // Wait a microtask: an element that is only moved keeps its watch.
      queueMicrotask(() => {
        if (!this.isConnected) this.#watch(null);
      });
    }

    protected override performUpdate(): void {
      if (!this.isUpdatePending) return;
      // A new computed for each update: a used one runs again only when one of its signals has changed.
      const update = new Signal.Computed(() => {
        super.performUpdate();
      });
      if (this.isConnected) this.#watch(update);
      Signal.subtle.untrack(() => {
        update.get();
      });
    }

    #watch(update: Signal.Computed<void> | null): void {
      if (this.#update) this.#watcher.unwatch(this.#update);
      this.#update = update;
      if (update) this.#watcher.watch(update);
    }
  }
  return SignalElement;
}
