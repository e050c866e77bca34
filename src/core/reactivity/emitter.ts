type Listener<P> = (payload: P) => void;
type AnyListener<E> = <K extends keyof E>(name: K, payload: E[K]) => void;

/** Emits the typed events of a store. `E` maps each event name to its payload. */
export class Emitter<E extends object> {
  readonly #listeners = new Map<keyof E, Set<Listener<never>>>();
  readonly #any = new Set<AnyListener<E>>();

  /** Adds a listener. Returns the function that removes it. */
  on<K extends keyof E>(name: K, listener: Listener<E[K]>): () => void {
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set);
    set.add(listener);
    return () => set.delete(listener);
  }

  /** Adds a listener for all events. Returns the function that removes it. */
  onAny(listener: AnyListener<E>): () => void {
    this.#any.add(listener);
    return () => this.#any.delete(listener);
  }

  /** Calls all listeners. If one throws, the others are still called. */
  emit<K extends keyof E>(name: K, payload: E[K]): void {
    for (const listener of [...(this.#listeners.get(name) ?? [])]) {
      report(() => {
        (listener as Listener<E[K]>)(payload);
      });
    }
    for (const listener of [...this.#any]) {
      report(() => {
        listener(name, payload);
      });
    }
  }
}

function report(call: () => void): void {
  try {
    call();
  } catch (error) {
    // An unhandled rejection reaches the page's error reporting.
    void Promise.reject(error instanceof Error ? error : new Error(String(error)));
  }
}
