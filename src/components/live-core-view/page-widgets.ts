interface Widget {
  source: unknown;
  inputs: readonly unknown[];
  holder: HTMLElement;
  isFilled: boolean;
}

/** Content made by the page for slots of the stage, kept among the stage's own children. */
export class PageWidgets {
  readonly #widgets = new Map<string, Widget>();
  readonly #reported = new Set<string>();

  constructor(private readonly stage: HTMLElement) {}

  /**
   * Makes the content of a slot when it is new or its inputs changed; `fill` says whether there is any. Returns whether
   * the slot has content. A widget that breaks is as good as none: the rest of the stage goes on.
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

  /** Takes away what is in no slot of this list. */
  keep(slots: ReadonlySet<string>): void {
    for (const slot of this.#widgets.keys()) {
      if (!slots.has(slot)) this.#remove(slot);
    }
  }

  #fill(holder: HTMLElement, fill: (holder: HTMLElement) => boolean): boolean {
    try {
      return fill(holder);
    } catch (error) {
      // Once: what breaks for one seat or score breaks for all of them, many times a second.
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
