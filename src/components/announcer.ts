import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Passes on what changes all the time no faster than a listener can follow: at first, then the latest every few seconds. */
export class Announcer implements ReactiveController {
  #latest: () => string = () => '';
  #said: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    host: ReactiveControllerHost,
    private readonly milliseconds: number,
    private readonly write: (text: string, isFirst: boolean) => void,
  ) {
    host.addController(this);
  }

  say(latest: () => string): void {
    this.#latest = latest;
    if (this.#said === null) this.#onTime();
    else this.#timer ??= setTimeout(this.#onTime, this.milliseconds);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
    this.#timer = undefined;
  }

  readonly #onTime = (): void => {
    this.#timer = undefined;
    const text = this.#latest();
    if (text === this.#said) return;
    this.write(text, this.#said === null);
    this.#said = text;
  };
}
