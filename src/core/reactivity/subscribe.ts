import { Signal } from 'signal-polyfill';
import type { ReadonlySignal } from './signal.js';

/**
 * Calls `listener` with the value now and after every task in which it changed; for pages without a signals library.
 * Returns the function that ends it. Each subscription has a watcher of its own: disposing of many on a shared one is quadratic.
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
