import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BattleInfo, LiveSession } from '../../core/index.js';

/** A change of the battle that is shown for a short time only. */
type BattleMoment = 'start' | 'extra-time' | 'result';

/** How long each is shown, in milliseconds. */
const shown: Readonly<Record<BattleMoment, number>> = { start: 1000, 'extra-time': 3000, result: 5000 };

/**
 * The battle that an element shows: one that is not over, or one with a fresh result. A user who enters late sees the
 * rest of a moment that is still fresh.
 */
export class BattleShow implements ReactiveController {
  /** Null when there is nothing to show. */
  battle: BattleInfo | null = null;
  /** True in the first second after a battle begins to run. */
  isStarting = false;
  /** True in the first seconds of extra time. */
  isExtraTimeFresh = false;
  /** True in the first seconds after the end, whether or not a penalty follows. */
  isResultFresh = false;

  #session: LiveSession | null = null;
  #latest: BattleInfo | null = null;
  #isPresent = false;
  #moment: BattleMoment | null = null;
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
    const isFresh = (moment: BattleMoment): boolean => latest !== null && this.#moment === moment && left > 0;
    this.isStarting = isFresh('start');
    this.isExtraTimeFresh = isFresh('extra-time');
    this.isResultFresh = isFresh('result');
    this.battle = latest && (latest.phase !== 'over' || this.isResultFresh) ? latest : null;
    this.#updateAfter(left);
  }

  hostDisconnected(): void {
    clearTimeout(this.#timer);
  }

  #follow(battle: BattleInfo, { clock }: LiveSession): void {
    const was = this.#latest?.battleId === battle.battleId ? this.#latest : null;
    const moment = latestMoment(battle);
    if (was && moment?.name === latestMoment(was)?.name) return;
    this.#moment = moment?.name ?? null;
    if (!moment) return;
    // A user who was in the live when it happened sees it for its full time, even if the clocks disagree.
    const isWitness = moment.name === 'start' ? this.#isPresent : was !== null;
    const since = isWitness ? 0 : clock.now() - moment.at;
    this.#until = performance.now() + shown[moment.name] - Math.max(0, since);
  }

  #reset(session: LiveSession | null): void {
    this.#session = session;
    this.#latest = null;
    this.#isPresent = false;
    this.#moment = null;
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

function latestMoment(battle: BattleInfo): { name: BattleMoment; at: number } | null {
  const { phase, startedAt, endedAt, extraTimeStartedAt, result } = battle;
  if (result) return { name: 'result', at: endedAt ?? startedAt };
  if (extraTimeStartedAt !== null) return { name: 'extra-time', at: extraTimeStartedAt };
  return phase === 'running' ? { name: 'start', at: startedAt } : null;
}
