import type { ReactiveController, ReactiveElement } from 'lit';
import { multiplierAt, type BattleInfo, type LiveSession } from '../../core/index.js';

/** A multiplier window is announced this many milliseconds before it begins. */
const hintTime = 5000;

/** The multiplier window that is on, or that is about to begin. */
export interface MultiplierMoment {
  factor: number;
  /** False: the window is about to begin. */
  isOn: boolean;
  /** Milliseconds until the window ends or, if it is not on yet, until it begins. */
  left: number;
}

/** Follows a battle's multiplier windows and writes the seconds left, once per second. */
export class MultiplierClock implements ReactiveController {
  /** Null while no window is on or about to begin. */
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

  /** The window to show now, and in how many milliseconds to look again; null when no window is on or follows. */
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
