import { Signal } from '@lit-labs/signals';
import type { ReactiveController, ReactiveElement } from 'lit';
import { cancelInNextFrame, inNextFrame } from './frame-queue.js';

/**
 * Writes a value that changes many times a second into the DOM without rendering. `read` reads signals. `write` runs
 * after every update of the element, and otherwise at most once a frame.
 */
export class FrameEffect<T> implements ReactiveController {
  #source: Signal.Computed<T> | null = null;
  #written: T | undefined;
  readonly #watcher = new Signal.subtle.Watcher(() => {
    inNextFrame(this.#onFrame);
  });

  constructor(
    private readonly host: ReactiveElement,
    private readonly read: () => T,
    private readonly write: (value: T) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.host.hasUpdated) this.hostUpdated();
  }

  hostUpdated(): void {
    // A new computed each time: `read` may depend on properties of the element, which are no signals.
    this.#release();
    if (!this.host.isConnected) return;
    this.#source = new Signal.Computed(this.read);
    this.#watcher.watch(this.#source);
    this.#write(this.#current());
  }

  hostDisconnected(): void {
    this.#release();
  }

  readonly #onFrame = (): void => {
    if (!this.#source) return;
    this.#watcher.watch();
    const value = this.#current();
    if (!Object.is(value, this.#written)) this.#write(value);
  };

  #current(): T {
    // Read untracked: this also runs inside updates, which must not depend on these signals.
    return Signal.subtle.untrack(() => this.#source!.get());
  }

  #write(value: T): void {
    this.#written = value;
    this.write(value);
  }

  #release(): void {
    cancelInNextFrame(this.#onFrame);
    if (this.#source) this.#watcher.unwatch(this.#source);
    this.#source = null;
  }
}
