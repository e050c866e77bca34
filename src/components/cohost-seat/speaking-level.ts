import type { ReactiveController } from 'lit';
import type { LiveElement } from '../session-context/live-element.js';
import { FrameEffect } from '../signals/frame-effect.js';

const property = '--speaking-level';

/** Slotted content with this attribute, or within content that is slotted, gets the level as a custom property. */
const asks = '[data-speaking-level]';

/**
 * Shows the volume of a seat's user, which changes many times a second. It is written to the elements that show it, and
 * to no element around them: a custom property restyles all that inherit it. The ring is made when the user first speaks.
 */
export class SpeakingLevel implements ReactiveController {
  #level = 0;
  #ring: HTMLElement | null = null;
  /** Elements of the page that show the level. */
  #askers: readonly HTMLElement[] = [];

  /**
   * @param read The level, 0–1; reads signals.
   * @param onLevel Told of each level.
   */
  constructor(
    private readonly host: LiveElement,
    read: () => number,
    private readonly onLevel: (level: number) => void,
  ) {
    host.addController(this);
    new FrameEffect(host, read, (level) => {
      this.#write(level);
    });
  }

  hostUpdated(): void {
    this.findAskers();
  }

  /** Call it when other content was slotted. */
  readonly findAskers = (): void => {
    if (this.host.childElementCount === 0 && this.#askers.length === 0) return;
    const slots = [...this.host.renderRoot.querySelectorAll('slot')];
    const slotted = slots.flatMap((slot) => slot.assignedElements({ flatten: true }));
    this.#askers = slotted.flatMap((element) => [
      ...(element.matches(asks) ? [element as HTMLElement] : []),
      ...element.querySelectorAll<HTMLElement>(asks),
    ]);
    for (const element of this.#askers) element.style.setProperty(property, String(this.#level));
  };

  #write(level: number): void {
    this.#level = level;
    const ring = this.#shownRing(level);
    // Loud enough is as good as loudest: a ring that is hardly seen says nothing.
    if (ring) ring.style.opacity = String(Math.min(1, level * 2.5));
    for (const element of this.#askers) element.style.setProperty(property, String(level));
    this.onLevel(level);
  }

  /** The ring; null for a seat whose user has not spoken yet. */
  #shownRing(level: number): HTMLElement | null {
    if (this.#ring?.isConnected) return this.#ring;
    if (level === 0) return null;
    const foreground = this.host.renderRoot.querySelector('.foreground');
    if (!foreground) return null;
    this.#ring ??= newRing();
    foreground.before(this.#ring);
    return this.#ring;
  }
}

function newRing(): HTMLElement {
  const ring = document.createElement('div');
  ring.className = 'ring';
  ring.part = 'ring';
  return ring;
}
