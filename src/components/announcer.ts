import type { ReactiveController, ReactiveControllerHost } from 'lit';

/**
 * Writes a text that changes often into an element, for screen readers: the first text at once, then at most one text
 * per pause, always the latest. A new element begins with a first text again.
 */
export class Announcer implements ReactiveController {
  #latest: () => string = () => '';
  #element: HTMLElement | null = null;
  /** The text in the element; null before the first one. */
  #said: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly milliseconds: number,
    private readonly write: (element: HTMLElement, text: string, isFirst: boolean) => void,
  ) {
    host.addController(this);
  }

  say(element: HTMLElement, latest: () => string): void {
    this.#latest = latest;
    if (element !== this.#element) this.#beginWith(element);
    if (this.#said === null) this.#onTime();
    else this.#timer ??= setTimeout(this.#onTime, this.milliseconds);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  #beginWith(element: HTMLElement): void {
    this.hostDisconnected();
    this.#element = element;
    this.#said = null;
  }

  readonly #onTime = (): void => {
    this.#timer = undefined;
    const text = this.#latest();
    if (!this.#element || text === this.#said) return;
    this.write(this.#element, text, this.#said === null);
    this.#said = text;
  };
}
