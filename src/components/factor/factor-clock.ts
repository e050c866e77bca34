import type { ReactiveController, ReactiveElement } from 'lit';
import type { LiveSession } from '../../core/index.js';
import type { FactorPlan } from './factor-plan.js';

/** Milliseconds before points count more that this is said. */
const hintTime = 5000;

/** A factor that applies, or is about to. */
export interface FactorMoment {
  factor: number;
  /** False: soon. */
  isOn: boolean;
  /** Milliseconds until it ends, or begins. */
  left: number;
}

/** Knows what is to be said of how often points count, and tells the seconds once a second. */
export class FactorClock implements ReactiveController {
  /** Null when there is nothing to say. */
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

  /** What is to be said now, and after how many milliseconds that changes; null when nothing follows any more. */
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
