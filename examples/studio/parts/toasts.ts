import { signal, type ReadonlySignal } from 'live-battles/core';
import { errorSentence } from '../wording/error-sentence.js';

export interface Toast {
  id: number;
  text: string;
  tone: 'news' | 'error';
}

const shownFor = 5000;

/** What a pane has to say at the moment. */
export class Toasts {
  readonly #list = signal<readonly Toast[]>([]);
  #lastId = 0;

  readonly list: ReadonlySignal<readonly Toast[]> = this.#list;

  show(text: string, tone: Toast['tone'] = 'news'): void {
    const id = ++this.#lastId;
    this.#list.set([...this.#list.get(), { id, text, tone }].slice(-3));
    setTimeout(() => this.#list.set(this.#list.get().filter((toast) => toast.id !== id)), shownFor);
  }

  /** Does something and says so when it fails. True when it worked. */
  async attempt(action: () => Promise<unknown>): Promise<boolean> {
    try {
      await action();
      return true;
    } catch (error) {
      this.show(errorSentence(error), 'error');
      return false;
    }
  }
}
