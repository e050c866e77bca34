import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BattleInfo, LiveSession } from '../../core/index.js';

/** Milliseconds that the start is marked, and that a result stays. */
const startShown = 1000;
const resultShown = 5000;

/** Which battle an element shows right now: one that goes on, or a fresh result, also for somebody who comes late. */
export class BattleShow implements ReactiveController {
  /** Null when there is nothing to show. */
  battle: BattleInfo | null = null;
  /** True in the first second of a battle. */
  isStarting = false;
  /** True in the first seconds after the end, whether or not a penalty follows. */
  isResultFresh = false;

  #session: LiveSession | null = null;
  #latest: BattleInfo | null = null;
  #isPresent = false;
  #until = 0;
  #timer: ReturnType<typeof setTimeout> | undefined;

  constructor(
    private readonly host: ReactiveControllerHost,
    private readonly session: () => LiveSession | null,
  ) {
    host.addController(this);
  }

  hostUpdate(): void {
    const session = this.session();
    if (session !== this.#session) this.#reset(session);
    const latest = session?.battleStore.latestBattleInfo.get() ?? null;
    if (session && latest) this.#follow(latest, session);
    this.#latest = latest;
    this.#isPresent = Boolean(session?.liveListStore.currentLive.get());

    const left = this.#until - performance.now();
    this.isStarting = latest?.phase === 'running' && left > 0;
    this.isResultFresh = Boolean(latest?.result) && left > 0;
    this.battle = latest && (latest.phase !== 'over' || left > 0) ? latest : null;
    this.#updateAfter(left);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #follow({ battleId, phase, startedAt, endedAt, result }: BattleInfo, { clock }: LiveSession): void {
    const isSame = this.#latest?.battleId === battleId;
    const hadResult = isSame && this.#latest?.result;
    if (hadResult || (isSame && this.#latest?.phase === phase)) return;
    const span = phase === 'countdown' ? 0 : result ? resultShown : startShown;
    // Whoever saw it happen sees all of it, even if the clocks disagree.
    const isWitness = result ? isSame : this.#isPresent;
    const since = isWitness ? 0 : clock.now() - (endedAt ?? startedAt);
    this.#until = performance.now() + span - Math.max(0, since);
  }

  #reset(session: LiveSession | null): void {
    this.#session = session;
    this.#latest = null;
    this.#isPresent = false;
    this.#until = 0;
  }

  #updateAfter(milliseconds: number): void {
    clearTimeout(this.#timer);
    if (milliseconds <= 0) return;
    this.#timer = setTimeout(() => {
      this.host.requestUpdate();
    }, milliseconds);
  }
}
