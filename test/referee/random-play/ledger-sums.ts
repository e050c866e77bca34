import { limits } from '../../../src/core/index.js';
import type { BattleRecord, RuleEvent } from '../../../src/referee/index.js';
import { AnnouncedFactor } from './announced-factor.js';
import { hold } from './hold.js';
import type { Mirror } from './mirror.js';

type ScoreAdded = Extract<RuleEvent, { type: 'score-added' }>;
type ScoreCorrected = Extract<RuleEvent, { type: 'score-corrected' }>;

interface Counted {
  battleId: string;
  eventId: string;
  userId: string;
}

interface Sums {
  eventIds: Set<string>;
  /** By host. */
  totals: Map<string, number>;
  /** By host and giver; `since` counts the battle's score events. */
  given: Map<string, Map<string, { points: number; since: number }>>;
  /** How often hidden points appear or disappear: each makes a new version of the board. */
  reveals: number;
  announced: AnnouncedFactor;
}

/** What the ledger's score events come to, added up apart from the rules. */
export class LedgerSums {
  readonly #sums = new Map<string, Sums>();
  #read = 0;

  /** Totals and contributors are the ledger's sums, and every event counts once. */
  check(mirror: Mirror): void {
    for (; this.#read < mirror.events.length; this.#read++) {
      const event = mirror.events[this.#read]!;
      if ('battleId' in event) this.#sums.get(event.battleId)?.announced.note(event);
      if (event.type === 'battle-requested') this.#begin(event.battle);
      if (event.type === 'effect-applied' && event.effect.type === 'hide') this.#reveal(event.battleId);
      if (event.type === 'effect-ended' && isHide(mirror.battles.get(event.battleId), event.effectId)) {
        this.#reveal(event.battleId);
      }
      if (event.type === 'score-added') this.#add(event);
      if (event.type === 'score-corrected') {
        this.#correct(event, (total) => Math.max(0, total + event.points));
        this.#take(event);
      }
      if (event.type === 'score-set') this.#correct(event, () => event.total);
    }
    for (const battleId of mirror.changedBattles) {
      const battle = mirror.battles.get(battleId);
      if (battle) checkSums(battle, this.#sums.get(battleId));
    }
    mirror.changedBattles.clear();
  }

  #begin({ battleId, config }: BattleRecord): void {
    const announced = new AnnouncedFactor(config);
    this.#sums.set(battleId, { eventIds: new Set(), totals: new Map(), given: new Map(), reveals: 0, announced });
  }

  #reveal(battleId: string): void {
    this.#sums.get(battleId)!.reveals++;
  }

  #add(event: ScoreAdded): void {
    const { eventId, userId, points, factor = 1, contributor } = event;
    const sums = this.#count(event);
    hold(factor === sums.announced.of(event), () => `${eventId} counts as often as announced`);
    sums.totals.set(userId, (sums.totals.get(userId) ?? 0) + points * factor);
    if (!contributor) return;
    const givers = sums.given.get(userId) ?? new Map<string, { points: number; since: number }>();
    sums.given.set(userId, givers);
    const before = givers.get(contributor.userId)?.points ?? 0;
    givers.set(contributor.userId, { points: before + points * factor, since: sums.eventIds.size });
  }

  #correct(event: Counted, change: (total: number) => number): void {
    const { totals } = this.#count(event);
    totals.set(event.userId, change(totals.get(event.userId) ?? 0));
  }

  /** What a correction takes from a giver: not more than they have given. */
  #take({ battleId, userId, giverId, points }: ScoreCorrected): void {
    const sums = this.#sums.get(battleId)!;
    const given = sums.given.get(userId)?.get(giverId ?? '');
    if (!given || given.points === 0) return;
    given.points = Math.max(0, given.points + points);
    given.since = sums.eventIds.size;
  }

  #count({ battleId, eventId }: Counted): Sums {
    const sums = this.#sums.get(battleId);
    hold(sums !== undefined, () => `${eventId} counts in a battle that there is`);
    hold(!sums.eventIds.has(eventId), () => `${eventId} counts once in ${battleId}`);
    sums.eventIds.add(eventId);
    return sums;
  }
}

function isHide(battle: BattleRecord | undefined, effectId: number): boolean {
  return battle?.effects.some((effect) => effect.effectId === effectId && effect.type === 'hide') ?? false;
}

function checkSums({ battleId, scores, contributors, scoreVersion }: BattleRecord, sums: Sums | undefined): void {
  const changes = (sums?.eventIds.size ?? 0) + (sums?.reveals ?? 0);
  hold(scoreVersion === 0 || scoreVersion === 1 + changes, () => `${battleId} has its version`);
  for (const [userId, total] of Object.entries(scores)) {
    hold(total === (sums?.totals.get(userId) ?? 0), () => `${total} points of ${userId} are the sum in ${battleId}`);
    const told = (Object.hasOwn(contributors, userId) ? contributors[userId] : undefined) ?? [];
    const most = [...(sums?.given.get(userId) ?? [])]
      .filter(([, { points }]) => points > 0)
      .sort(([, a], [, b]) => b.points - a.points || a.since - b.since)
      .slice(0, limits.topContributors);
    const text = most.map(([giver, { points }]) => `${giver} ${points}`).join();
    hold(told.map((one) => `${one.userId} ${one.points}`).join() === text, () => `${text} gave most to ${userId}`);
  }
  for (const userId of sums?.totals.keys() ?? []) hold(Object.hasOwn(scores, userId), () => `${userId} has a total`);
}
