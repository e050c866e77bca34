interface Widget {
  source: unknown;
  inputs: readonly unknown[];
  holder: HTMLElement;
  isFilled: boolean;
}

/** The page's widgets for slots of the stage, kept as children of the stage element. */
export class PageWidgets {
  readonly #widgets = new Map<string, Widget>();
  readonly #reported = new Set<string>();

  constructor(private readonly stage: HTMLElement) {}

  /**
   * Fills a slot when it is new, or when its source or inputs changed. `fill` returns false without content. A widget
   * that throws counts as no content, so that the rest of the stage goes on.
   * @returns Whether the slot has content.
   */
  show(slot: string, source: unknown, inputs: readonly unknown[], fill: (holder: HTMLElement) => boolean): boolean {
    const known = this.#widgets.get(slot);
    if (known && known.source === source && known.inputs.every((input, index) => input === inputs[index])) {
      return known.isFilled;
    }
    if (known && known.source !== source) this.#remove(slot);
    const holder = this.#widgets.get(slot)?.holder ?? newHolder(slot);
    const isFilled = this.#fill(holder, fill);
    this.#widgets.set(slot, { source, inputs, holder, isFilled });
    if (!isFilled) holder.remove();
    else if (holder.parentNode !== this.stage) this.stage.append(holder);
    return isFilled;
  }

  /** Removes the widgets of all other slots. */
  keep(slots: ReadonlySet<string>): void {
    for (const slot of this.#widgets.keys()) {
      if (!slots.has(slot)) this.#remove(slot);
    }
  }

  #fill(holder: HTMLElement, fill: (holder: HTMLElement) => boolean): boolean {
    try {
      return fill(holder);
    } catch (error) {
      // Reported once: the same error comes for every seat and every score, many times a second.
      if (!this.#reported.has(String(error))) reportError(error);
      this.#reported.add(String(error));
      return false;
    }
  }

  #remove(slot: string): void {
    this.#widgets.get(slot)?.holder.remove();
    this.#widgets.delete(slot);
  }
}

function newHolder(slot: string): HTMLElement {
  const holder = document.createElement('div');
  holder.slot = slot;
  holder.dataset['liveWidget'] = '';
  return holder;
}
