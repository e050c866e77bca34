import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its element again every half second, for countdowns. */
export class SecondHand implements ReactiveController {
  #timer: ReturnType<typeof setInterval> | undefined;

  constructor(private readonly host: ReactiveControllerHost) {
    host.addController(this);
  }

  hostConnected(): void {
    this.#timer = setInterval(() => this.host.requestUpdate(), 500);
  }

  hostDisconnected(): void {
    clearInterval(this.#timer);
  }
}

/** Whole seconds until an instant (epoch milliseconds); 0 once it is over. */
export function secondsUntil(instant: number, now: number): number {
  return Math.max(0, Math.ceil((instant - now) / 1000));
}
