import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import { MemoryStore, type RuleEvent, type Scope, type Slice, type Work } from '../../src/referee/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

/** A memory store that records the events of each decision, in order. */
class RecordingStore extends MemoryStore {
  readonly decisions: (readonly RuleEvent[])[] = [];

  override transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> {
    return super.transact(scope, (slice) => {
      const done = work(slice);
      if ('events' in done) this.decisions.push(done.events);
      return done;
    });
  }
}

async function linkedWorld(): Promise<{ world: TestWorld; store: RecordingStore }> {
  const store = new RecordingStore();
  const world = new TestWorld({}, store);
  for (const userId of ['ann', 'bob', 'cid', 'dan']) await world.live(userId);
  await world.link('ann', 'bob');
  return { world, store };
}

/** The events of the last decision: type, and seconds relative to `now`. */
const lastOf = ({ decisions }: RecordingStore, now: number): [string, number][] =>
  decisions.at(-1)!.map(({ type, at }) => [type, (at - now) / 1000]);

describe('what fell due while nobody looked', () => {
  it('happens before the answers that are only given now', async () => {
    const { world, store } = await linkedWorld();
    await world.battle(20, 'ann', 'bob');
    await world.host('ann', { type: 'request-host-connection', targetLiveIds: [liveOf('cid')], timeout: 10 });
    world.clock.skip(30_000);
    await world.host('ann', { type: 'update-live', notice: 'later' });
    expect(lastOf(store, world.clock.now())).toEqual([
      ['battle-ended', -10],
      ['rematch-opened', -10],
      ['cohost-request-settled', 0],
      ['live-updated', 0],
    ]);
  });

  it('happens before the answers about seats, too', async () => {
    const { world, store } = await linkedWorld();
    const liveId = liveOf('dan');
    await world.execute('vic', { type: 'apply-for-seat', liveId, timeout: 10 });
    await world.referee.notePresence(liveId, 'dan', false);
    world.clock.skip(20_000);
    await world.host('dan', { type: 'update-live', notice: 'later' });
    expect(lastOf(store, world.clock.now())).toEqual([
      ['host-missed', -15],
      ['guest-request-settled', 0],
      ['live-updated', 0],
    ]);
  });

  it('happens before absences are counted anew after a restart', async () => {
    const { world, store } = await linkedWorld();
    await world.battle(20, 'ann', 'bob');
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    world.clock.skip(50_000);
    const before = store.decisions.length;
    await world.restart().start();
    store.decisions.splice(before + 1);
    expect(lastOf(store, world.clock.now()).filter(([type]) => !type.startsWith('rematch'))).toEqual([
      ['battle-ended', -30],
      ['host-lost', 0],
    ]);
    expect(world.linked('ann')).toEqual(['ann', 'bob']);
  });
});

describe('a live that ended while nobody looked', () => {
  it('had let its invitations time out that were over before, and takes back the others', async () => {
    const { world } = await linkedWorld();
    await world.host('cid', { type: 'request-host-connection', targetLiveIds: [liveOf('ann')], timeout: 60 });
    await world.host('cid', { type: 'request-host-connection', targetLiveIds: [liveOf('dan')], timeout: 300 });
    await world.referee.notePresence(liveOf('cid'), 'cid', false);
    world.clock.skip(130_000);
    const late = world.host('dan', { type: 'accept-host-connection', fromLiveId: liveOf('cid') });
    expect(await codeOf(late)).toBe(LiveErrorCode.requestNotFound);
    expect(world.invitation('cid', 'dan')).toBe('cancelled');
    expect(world.invitation('cid', 'ann')).toBe('timeout');
  });

  it('had let applications for its seats time out that were over before', async () => {
    const { world, store } = await linkedWorld();
    await world.execute('vic', { type: 'apply-for-seat', liveId: liveOf('cid'), timeout: 60 });
    await world.execute('wil', { type: 'apply-for-seat', liveId: liveOf('cid'), timeout: 300 });
    await world.referee.notePresence(liveOf('cid'), 'cid', false);
    world.clock.skip(130_000);
    await world.referee.notePresence(liveOf('cid'), 'cid', true);
    const settled = store.decisions
      .flat()
      .flatMap((event) => (event.type === 'guest-request-settled' ? [event.status] : []));
    expect(settled).toEqual(['timeout', 'cancelled']);
  });
});
