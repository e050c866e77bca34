import { battleEffectTypes, type BattleConfig, type BattleEffect, type BattleInfo } from '../../../src/core/index.js';
import type { BackendCommandOf, ScoreEntry } from '../../../src/referee/index.js';
import { TestWorld } from '../test-world.js';

export type SentEffect = BackendCommandOf<'apply-effect'>['effect'];

/** A battle of 60 seconds between these hosts, the first of whom asked for it. All effects are allowed. */
export class EffectWorld extends TestWorld {
  battleId = '';
  startedAt = 0;
  #effects = 0;

  static async of(
    hosts: readonly string[],
    config: Partial<BattleConfig> = {},
    grace: ConstructorParameters<typeof TestWorld>[0] = {},
  ): Promise<EffectWorld> {
    const world = new EffectWorld(grace);
    const [first = '', ...others] = hosts;
    for (const host of hosts) await world.live(host);
    for (const host of others) await world.link(first, host);
    const wanted = { duration: 60, needResponse: false, effects: battleEffectTypes, ...config };
    const request = { type: 'request-battle' as const, userIds: others, config: wanted };
    world.battleId = (await world.host(first, request)).battleId;
    world.startedAt = world.clock.now();
    return world;
  }

  /** Applies an effect under an id of its own, unless one is given. */
  async apply(effect: SentEffect, eventId = `effect-${this.#effects++}`, more: object = {}) {
    const { battleId } = this;
    return await this.referee.executeForBackend<'apply-effect'>({
      type: 'apply-effect',
      battleId,
      eventId,
      effect,
      ...more,
    });
  }

  /** How many points an entry counted. */
  async gift(userId: string, points: number, more: Partial<ScoreEntry> = {}): Promise<number | undefined> {
    const entry = { eventId: `gift-${this.#effects++}`, userId, points, ...more };
    return (await this.referee.addScores(this.battleId, [entry])).results[0]?.points;
  }

  /** The battle as a host's live shows it. */
  shown(userId: string): BattleInfo {
    const { battle } = this.document(userId);
    if (!battle) throw new Error(`${userId} sees no battle`);
    return battle;
  }

  effects(userId: string): readonly BattleEffect[] {
    return this.shown(userId).effects;
  }

  /** The totals that a host's live knows: from the newest of packet and document. */
  totals(userId: string): Readonly<Record<string, number>> | undefined {
    const { board } = this.document(userId);
    const packets = this.boards(userId);
    const newest = [...packets, ...(board ? [board] : [])].sort((a, b) => b.version - a.version)[0];
    return newest?.totals;
  }
}
