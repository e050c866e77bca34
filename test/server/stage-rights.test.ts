import { ParticipantPermission, TrackSource } from 'livekit-server-sdk';
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { Arena } from './support/arena.js';
import { eventually } from './support/eventually.js';

const bothSources = [TrackSource.CAMERA, TrackSource.MICROPHONE];

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

describe('guests', () => {
  const take = (userId: string) => arena.command(userId, { type: 'take-seat', liveId: 'zoe_live' });
  const close = (device: 'camera' | 'microphone') =>
    arena.command('zoe', { type: 'close-remote-device', liveId: 'zoe_live', userId: 'viewer', device });
  const sources = () => arena.livekit.sourcesOf('zoe_live', 'viewer');

  beforeEach(async () => {
    await arena.command('zoe', { type: 'create-live', liveId: 'zoe_live', seatMode: 'free' });
    await eventually(() => expect(arena.livekit.rooms.has('zoe_live')).toBe(true));
    for (const identity of ['zoe', 'viewer', 'fan']) arena.livekit.enter('zoe_live', identity);
    await arena.server.reconciler.reconcile();
    arena.livekit.calls.length = 0;
  });

  it('may publish from the moment they sit down to the moment they leave', async () => {
    await take('viewer');
    await eventually(() => expect(sources()).toEqual([1, 2]));
    expect(arena.livekit.rooms.get('zoe_live')?.participants.get('viewer')?.permission).toMatchObject({
      canSubscribe: true,
      canPublishData: false,
      canUpdateMetadata: false,
    });
    expect(arena.livekit.sourcesOf('zoe_live', 'fan')).toEqual([]);
    await arena.command('viewer', { type: 'leave-seat', liveId: 'zoe_live' });
    await eventually(() => expect(sources()).toEqual([]));
  });

  it('may publish what the host has not closed', async () => {
    await take('viewer');
    await close('microphone');
    await eventually(() => expect(sources()).toEqual([1]));
    await close('camera');
    await eventually(() => expect(sources()).toEqual([]));
    const opened = { userId: 'viewer', device: 'microphone' as const };
    await arena.command('zoe', { type: 'open-remote-device', liveId: 'zoe_live', ...opened });
    await eventually(() => expect(sources()).toEqual([2]));
  });

  it('cost LiveKit one call for each change of theirs, and none for changes of others', async () => {
    await take('viewer');
    await eventually(() => expect(sources()).toEqual([1, 2]));
    for (let i = 0; i < 5; i++) {
      await arena.command('zoe', { type: 'update-live', liveId: 'zoe_live', notice: `${i}` });
    }
    await arena.command('zoe', { type: 'lock-seat', liveId: 'zoe_live', seatIndex: 4 });
    await eventually(() => expect(arena.livekit.documentIn('zoe_live')?.seats[4]?.isLocked).toBe(true));
    expect(arena.livekit.calls.filter((call) => call === 'updateParticipant')).toHaveLength(1);
  });

  it('have their rights corrected by the next round when LiveKit was away', async () => {
    await take('viewer');
    await eventually(() => expect(sources()).toEqual([1, 2]));
    arena.livekit.isDown = true;
    await close('microphone');
    await take('fan');
    await new Promise((resolve) => setTimeout(resolve, 20));
    arena.livekit.isDown = false;
    expect(sources()).toEqual([1, 2]);
    await arena.server.reconciler.reconcile();
    expect([sources(), arena.livekit.sourcesOf('zoe_live', 'fan')]).toEqual([[1], [1, 2]]);
  });

  it('who come with a token of before have the rights of now', async () => {
    const onAir = new ParticipantPermission({ canPublish: true, canPublishSources: bothSources, canSubscribe: true });
    arena.livekit.enter('zoe_live', 'viewer').permission = onAir.clone();
    arena.livekit.enter('zoe_live', 'zoe').permission = onAir.clone();
    for (let round = 0; round < 10; round++) await arena.server.reconciler.reconcile();
    expect(sources()).toEqual([]);
    expect(arena.livekit.sourcesOf('zoe_live', 'zoe')).toEqual([1, 2]);
  });

  it('who come with a token for whatever they like may publish nothing without a seat', async () => {
    arena.livekit.enter('zoe_live', 'viewer').permission = new ParticipantPermission({ canPublish: true });
    for (let round = 0; round < 10; round++) await arena.server.reconciler.reconcile();
    const viewer = arena.livekit.rooms.get('zoe_live')?.participants.get('viewer');
    expect(viewer?.permission?.canPublish).toBe(false);
  });

  it('who are found with too many rights while LiveKit goes away are put right once it is back', async () => {
    for (let round = 0; round < 9; round++) await arena.server.reconciler.reconcile();
    const onAir = { canPublish: true, canPublishSources: bothSources, canSubscribe: true };
    arena.livekit.enter('zoe_live', 'viewer').permission = new ParticipantPermission(onAir);
    const update = vi.spyOn(arena.livekit, 'updateParticipant').mockRejectedValue(new TypeError('fetch failed'));
    await arena.server.reconciler.reconcile();
    expect(update).toHaveBeenCalled();
    update.mockRestore();
    await arena.server.reconciler.reconcile();
    expect(sources()).toEqual([]);
  });

  it('who are refused by LiveKit do not keep the others from their rights', async () => {
    const update = arena.livekit.updateParticipant.bind(arena.livekit);
    arena.livekit.updateParticipant = async (name, identity, options) => {
      if (identity === 'viewer') throw Object.assign(new Error('strange'), { code: 'internal', status: 500 });
      return await update(name, identity, options);
    };
    await take('viewer');
    await take('fan');
    await eventually(() => expect(arena.livekit.sourcesOf('zoe_live', 'fan')).toEqual([1, 2]));
  });
});

describe('a kicked user', () => {
  beforeEach(async () => {
    await arena.command('ann', { type: 'kick-user', liveId: 'ann_live', userId: 'viewer' });
  });

  it('is put out of this room alone, at once and once', async () => {
    await eventually(() => expect(arena.livekit.identitiesIn('ann_live')).not.toContain('viewer'));
    expect(arena.livekit.identitiesIn('bob_live')).toContain('viewer');
    arena.livekit.calls.length = 0;
    await arena.command('ann', { type: 'update-live', liveId: 'ann_live', notice: 'peace' });
    await eventually(() => expect(arena.livekit.documentIn('ann_live')?.live.notice).toBe('peace'));
    expect(arena.livekit.calls).not.toContain('removeParticipant');
  });

  it('is put out again when they come with a token of before', async () => {
    await eventually(() => expect(arena.livekit.identitiesIn('ann_live')).not.toContain('viewer'));
    arena.livekit.enter('ann_live', 'viewer');
    for (let round = 0; round < 10; round++) await arena.server.reconciler.reconcile();
    expect(arena.livekit.identitiesIn('ann_live')).not.toContain('viewer');
  });
});

it('guests of a linked voice live are put out of the other room with their seat', async () => {
  const voice = { seatLayoutTemplate: 70 as const, seatMode: 'free' as const };
  for (const host of ['uma', 'vic']) {
    await arena.command(host, { type: 'create-live', liveId: `${host}_live`, ...voice });
  }
  await arena.command('guest', { type: 'take-seat', liveId: 'uma_live' });
  await arena.command('uma', { type: 'request-host-connection', liveId: 'uma_live', targetLiveIds: ['vic_live'] });
  await arena.command('vic', { type: 'accept-host-connection', liveId: 'vic_live', fromLiveId: 'uma_live' });
  await eventually(() => expect(arena.livekit.rooms.has('vic_live')).toBe(true));
  for (const identity of ['vic', 'uma@uma_live', 'guest@uma_live', 'fan']) arena.livekit.enter('vic_live', identity);
  await arena.server.reconciler.reconcile();
  expect(arena.livekit.identitiesIn('vic_live')).toHaveLength(4);
  expect(arena.livekit.sourcesOf('vic_live', 'guest@uma_live')).toEqual([1, 2]);
  const closed = { userId: 'guest', device: 'microphone' as const };
  await arena.command('uma', { type: 'close-remote-device', liveId: 'uma_live', ...closed });
  await eventually(() => expect(arena.livekit.sourcesOf('vic_live', 'guest@uma_live')).toEqual([1]));
  await arena.command('guest', { type: 'leave-seat', liveId: 'uma_live' });
  await eventually(() => expect(arena.livekit.identitiesIn('vic_live')).toEqual(['vic', 'uma@uma_live', 'fan']));
});
