import type { ReactiveController, ReactiveControllerHost } from 'lit';

/** Renders its host again every half second, for what counts down. */
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

/** Whole seconds until an instant, never below zero. */
export function secondsUntil(instant: number, now: number): number {
  return Math.max(0, Math.ceil((instant - now) / 1000));
}
