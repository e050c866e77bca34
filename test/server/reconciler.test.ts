import { ParticipantPermission } from 'livekit-server-sdk';
import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import { Arena } from './support/arena.js';
import { userToken } from './support/tokens.js';
import { eventually } from './support/eventually.js';

let arena: Arena;
beforeEach(async () => {
  arena = await Arena.open();
  await arena.goLive('ann', 'bob');
  await eventually(() => expect(arena.livekit.rooms.size).toBe(2));
  for (const host of ['ann', 'bob']) arena.livekit.enter(`${host}_live`, host);
  arena.clock.skip(60_000);
});
afterEach(async () => {
  await arena.close();
});

const reconcile = () => arena.server.reconciler.reconcile();
const document = async (liveId: string) => (await arena.server.referee.view(liveId))?.document ?? null;
const isLost = (host: string): Promise<boolean> => arena.isLost(host);

describe('the reconciler', () => {
  it('changes nothing while all is well', async () => {
    await reconcile();
    await wait(20);
    arena.livekit.calls.length = 0;
    const before = await arena.state('ann', 'bob');
    await reconcile();
    await wait(20);
    expect(await arena.state('ann', 'bob')).toEqual(before);
    expect(arena.livekit.calls.sort()).toEqual(['getParticipant', 'getParticipant', 'listRooms']);
  });

  it('makes rooms again that LiveKit has lost, with their documents', async () => {
    arena.livekit.restart();
    await reconcile();
    await eventually(async () => {
      for (const liveId of ['ann_live', 'bob_live']) {
        expect(arena.livekit.documentIn(liveId)).toEqual(await document(liveId));
      }
    });
  });

  it('gives hosts time to come back after a restart of LiveKit, and then the usual grace', async () => {
    arena.livekit.restart();
    await reconcile();
    await eventually(() => expect(arena.livekit.rooms.size).toBe(2));
    await reconcile();
    expect(await isLost('ann')).toBe(false);
    arena.livekit.enter('ann_live', 'ann');
    arena.clock.skip(20_000);
    await reconcile();
    expect([await isLost('ann'), await isLost('bob')]).toEqual([false, true]);
    await arena.clock.advance(119_000);
    expect((await document('bob_live'))?.live.endedAt).toBeNull();
    await arena.clock.advance(1000);
    expect((await document('bob_live'))?.live.endedReason).toBe('ended-by-server');
  });

  it('loses no host while LiveKit is down, however long, and says so once', async () => {
    arena.livekit.isDown = true;
    for (let i = 0; i < 20; i++) {
      await reconcile();
      await arena.clock.advance(10_000);
    }
    expect([await isLost('ann'), await isLost('bob')]).toEqual([false, false]);
    expect(arena.log.filter((line) => line.includes('does not answer'))).toHaveLength(1);
  });

  it('notices a host who left without a word, and one who came back without a word', async () => {
    arena.livekit.leave('ann_live', 'ann');
    await reconcile();
    await reconcile();
    expect([await isLost('ann'), await isLost('bob')]).toEqual([true, false]);
    arena.livekit.enter('ann_live', 'ann');
    await reconcile();
    expect(await isLost('ann')).toBe(false);
  });

  it('never shows a host as reconnecting who goes live and joins within seconds', async () => {
    await arena.goLive('cat');
    await eventually(() => expect(arena.livekit.rooms.has('cat_live')).toBe(true));
    for (let i = 0; i < 4; i++) {
      await reconcile();
      expect(await isLost('cat')).toBe(false);
      arena.clock.skip(3000);
    }
    await arena.post(await userToken('cat'), '/v1/lives/cat_live/join');
    for (let i = 0; i < 4; i++) {
      await reconcile();
      expect(await isLost('cat')).toBe(false);
      arena.clock.skip(3000);
    }
    arena.livekit.enter('cat_live', 'cat');
    await reconcile();
    expect(await isLost('cat')).toBe(false);
  });

  it('publishes again what a room does not know', async () => {
    for (const metadata of ['', 'not JSON', '{"revision":0}', 'null']) {
      await arena.livekit.updateRoomMetadata('ann_live', '{}');
      arena.livekit.rooms.get('ann_live')!.room.metadata = metadata;
      await reconcile();
      await eventually(async () => expect(arena.livekit.documentIn('ann_live')).toEqual(await document('ann_live')));
    }
  });

  it('publishes again when only the scores are old', async () => {
    await arena.link('ann', 'bob');
    const battleId = await arena.challenge('ann', ['bob'], { needResponse: false });
    await arena.score(battleId, [{ eventId: 'g', userId: 'ann', points: 1 }]);
    await eventually(() => expect(arena.livekit.documentIn('ann_live')?.board?.version).toBe(2));
    const old = structuredClone(arena.livekit.documentIn('ann_live')!);
    arena.livekit.rooms.get('ann_live')!.room.metadata = JSON.stringify({
      ...old,
      board: { ...old.board, version: 1 },
    });
    await reconcile();
    await eventually(() => expect(arena.livekit.documentIn('ann_live')?.board?.version).toBe(2));
  });

  it('closes the room of a live that ended while nobody could tell LiveKit', async () => {
    await arena.command('ann', { type: 'end-live', liveId: 'ann_live' });
    await eventually(() => expect(arena.livekit.rooms.has('ann_live')).toBe(false));
    await arena.livekit.createRoom({ name: 'ann_live', metadata: '{}' });
    await reconcile();
    await eventually(() => expect(arena.livekit.rooms.has('ann_live')).toBe(false));
  });

  it('looks at all other lives when one room makes trouble', async () => {
    arena.livekit.leave('ann_live', 'ann');
    const ask = arena.livekit.getParticipant.bind(arena.livekit);
    arena.livekit.getParticipant = async (room, identity) => {
      if (room === 'bob_live') throw Object.assign(new Error('strange'), { code: 'internal', status: 500 });
      return await ask(room, identity);
    };
    await reconcile();
    await reconcile();
    expect([await isLost('ann'), await isLost('bob')]).toEqual([true, false]);
    expect(arena.log.filter((line) => line.includes('strange'))).toHaveLength(1);
  });

  it('looks at everybody in a room, though LiveKit refuses to tell of one of them', async () => {
    await arena.command('zoe', { type: 'create-live', liveId: 'zoe_live', seatMode: 'free' });
    await arena.command('guest', { type: 'take-seat', liveId: 'zoe_live' });
    await eventually(() => expect(arena.livekit.rooms.has('zoe_live')).toBe(true));
    const onAir = new ParticipantPermission({ canPublish: true, canSubscribe: true });
    arena.livekit.enter('zoe_live', 'fan').permission = onAir;
    const get = arena.livekit.getParticipant.bind(arena.livekit);
    arena.livekit.getParticipant = async (name, identity) => {
      if (identity === 'guest') throw Object.assign(new Error('strange'), { code: 'internal', status: 500 });
      return await get(name, identity);
    };
    arena.clock.skip(60_000);
    await reconcile();
    expect(arena.livekit.rooms.get('zoe_live')?.participants.get('fan')?.permission?.canPublish).toBe(false);
    expect(await isLost('zoe')).toBe(true);
  });

  it('leaves rooms alone that are none of its lives', async () => {
    await arena.livekit.createRoom({ name: 'meeting', metadata: 'theirs' });
    arena.livekit.enter('meeting', 'somebody@somewhere');
    await reconcile();
    expect(arena.livekit.rooms.get('meeting')?.room.metadata).toBe('theirs');
    expect(arena.livekit.identitiesIn('meeting')).toEqual(['somebody@somewhere']);
  });
});
