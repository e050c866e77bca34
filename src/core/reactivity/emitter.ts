type Listener<P> = (payload: P) => void;
type AnyListener<E> = <K extends keyof E>(name: K, payload: E[K]) => void;

/** Emits the typed events of a store. `E` maps each event name to its payload. */
export class Emitter<E extends object> {
  // Lists are replaced, never changed: emitting copies nothing, though listeners come and go meanwhile.
  readonly #listeners = new Map<keyof E, readonly Listener<never>[]>();
  #any: readonly AnyListener<E>[] = [];

  /** Adds a listener. Returns the function that removes it. */
  on<K extends keyof E>(name: K, listener: Listener<E[K]>): () => void {
    this.#listeners.set(name, withOne(this.#listeners.get(name) ?? [], listener));
    return () => {
      this.#listeners.set(name, without(this.#listeners.get(name) ?? [], listener));
    };
  }

  /** Adds a listener for all events. Returns the function that removes it. */
  onAny(listener: AnyListener<E>): () => void {
    this.#any = withOne(this.#any, listener);
    return () => {
      this.#any = without(this.#any, listener);
    };
  }

  /** Calls all listeners. If one throws, the others are still called. */
  emit<K extends keyof E>(name: K, payload: E[K]): void {
    for (const listener of this.#listeners.get(name) ?? noListeners) {
      try {
        (listener as Listener<E[K]>)(payload);
      } catch (error) {
        report(error);
      }
    }
    for (const listener of this.#any) {
      try {
        listener(name, payload);
      } catch (error) {
        report(error);
      }
    }
  }
}

const noListeners: readonly never[] = [];

function withOne<T>(list: readonly T[], item: T): readonly T[] {
  return list.includes(item) ? list : [...list, item];
}

function without<T>(list: readonly T[], item: T): readonly T[] {
  return list.filter((other) => other !== item);
}

/** An unhandled rejection reaches the page's error reporting. */
function report(error: unknown): void {
  void Promise.reject(error instanceof Error ? error : new Error(String(error)));
}
