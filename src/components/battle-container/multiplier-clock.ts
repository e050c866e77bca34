import type { ReactiveController, ReactiveElement } from 'lit';
import { multiplierAt, type BattleInfo, type LiveSession } from '../../core/index.js';

/** Milliseconds before points count more that this is said. */
const hintTime = 5000;

/** The multiplier window that lasts, or that is about to begin. */
export interface MultiplierMoment {
  factor: number;
  /** False: soon. */
  isOn: boolean;
  /** Milliseconds until it ends, or begins. */
  left: number;
}

/** Knows what is to be said of a battle's multiplier windows, and tells the seconds once a second. */
export class MultiplierClock implements ReactiveController {
  /** Null when there is nothing to say. */
  moment: MultiplierMoment | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveElement,
    private readonly read: () => { battle: BattleInfo; session: LiveSession } | null,
    private readonly write: (moment: MultiplierMoment, seconds: number) => void,
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
  #next(): { moment: MultiplierMoment | null; wait: number } | null {
    const shown = this.read();
    if (shown?.battle.phase !== 'running') return null;
    const { battle, session } = shown;
    const now = session.clock.now();
    const elapsed = now - battle.startedAt;
    const ahead = battle.config.multipliers.filter(({ to }) => to * 1000 > elapsed);
    const [window] = [...ahead].sort((a, b) => a.from - b.from);
    if (!window) return null;
    const isOn = multiplierAt(battle, now) > 1;
    const left = (isOn ? window.to : window.from) * 1000 - elapsed;
    if (!isOn && left > hintTime) return { moment: null, wait: left - hintTime };
    return { moment: { factor: window.factor, isOn, left }, wait: left % 1000 || 1000 };
  }
}
