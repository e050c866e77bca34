import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Arena } from './support/arena.js';
import { eventually } from './support/eventually.js';

let arena: Arena;
beforeEach(async () => {
  arena = await Arena.open();
  await arena.link('ann', 'bob', 'cat');
  await eventually(() => expect(arena.livekit.rooms.size).toBe(3));
  for (const room of ['ann_live', 'bob_live', 'cat_live']) {
    for (const host of ['ann', 'bob', 'cat']) {
      arena.livekit.enter(room, room === `${host}_live` ? host : `${host}@${host}_live`);
    }
    arena.livekit.enter(room, 'viewer');
  }
});
afterEach(async () => {
  await arena.close();
});

describe('hosts of linked lives', () => {
  it('stay while they are linked', async () => {
    await arena.challenge('ann', ['bob'], { needResponse: false });
    await arena.server.reconciler.reconcile();
    for (const room of ['ann_live', 'bob_live', 'cat_live']) expect(arena.livekit.identitiesIn(room)).toHaveLength(4);
  });

  it('are put out of each other’s rooms at once when one of them leaves the link', async () => {
    await arena.command('cat', { type: 'exit-host-connection', liveId: 'cat_live' });
    await eventually(() => expect(arena.livekit.identitiesIn('cat_live')).toEqual(['cat', 'viewer']));
    expect(arena.livekit.identitiesIn('ann_live')).toEqual(['ann', 'bob@bob_live', 'viewer']);
    expect(arena.livekit.identitiesIn('bob_live')).toEqual(['ann@ann_live', 'bob', 'viewer']);
  });

  it('are put out when a live ends', async () => {
    await arena.command('bob', { type: 'end-live', liveId: 'bob_live' });
    await eventually(() => expect(arena.livekit.identitiesIn('ann_live')).toEqual(['ann', 'cat@cat_live', 'viewer']));
  });

  it('are found by the next sweep when putting them out failed', async () => {
    arena.livekit.isDown = true;
    await arena.command('cat', { type: 'exit-host-connection', liveId: 'cat_live' });
    arena.livekit.isDown = false;
    arena.livekit.enter('ann_live', 'eve@eve_live');
    await arena.server.reconciler.reconcile();
    expect(arena.livekit.identitiesIn('ann_live')).toEqual(['ann', 'bob@bob_live', 'viewer']);
    expect(arena.livekit.identitiesIn('cat_live')).toEqual(['cat', 'viewer']);
  });
});

it('who hosted an earlier live of that id and still has its token is put out of the new one', async () => {
  await arena.command('ann', { type: 'end-live', liveId: 'ann_live' });
  arena.clock.skip(5);
  await arena.command('eve', { type: 'create-live', liveId: 'ann_live' });
  await eventually(() => expect(arena.livekit.documentIn('ann_live')?.live.liveOwner.userId).toBe('eve'));
  for (const host of ['ann', 'eve']) arena.livekit.enter('ann_live', host).attributes = { liveId: 'ann_live' };
  arena.livekit.enter('ann_live', 'viewer');
  await arena.server.reconciler.reconcile();
  expect(arena.livekit.identitiesIn('ann_live')).toEqual(['eve', 'viewer']);
});
