import { Signal } from '@lit-labs/signals';
import type { ReactiveElement } from 'lit';

// A mixin's constructor must take `any[]`: TypeScript knows no other form.
// eslint-disable-next-line @typescript-eslint/no-explicit-any
type Constructor<T> = new (...args: any[]) => T;

/**
 * Renders again when a signal that the last update read changes. Unlike `SignalWatcher` of `@lit-labs/signals` 0.3 it
 * lets go of its element: one watcher of its own, watching only while the element is in a document.
 */
export function WithSignals<T extends Constructor<ReactiveElement>>(Base: T): T {
  class SignalElement extends Base {
    #update: Signal.Computed<void> | null = null;
    readonly #watcher = new Signal.subtle.Watcher(() => {
      this.requestUpdate();
    });

    override connectedCallback(): void {
      super.connectedCallback();
      // Signals may have changed while nobody watched them.
      if (this.hasUpdated && !this.#update) this.requestUpdate();
    }

    override disconnectedCallback(): void {
      super.disconnectedCallback();
      // A microtask later, so that an element that is only moved keeps its watch.
      queueMicrotask(() => {
        if (!this.isConnected) this.#watch(null);
      });
    }

    protected override performUpdate(): void {
      if (!this.isUpdatePending) return;
      // Fresh each time: nothing then depends on how a computed treats a value that has not changed.
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
