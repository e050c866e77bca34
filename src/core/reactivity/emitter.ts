type Listener<P> = (payload: P) => void;
type AnyListener<E> = <K extends keyof E>(name: K, payload: E[K]) => void;

/** Typed events of a store; `E` maps each name to its payload. */
export class Emitter<E extends object> {
  readonly #listeners = new Map<keyof E, Set<Listener<never>>>();
  readonly #any = new Set<AnyListener<E>>();

  /** Returns the function that takes the listener off again. */
  on<K extends keyof E>(name: K, listener: Listener<E[K]>): () => void {
    const set = this.#listeners.get(name) ?? new Set();
    this.#listeners.set(name, set);
    set.add(listener);
    return () => set.delete(listener);
  }

  /** Hears every event, with its name. */
  onAny(listener: AnyListener<E>): () => void {
    this.#any.add(listener);
    return () => this.#any.delete(listener);
  }

  /** A listener that throws does not keep the others from hearing. */
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
