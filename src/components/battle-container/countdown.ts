import type { ReactiveController, ReactiveElement } from 'lit';

/** The time left and the whole time, in milliseconds. */
export interface TimeLeft {
  left: number;
  total: number;
}

/** Writes the whole seconds left, once per second. It reads the clock each time, so that it cannot drift. */
export class Countdown implements ReactiveController {
  #timer: ReturnType<typeof setTimeout> | undefined;
  #written: number | null = null;

  constructor(
    private readonly host: ReactiveElement,
    private readonly read: () => TimeLeft | null,
    private readonly write: (seconds: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.host.hasUpdated) this.#tick();
  }

  hostUpdated(): void {
    this.#written = null;
    this.#tick();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly #tick = (): void => {
    clearTimeout(this.#timer);
    const time = this.read();
    if (!time || !this.host.isConnected) return;
    // A wrong clock must show neither more than the whole time nor less than zero.
    const left = Math.min(Math.max(time.left, 0), time.total);
    const seconds = Math.ceil(left / 1000);
    if (seconds !== this.#written) this.write(seconds);
    this.#written = seconds;
    if (left > 0) this.#timer = setTimeout(this.#tick, left - (seconds - 1) * 1000);
  };
}

/** Minutes and seconds, as in 4:07. */
export function clockText(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
