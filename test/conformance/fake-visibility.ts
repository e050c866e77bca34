import type { PageVisibility } from '../../src/core/index.js';

/** A page that is hidden when a scenario says so: pages of one browser tab are hidden all at once. */
export class FakeVisibility implements PageVisibility {
  readonly #listeners = new Set<() => void>();
  isHidden = false;

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  readonly setHidden = (isHidden: boolean): void => {
    this.isHidden = isHidden;
    for (const listener of this.#listeners) listener();
  };
}
