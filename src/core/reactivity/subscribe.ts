import { Signal } from 'signal-polyfill';
import type { ReadonlySignal } from './signal.js';

/**
 * Calls `listener` with the current value at once, and in a microtask after later changes. For pages without a signals
 * library. Each subscription has its own watcher, because removing many from a shared one takes quadratic time.
 * @returns The function that ends the subscription.
 */
export function subscribe<T>(source: ReadonlySignal<T>, listener: (value: T) => void): () => void {
  const value = new Signal.Computed(() => source.get());
  let last: T | undefined;
  let ended = false;
  let queued = false;

  const deliver = (): void => {
    queued = false;
    if (ended) return;
    watcher.watch();
    const current = value.get();
    if (Object.is(current, last)) return;
    last = current;
    listener(current);
  };
  const watcher = new Signal.subtle.Watcher(() => {
    if (queued) return;
    queued = true;
    void Promise.resolve().then(deliver);
  });

  watcher.watch(value);
  last = value.get();
  listener(last);
  return () => {
    ended = true;
    watcher.unwatch(value);
  };
}
