import { signal, untracked, type ReadonlySignal, type WritableSignal } from './signal.js';

/**
 * A signal for each key that somebody asked for. A change wakes only those who follow a key with another value. A
 * signal lives as long as somebody holds it: keys, such as user ids, come and go without end.
 */
export class KeyedSignals<T> {
  readonly #signals = new Map<string, WeakRef<WritableSignal<T>>>();

  /** `valueOf` returns the current value of a key, and the value of unknown keys. */
  constructor(private readonly valueOf: (key: string) => T) {}

  /** The signal of a key: the same object for as long as somebody holds it. */
  of(key: string): ReadonlySignal<T> {
    const known = this.#signals.get(key)?.deref();
    if (known) return known;
    // Untracked: the caller follows this key alone, not all that the values are made from.
    const made = signal(untracked(() => this.valueOf(key)));
    this.#signals.set(key, new WeakRef(made));
    return made;
  }

  /** Call it when values may have changed. */
  update(): void {
    for (const [key, reference] of this.#signals) {
      const held = reference.deref();
      if (held) held.set(this.valueOf(key));
      else this.#signals.delete(key);
    }
  }
}
