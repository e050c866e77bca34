import { afterEach, describe, expect, it, vi } from 'vitest';
import { settled } from '../../fake-clock.js';
import type { RecordingSink } from '../recording-sink.js';
import { Neighbourhood } from './neighbourhood.js';

afterEach(() => {
  vi.unstubAllGlobals();
});

/** Two hosts in a battle, a viewer, and the points that a viewer gives to the second host one by one. */
async function battle() {
  const neighbourhood = new Neighbourhood();
  const { world, clock } = neighbourhood;
  const ann = await neighbourhood.host('ann');
  const bob = await neighbourhood.host('bob');
  const vic = await neighbourhood.viewer('vic', 'bob');
  await neighbourhood.link(ann, 'ann', bob, 'bob');
  const battleId = await neighbourhood.battle(ann, 'ann', 'bob');
  for (const { sink } of [ann, bob, vic]) sink.forget();
  let gifts = 0;
  const give = async (...points: number[]): Promise<void> => {
    for (const each of points) {
      const entry = { eventId: `gift${gifts++}`, userId: 'bob', points: each, contributor: { userId: 'vic' } };
      await world.addScores(battleId, [entry]);
    }
    await settled();
  };
  return { neighbourhood, world, clock, ann, bob, vic, give };
}

const totals = (sink: RecordingSink): unknown => sink.boards.map((board) => board.totals.bob);
const highlighted = ({ updates }: RecordingSink): unknown =>
  updates.flatMap((update) => (update.type === 'scores' ? [update.highlights.map(({ points }) => points)] : []));

describe('scores', () => {
  it('come at once after a quiet frame, and then once a frame with the newest board', async () => {
    const { clock, ann, vic, give } = await battle();
    await give(1, 2, 4);
    for (const { sink } of [ann, vic]) expect(totals(sink)).toEqual([1]);
    await clock.advance(15);
    for (const { sink } of [ann, vic]) expect(totals(sink)).toEqual([1]);
    await clock.advance(1);
    for (const { sink } of [ann, vic]) expect(totals(sink)).toEqual([1, 7]);
    await give(8);
    for (const { sink } of [ann, vic]) expect(totals(sink)).toEqual([1, 7]);
    await clock.advance(16);
    for (const { sink } of [ann, vic]) expect(totals(sink)).toEqual([1, 7, 15]);
    await clock.advance(16);
    await give(16);
    for (const { sink } of [ann, vic]) expect(totals(sink)).toEqual([1, 7, 15, 31]);
  });

  it('keep the highlights of all gifts of a frame, the largest first, each once', async () => {
    const { clock, vic, give } = await battle();
    await give(1, 20, 30, 90, 50, 90, 70, 80);
    await clock.advance(16);
    expect(highlighted(vic.sink)).toEqual([[1], [90, 90, 80, 70, 50, 30, 20]]);
    const versions = vic.sink.updates.flatMap((update) =>
      update.type === 'scores' ? [update.highlights.slice(0, 2).map(({ version }) => version)] : [],
    );
    expect(versions[1]?.[0]).toBeLessThan(versions[1]?.[1] ?? 0);
    await give(5);
    await clock.advance(16);
    expect(highlighted(vic.sink)).toEqual([[1], [90, 90, 80, 70, 50, 30, 20], [5]]);
  });

  it('are never overtaken by a document', async () => {
    const { ann, bob, vic, give } = await battle();
    await give(1, 2);
    await ann.engine.execute({ type: 'exit-host-connection', liveId: 'ann_live' });
    await settled();
    // The exit ends the battle and the link.
    for (const { sink } of [ann, bob, vic]) expect(sink.types.slice(0, 3)).toEqual(['scores', 'scores', 'document']);
    expect(totals(vic.sink)).toEqual([1, 3]);
  });

  it('are never overtaken by a personal document', async () => {
    const { neighbourhood, ann, give } = await battle();
    await neighbourhood.host('cid');
    await give(1, 2);
    const request = { type: 'request-host-connection', liveId: 'ann_live', targetLiveIds: ['cid_live'] } as const;
    await ann.engine.execute(request);
    await settled();
    expect(ann.sink.types).toEqual(['scores', 'scores', 'personal']);
  });

  it('wait for a document of their own live alone', async () => {
    const { clock, ann, bob, give } = await battle();
    await give(1, 2);
    await ann.engine.execute({ type: 'update-live-metadata', liveId: 'ann_live', metaData: { topic: 'music' } });
    await settled();
    expect(ann.sink.types).toEqual(['scores', 'scores', 'document']);
    expect(totals(bob.sink)).toEqual([1]);
    await clock.advance(16);
    expect(totals(ann.sink)).toEqual([1, 3]);
    expect(totals(bob.sink)).toEqual([1, 3]);
  });

  it('come with the frame that the page draws', async () => {
    const frames: (() => void)[] = [];
    vi.stubGlobal('requestAnimationFrame', (then: () => void) => frames.push(then));
    vi.stubGlobal('cancelAnimationFrame', () => undefined);
    const { clock, vic, give } = await battle();
    const timers = clock.pending;
    await give(1, 2);
    await clock.advance(20);
    expect(totals(vic.sink)).toEqual([1]);
    frames.shift()?.();
    await settled();
    expect(totals(vic.sink)).toEqual([1, 3]);
    frames.shift()?.();
    expect(frames).toEqual([]);
    expect(clock.pending).toBe(timers);
  });

  it('come in bounded time to a page in the background, which draws none', async () => {
    const cancel = vi.fn();
    vi.stubGlobal('requestAnimationFrame', () => 7);
    vi.stubGlobal('cancelAnimationFrame', cancel);
    const { clock, vic, give } = await battle();
    await give(1, 2);
    await clock.advance(99);
    expect(totals(vic.sink)).toEqual([1]);
    await clock.advance(1);
    expect(totals(vic.sink)).toEqual([1, 3]);
    expect(cancel).toHaveBeenCalledWith(7);
  });

  it('keep no process running once the world is disposed of', async () => {
    const { world, clock, give } = await battle();
    await give(1, 2);
    world.dispose();
    expect(clock.pending).toBe(0);
  });
});
