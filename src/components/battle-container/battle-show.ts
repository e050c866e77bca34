import type { ReactiveController, ReactiveControllerHost } from 'lit';
import type { BattleInfo, ExtendEffect, LiveSession } from '../../core/index.js';

/** A change of the battle that is shown for a short time only. */
interface BattleMoment {
  type: 'start' | 'extension' | 'extra-time' | 'result';
  /** When it was, epoch milliseconds. Null if the battle does not tell. */
  at: number | null;
  extension?: ExtendEffect;
}

/** How long each is shown, in milliseconds. */
const shown: Readonly<Record<BattleMoment['type'], number>> = {
  start: 1000,
  extension: 2000,
  'extra-time': 3000,
  result: 5000,
};

/**
 * The battle that an element shows: one that is not over, or one with a fresh result. A user who enters late sees the
 * rest of a moment that is still fresh.
 */
export class BattleShow implements ReactiveController {
  /** Null when there is nothing to show. */
  battle: BattleInfo | null = null;
  /** True in the first second after a battle begins to run. */
  isStarting = false;
  /** The extension of the last two seconds. */
  freshExtension: ExtendEffect | null = null;
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
    const isFresh = (type: BattleMoment['type']): boolean => latest !== null && this.#moment?.type === type && left > 0;
    this.isStarting = isFresh('start');
    this.freshExtension = isFresh('extension') ? (this.#moment?.extension ?? null) : null;
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
    if (was && isSame(moment, latestMoment(was))) return;
    this.#moment = moment;
    if (!moment) return;
    // A user who was in the live when it happened sees it for its full time, even if the clocks disagree.
    const isWitness = moment.type === 'start' ? this.#isPresent : was !== null;
    const since = isWitness ? 0 : clock.now() - (moment.at ?? Number.NEGATIVE_INFINITY);
    this.#until = performance.now() + shown[moment.type] - Math.max(0, since);
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

function latestMoment(battle: BattleInfo): BattleMoment | null {
  const { phase, startedAt, endedAt, extraTimeStartedAt, effects, result } = battle;
  if (result) return { type: 'result', at: endedAt ?? startedAt };
  const extension = effects.findLast((effect) => effect.type === 'extend');
  // An extension before extra time moves the end up to which extra time waits.
  const isLater = extension && (extraTimeStartedAt === null || extension.to > extraTimeStartedAt);
  if (isLater) return { type: 'extension', at: null, extension };
  if (extraTimeStartedAt !== null) return { type: 'extra-time', at: extraTimeStartedAt };
  return phase === 'running' ? { type: 'start', at: startedAt } : null;
}

function isSame(a: BattleMoment | null, b: BattleMoment | null): boolean {
  return a?.type === b?.type && a?.extension?.effectId === b?.extension?.effectId;
}
