import { Signal } from '@lit-labs/signals';
import type { PropertyValues, ReactiveElement } from 'lit';

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
    /** Whether the pending update was asked for by signals alone. */
    #isBySignals = false;
    #isProbing = false;
    #isStale = false;
    readonly #watcher = new Signal.subtle.Watcher(() => {
      if (this.isUpdatePending) return;
      this.requestUpdate();
      this.#isBySignals = true;
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

    override requestUpdate(...change: Parameters<ReactiveElement['requestUpdate']>): void {
      // A property that is set to what it was asks for nothing; others are known to `shouldUpdate`. The constructor of
      // `ReactiveElement` comes here before this class has its fields.
      if (#isBySignals in this && change[0] === undefined) this.#isBySignals = false;
      super.requestUpdate(...change);
    }

    protected override shouldUpdate(changed: PropertyValues): boolean {
      if (this.#isBySignals && changed.size === 0) return false;
      this.#isBySignals = false;
      return super.shouldUpdate(changed);
    }

    protected override performUpdate(): void {
      if (!this.isUpdatePending) return;
      const before = this.#update;
      this.#isBySignals &&= before !== null && !this.#hasNews(before);
      // A new computed for each update: a used one runs again only when one of its signals has changed.
      const update = new Signal.Computed(() => {
        if (this.#isProbing) this.#isStale = true;
        else super.performUpdate();
      });
      if (this.isConnected) this.#watch(update);
      Signal.subtle.untrack(() => {
        update.get();
      });
      // Nothing was read, because nothing was rendered.
      if (this.#isBySignals && this.isConnected) this.#watch(before);
      this.#isBySignals = false;
    }

    /**
     * Whether a signal that the last update read has another value. A watcher is also told when a signal is worked out
     * anew with the same value.
     */
    #hasNews(update: Signal.Computed<void>): boolean {
      this.#isStale = false;
      this.#isProbing = true;
      try {
        Signal.subtle.untrack(() => {
          update.get();
        });
      } catch {
        // The last update failed, and nothing that it read has changed.
      } finally {
        this.#isProbing = false;
      }
      this.#watcher.watch();
      return this.#isStale;
    }

    #watch(update: Signal.Computed<void> | null): void {
      if (this.#update) this.#watcher.unwatch(this.#update);
      this.#update = update;
      if (update) this.#watcher.watch(update);
    }
  }
  return SignalElement;
}
