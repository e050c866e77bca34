import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { LiveListStore } from 'live-battles/core';
import { errorSentence } from '../wording/error-sentence.js';
import type { Toasts } from './toasts.js';

const every = 1500;

/** Fetches the first page of the live list again and again while its element is shown. */
export class LiveListPoll implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #isShown = false;
  #hasFailed = false;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly source: () => { store: LiveListStore; toasts: Toasts },
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#isShown = true;
    // After the first update, as the element has its properties only then.
    void this.host.updateComplete.then(() => this.#fetch());
  }

  hostDisconnected(): void {
    this.#isShown = false;
    clearTimeout(this.#timer);
  }

  async #fetch(): Promise<void> {
    const { store, toasts } = this.source();
    try {
      await store.fetchLiveList();
      this.#hasFailed = false;
    } catch (error) {
      // Show the error once, not after every attempt.
      if (!this.#hasFailed) toasts.show(errorSentence(error), 'error');
      this.#hasFailed = true;
    }
    clearTimeout(this.#timer);
    if (this.#isShown) this.#timer = setTimeout(() => void this.#fetch(), every);
  }
}
