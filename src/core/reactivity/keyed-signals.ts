import { signal, untracked, type ReadonlySignal, type WritableSignal } from './signal.js';

interface Entry<T> {
  value: T;
  readonly signal: WeakRef<WritableSignal<T>>;
}

/**
 * A signal for each key that somebody asked for. A change wakes only those who follow a key with another value. A
 * signal lives as long as somebody holds it: keys, such as user ids, come and go without end.
 */
export class KeyedSignals<T extends number | null> {
  readonly #entries = new Map<string, Entry<T>>();
  /** With this many entries, those that nobody holds any more are removed. */
  #sweepAt = 64;

  /** `valueOf` returns the current value of a key, and the value of unknown keys. */
  constructor(private readonly valueOf: (key: string) => T) {}

  /** The signal of a key: the same object for as long as somebody holds it. */
  of(key: string): ReadonlySignal<T> {
    const known = this.#entries.get(key)?.signal.deref();
    if (known) return known;
    // Untracked: the caller follows this key alone, not all that the values are made from.
    const value = untracked(() => this.valueOf(key));
    const made = signal(value);
    this.#entries.set(key, { value, signal: new WeakRef(made) });
    if (this.#entries.size >= this.#sweepAt) this.#sweep();
    return made;
  }

  /** Call it when values may have changed; with a key, when that of this key may have. */
  update(only?: string): void {
    if (only === undefined) {
      for (const [key, entry] of this.#entries) this.#refresh(key, entry);
      return;
    }
    const entry = this.#entries.get(only);
    if (entry) this.#refresh(only, entry);
  }

  #refresh(key: string, entry: Entry<T>): void {
    const value = this.valueOf(key);
    if (value === entry.value) return;
    entry.value = value;
    entry.signal.deref()?.set(value);
  }

  #sweep(): void {
    for (const [key, entry] of this.#entries) {
      if (!entry.signal.deref()) this.#entries.delete(key);
    }
    this.#sweepAt = Math.max(64, 2 * this.#entries.size);
  }
}
