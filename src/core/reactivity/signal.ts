import { Signal } from 'signal-polyfill';

/** A value that others may read, compute with and watch, but not set. */
export interface ReadonlySignal<T> {
  get(): T;
}

export type WritableSignal<T> = Signal.State<T>;

export function signal<T>(value: T): WritableSignal<T> {
  return new Signal.State(value);
}

export function computed<T>(compute: () => T): ReadonlySignal<T> {
  return new Signal.Computed(compute);
}

/** Runs `read` without making it a dependency of whoever is computing. */
export function untracked<T>(read: () => T): T {
  return Signal.subtle.untrack(read);
}
