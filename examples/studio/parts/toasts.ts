import { signal, type ReadonlySignal } from 'live-battles/core';
import { errorSentence } from '../wording/error-sentence.js';

export interface Toast {
  id: number;
  text: string;
  tone: 'news' | 'error';
}

const shownFor = 5000;

/** The toasts that a pane shows at the moment. */
export class Toasts {
  readonly #list = signal<readonly Toast[]>([]);
  #lastId = 0;

  readonly list: ReadonlySignal<readonly Toast[]> = this.#list;

  show(text: string, tone: Toast['tone'] = 'news'): void {
    const id = ++this.#lastId;
    this.#list.set([...this.#list.get(), { id, text, tone }].slice(-3));
    setTimeout(() => this.#list.set(this.#list.get().filter((toast) => toast.id !== id)), shownFor);
  }

  /** Runs an action and shows a toast if it fails. Resolves with whether it succeeded. */
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
