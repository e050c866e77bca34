import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';
import type { FactorPlan } from './factor-plan.js';

/** A multiplier window is announced this many milliseconds before it begins. */
const hintTime = 5000;

/** A factor that is on, or that is about to begin. */
export interface FactorMoment {
  factor: number;
  /** False: the window is about to begin. */
  isOn: boolean;
  /** Milliseconds until the window ends or, if it is not on yet, until it begins. */
  left: number;
}

/** Follows a factor plan and writes the seconds left, once per second. */
export class FactorClock implements ReactiveController {
  /** Null while no window is on or about to begin. */
  moment: FactorMoment | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly read: () => { plan: FactorPlan | null; session: LiveSession } | null,
    private readonly write: (moment: FactorMoment, seconds: number) => void,
  ) {
    host.addController(this);
  }

  hostConnected(): void {
    if (this.host.hasUpdated) this.host.requestUpdate();
  }

  hostUpdate(): void {
    this.moment = this.#next()?.moment ?? null;
  }

  hostUpdated(): void {
    this.#tick();
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  readonly #tick = (): void => {
    clearTimeout(this.#timer);
    const next = this.#next();
    const isOther = next?.moment?.isOn !== this.moment?.isOn || next?.moment?.factor !== this.moment?.factor;
    if (isOther) this.host.requestUpdate();
    if (!next || isOther || !this.host.isConnected) return;
    if (this.moment && next.moment) this.write(next.moment, Math.ceil(next.moment.left / 1000));
    this.#timer = setTimeout(this.#tick, next.wait);
  };

  /** The window to show now, and in how many milliseconds to look again; null when no window is on or follows. */
  #next(): { moment: FactorMoment | null; wait: number } | null {
    const shown = this.read();
    if (!shown?.plan) return null;
    const { factorAt, changes } = shown.plan;
    const now = shown.session.clock.now();
    const factor = factorAt(now);
    const change = Math.min(...changes.filter((instant) => instant > now && factorAt(instant) !== factor));
    if (change === Number.POSITIVE_INFINITY) return null;
    const isOn = factor > 1;
    const left = change - now;
    if (!isOn && left > hintTime) return { moment: null, wait: left - hintTime };
    return { moment: { factor: isOn ? factor : factorAt(change), isOn, left }, wait: left % 1000 || 1000 };
  }
}
