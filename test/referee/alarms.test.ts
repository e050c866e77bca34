import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Alarms } from '../../src/referee/alarms.js';
import { MemoryStore, type Scope, type Slice, type Work } from '../../src/referee/index.js';
import { FakeClock } from '../fake-clock.js';
import { TestWorld, liveOf } from './test-world.js';

it('an alarm rings at the earliest of its claims, in whatever order they come', async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(fc.integer({ min: 1, max: 50 }), { minLength: 1 }), async (claims) => {
      const clock = new FakeClock(0);
      const rung: number[] = [];
      const alarms = new Alarms(clock, () => rung.push(clock.now()));
      for (const at of claims) alarms.claim({ key: 'a', at, scope: { liveIds: [] } });
      await clock.advance(100);
      expect(rung).toEqual([Math.min(...claims)]);
      expect(clock.pending).toBe(0);
    }),
  );
});

/** A store that commits in order and answers in the order that `release` chooses. */
class LateStore extends MemoryStore {
  readonly #held: (() => void)[] = [];
  isLate = false;

  override async transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> {
    const value = await super.transact(scope, work);
    if (this.isLate) await new Promise<void>((resolve) => this.#held.push(resolve));
    return value;
  }

  /** Answers until nothing is held back. @param pick Index of the next answer among `count` held ones. */
  async release(clock: FakeClock, pick: (count: number) => number): Promise<void> {
    await clock.advance(0);
    for (; this.#held.length > 0; await clock.advance(0)) this.#held.splice(pick(this.#held.length), 1)[0]!();
  }
}

it('no deadline is missed when a store answers out of order', async () => {
  await fc.assert(
    fc.asyncProperty(fc.infiniteStream(fc.nat(9)), async (picks) => {
      const pick = (count: number): number => (picks.next().value as number) % count;
      const store = new LateStore();
      const world = new TestWorld({}, store);
      await world.live('ann');
      await world.live('bob');
      await world.link('ann', 'bob');
      store.isLate = true;
      const all = [
        world.referee.notePresence(liveOf('bob'), 'bob', false),
        world.referee.notePresence(liveOf('bob'), 'bob', true),
        world.battle(60, 'ann', 'bob'),
        world.referee.notePresence(liveOf('bob'), 'bob', false),
        world.referee.notePresence(liveOf('ann'), 'ann', false),
        world.referee.notePresence(liveOf('ann'), 'ann', true),
      ];
      await store.release(world.clock, pick);
      await Promise.all(all);
      store.isLate = false;
      await world.clock.advance(5_000);
      expect(world.document('bob').hostLostAt).not.toBeNull();
      await world.clock.advance(25_000);
      expect(world.document('ann')).toMatchObject({ link: null, battle: { phase: 'over' }, live: { endedAt: null } });
      await world.clock.advance(90_000);
      expect(world.document('bob').live.endedReason).toBe('ended-by-server');
    }),
    { numRuns: 50 },
  );
});
