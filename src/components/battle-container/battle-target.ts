import { html, nothing, type ReactiveElement, type TemplateResult } from 'lit';
import { untracked, type BattleInfo, type LiveSession, type TargetEffect } from '../../core/index.js';
import { bullseye } from '../icons.js';
import { localeOf } from '../locale.js';
import { formatScore } from '../score-number.js';
import { shownPoints, sumOfPoints } from '../shown-points.js';
import { FrameEffect } from '../signals/frame-effect.js';
import { text } from '../strings.js';
import { Countdown } from './countdown.js';

/** The battle that the element shows, with its session. */
interface Seen {
  battle: BattleInfo;
  session: LiveSession;
}

/** Renders the open target of all hosts, and writes their points and the seconds left into it. */
export class BattleTarget {
  constructor(
    private readonly host: ReactiveElement,
    private readonly read: () => Seen | null,
  ) {
    new FrameEffect(
      host,
      () => this.#points,
      (points) => this.#writePoints(points),
    );
    new Countdown(
      host,
      () => this.#timeLeft,
      (seconds) => {
        const time = this.#find('.target-time');
        if (time) time.textContent = text('targetTime', { seconds: String(seconds) });
      },
    );
  }

  render(): TemplateResult | typeof nothing {
    const target = this.#open;
    if (!target) return nothing;
    return html`
      <div class="target" part="target">
        <div class="target-fill"></div>
        <span class="target-sign">${bullseye}</span>
        <bdi class="target-points"></bdi>
        <bdi class="factor">${text('factor', { factor: String(target.factor) })}</bdi>
        <bdi class="target-time"></bdi>
      </div>
    `;
  }

  /** The target that is not reached yet. */
  get #open(): TargetEffect | null {
    const { battle } = this.read() ?? {};
    if (battle?.phase !== 'running') return null;
    return battle.effects.find((effect) => effect.type === 'target' && effect.from === null) as TargetEffect | null;
  }

  /** Null while points of a host are hidden, and without a target. */
  get #points(): number | null {
    const seen = this.read();
    if (!seen || !this.#open) return null;
    const userIds = seen.battle.users.map(({ userId }) => userId);
    return sumOfPoints(userIds, shownPoints(seen.session));
  }

  get #timeLeft(): { left: number; total: number } | null {
    const seen = this.read();
    const target = this.#open;
    if (!seen || !target) return null;
    return { left: target.endsAt - seen.session.clock.now(), total: target.endsAt - seen.battle.startedAt };
  }

  #writePoints(points: number | null): void {
    const target = untracked(() => this.#open);
    const pill = this.#find('.target');
    if (!target || !pill) return;
    const locale = localeOf(this.host);
    const wanted = formatScore(target.points, locale);
    const reached = points === null ? 0 : Math.min(points / target.points, 1);
    pill.style.setProperty('--_reached', String(reached));
    this.#find('.target-points')!.textContent =
      points === null
        ? text('targetWithoutPoints', { target: wanted })
        : text('target', { points: formatScore(points, locale), target: wanted });
  }

  #find(selector: string): HTMLElement | null {
    return this.host.renderRoot.querySelector(selector);
  }
}
