import type { ReactiveController, ReactiveElement } from 'lit';
import { defaultCanvas, type LiveCanvas } from '../../core/index.js';

/** The size of an element in whole pixels, followed while the element is in a document. */
export class BoxSize implements ReactiveController {
  #size: LiveCanvas = { w: 0, h: 0 };
  readonly #observer =
    typeof ResizeObserver === 'undefined'
      ? null
      : new ResizeObserver(() => {
          this.#measure();
        });

  constructor(private readonly host: ReactiveElement) {
    host.addController(this);
  }

  /** The size in pixels; the default canvas while the element has no box. */
  get canvas(): LiveCanvas {
    return this.#size.w > 0 && this.#size.h > 0 ? this.#size : defaultCanvas;
  }

  hostConnected(): void {
    this.#observer?.observe(this.host);
    this.#measure();
  }

  hostDisconnected(): void {
    this.#observer?.disconnect();
  }

  #measure(): void {
    const { clientWidth: w, clientHeight: h } = this.host;
    if (w === this.#size.w && h === this.#size.h) return;
    this.#size = { w, h };
    this.host.requestUpdate();
  }
}
