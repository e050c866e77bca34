import type { RuleEvent } from '../../../src/referee/index.js';
import type { BattleConfig } from '../../../src/core/index.js';

type ScoreAdded = Extract<RuleEvent, { type: 'score-added' }>;

interface Period {
  from: number;
  to: number;
}

/** How often points of a battle count, as its events announce it; worked out apart from the rules. */
export class AnnouncedFactor {
  /** When the battle runs, epoch milliseconds: its time, and its extra time. */
  readonly #running: Period[] = [];
  readonly #boosts: (Period & { userIds: readonly string[]; factor: number })[] = [];
  readonly #targets = new Map<number, Partial<Period> & { factor: number }>();

  constructor(private readonly config: BattleConfig) {}

  note(event: RuleEvent): void {
    if (event.type === 'battle-started' || event.type === 'extra-time-started') {
      this.#running.push({ from: event.at, to: event.endsAt });
    }
    if (event.type === 'effect-applied') {
      const { effect } = event;
      if (effect.type === 'boost') this.#boosts.push(effect);
      if (effect.type === 'target') this.#targets.set(effect.effectId, { factor: effect.factor });
      if (effect.type === 'extend') this.#running.at(-1)!.to = effect.to;
    }
    if (event.type === 'target-reached') {
      const target = this.#targets.get(event.effectId)!;
      this.#targets.set(event.effectId, { ...target, from: event.at, to: event.to });
    }
  }

  /** The factor for the instant at which a gift was sent, if the battle ran then, and else for that of its arrival. */
  of({ at, sentAt, userId }: ScoreAdded): number {
    const wasSent = sentAt !== undefined && sentAt <= at && this.#running.some((period) => lasts(period, sentAt));
    const instant = wasSent ? sentAt : at;
    const second = (instant - this.#running[0]!.from) / 1000;
    const factors = [
      ...this.config.multipliers.filter(({ from, to }) => from <= second && second < to),
      ...[...this.#targets.values()].filter((target) => lasts(target, instant)),
      ...this.#boosts.filter((boost) => boost.userIds.includes(userId) && lasts(boost, instant)),
    ].map(({ factor }) => factor);
    return factors.reduce((product, factor) => product * factor, 1);
  }
}

function lasts({ from, to }: Partial<Period>, instant: number): boolean {
  return from !== undefined && to !== undefined && from <= instant && instant < to;
}
