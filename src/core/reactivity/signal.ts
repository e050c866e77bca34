import { Signal } from 'signal-polyfill';

/** A value that can be read, computed with and watched, but not set. */
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

/** Runs `read` without adding a dependency to the current computation. */
export function untracked<T>(read: () => T): T {
  return Signal.subtle.untrack(read);
}
