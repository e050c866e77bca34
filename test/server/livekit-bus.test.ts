import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, beforeEach, describe, expect, it } from 'vitest';
import type { ScoreBoard } from '../../src/core/index.js';
import type { ScorePacket } from '../../src/protocol/index.js';
import { Arena } from './support/arena.js';
import { eventually } from './support/eventually.js';
import { backendToken } from './support/tokens.js';

let arena: Arena;
beforeEach(async () => {
  arena = await Arena.open();
});
afterEach(async () => {
  await arena.close();
});

const document = async (liveId: string) => (await arena.server.referee.view(liveId))?.document ?? null;
/** Waits until a room's metadata equals the referee's document. */
async function published(liveId: string): Promise<void> {
  await eventually(async () => expect(arena.livekit.documentIn(liveId)).toEqual(await document(liveId)));
}
const boards = (room: string) =>
  arena.livekit.sent.filter((sent) => sent.room === room && sent.topic === 'live-battles.scores');
const personals = () => arena.livekit.sent.filter(({ topic }) => topic === 'live-battles.personal');

describe('documents', () => {
  it('become the metadata of a room that is made for them', async () => {
    await arena.goLive('ann');
    await published('ann_live');
  });

  it('reach all rooms of a link', async () => {
    await arena.link('ann', 'bob', 'cat');
    for (const liveId of ['ann_live', 'bob_live', 'cat_live']) {
      await published(liveId);
      expect(arena.livekit.documentIn(liveId)?.link?.members).toHaveLength(3);
    }
  });

  it('are never followed by an older one', async () => {
    arena.livekit.latency = () => wait(Math.random() * 4);
    await arena.link('ann', 'bob');
    for (let i = 0; i < 20; i++) await arena.server.referee.notePresence('ann_live', 'ann', i % 2 === 1);
    await published('ann_live');
    const revisions = arena.livekit.documents
      .filter(({ live }) => live.liveId === 'ann_live')
      .map(({ revision }) => revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
    expect(revisions.at(-1)).toBe((await document('ann_live'))?.revision);
  });

  it('wait for LiveKit to come back, in a room that is made again; the log says so once', async () => {
    await arena.goLive('ann');
    await published('ann_live');
    arena.livekit.isDown = true;
    await arena.command('ann', { type: 'update-live', liveId: 'ann_live', notice: 'welcome' });
    await wait(60);
    arena.livekit.restart();
    await published('ann_live');
    expect(arena.livekit.documentIn('ann_live')?.revision).toBe(2);
    expect(arena.log.filter((line) => line.includes('does not answer'))).toHaveLength(1);
    expect(arena.log.filter((line) => line.includes('answers again'))).toHaveLength(1);
  });

  it('of an ended live come before the end of its room', async () => {
    await arena.goLive('ann');
    await published('ann_live');
    await arena.command('ann', { type: 'end-live', liveId: 'ann_live' });
    await eventually(() => expect(arena.livekit.rooms.has('ann_live')).toBe(false));
    expect(arena.livekit.documents.at(-1)).toEqual(await document('ann_live'));
    expect(arena.livekit.documents.at(-1)?.live.endedReason).toBe('ended-by-host');
  });

  it('of a live that begins again at once keep its room', async () => {
    await arena.goLive('ann');
    await published('ann_live');
    await arena.command('ann', { type: 'end-live', liveId: 'ann_live' });
    await eventually(() => expect(arena.livekit.documents.at(-1)?.live.endedAt).not.toBeNull());
    await arena.goLive('ann');
    await wait(80);
    await published('ann_live');
    expect(arena.livekit.documentIn('ann_live')?.live.endedAt).toBeNull();
    expect(arena.livekit.calls).not.toContain('deleteRoom');
  });
});

describe('scores', () => {
  const gift = (eventId: number) => [{ eventId: `${eventId}`, userId: 'ann', points: 1 }];

  it('reach every room of the battle as totals, not faster than the pace', async () => {
    const battleId = await arena.battle();
    await published('ann_live');
    const startedAt = Date.now();
    for (let i = 0; i < 100; i++) await arena.score(battleId, gift(i));
    const took = Date.now() - startedAt;
    const last = { battleId, version: 101, totals: { ann: 100, bob: 0 }, contributors: {}, highlights: [] };
    for (const room of ['ann_live', 'bob_live']) {
      await eventually(() => expect(boards(room).at(-1)?.data).toEqual(last));
      expect(boards(room).length).toBeLessThanOrEqual(took / 20 + 3);
      expect(boards(room)[0]?.to).toBeUndefined();
    }
  });

  it('arrive in the metadata as a checkpoint, though the document is no newer', async () => {
    const battleId = await arena.battle();
    await published('ann_live');
    const { revision } = (await document('ann_live'))!;
    await arena.score(battleId, gift(1));
    await eventually(() => expect(arena.livekit.documentIn('ann_live')?.board?.totals.ann).toBe(1));
    expect(arena.livekit.documentIn('ann_live')?.revision).toBe(revision);
  });

  it('are checkpointed at their own pace, however many there are', async () => {
    const battleId = await arena.battle();
    await published('ann_live');
    const before = arena.livekit.documents.length;
    const startedAt = Date.now();
    for (let i = 0; i < 50; i++) await arena.score(battleId, gift(i));
    await eventually(() => expect(arena.livekit.documentIn('ann_live')?.board?.totals.ann).toBe(50));
    const rounds = Math.ceil((Date.now() - startedAt) / 60) + 1;
    expect(arena.livekit.documents.length - before).toBeLessThanOrEqual(2 * rounds);
  });

  it('that were lost while LiveKit was away are made good by the newest', async () => {
    const battleId = await arena.battle();
    await published('ann_live');
    arena.livekit.isDown = true;
    for (let i = 0; i < 5; i++) await arena.score(battleId, gift(i));
    await wait(30);
    arena.livekit.isDown = false;
    await eventually(() => expect((boards('ann_live').at(-1)?.data as ScoreBoard).version).toBe(6));
    expect(boards('ann_live').length).toBeLessThan(4);
  });
});

describe('highlights', () => {
  const gift = (eventId: string, points: number) => [
    { eventId, userId: 'ann', points, contributor: { userId: `fan-${eventId}` } },
  ];
  const told = (): readonly number[][] =>
    boards('ann_live').map(({ data }) => (data as ScorePacket).highlights.map(({ points }) => points));

  it('wait for the next packet, the five largest of them, and are sent once', async () => {
    const battleId = await arena.battle();
    await published('ann_live');
    arena.livekit.isDown = true;
    for (const points of [3, 8, 1, 9, 2, 7, 5]) await arena.score(battleId, gift(`${points}`, points));
    await wait(30);
    arena.livekit.isDown = false;
    await eventually(() => expect(told().flat()).toEqual([9, 8, 7, 5, 3]));
    await arena.score(battleId, gift('later', 4));
    await eventually(() => expect(told().flat()).toEqual([9, 8, 7, 5, 3, 4]));
  });

  it('of gifts that come while a packet is under way are not measured against those in it', async () => {
    const battleId = await arena.battle();
    await published('ann_live');
    arena.livekit.isDown = true;
    for (const points of [60, 70, 80, 90, 99]) await arena.score(battleId, gift(`${points}`, points));
    let arrive = (): void => undefined;
    const arrival = new Promise<void>((resolve) => (arrive = resolve));
    arena.livekit.latency = () => arrival;
    await eventually(() => {
      expect([...arena.livekit.underWay]).toContainEqual(
        expect.objectContaining({ room: 'ann_live', topic: 'live-battles.scores' }),
      );
    });
    arena.livekit.isDown = false;
    for (const points of [6, 7]) await arena.score(battleId, gift(`${points}`, points));
    arrive();
    await eventually(() => expect(told().flat()).toEqual([99, 90, 80, 70, 60, 7, 6]));
  });

  it('that wait are not sent any more when the host’s points are hidden meanwhile', async () => {
    const battleId = await arena.battle({ effects: ['hide'] });
    await published('ann_live');
    arena.livekit.isDown = true;
    await arena.score(battleId, gift('hidden', 4711));
    const hide = { eventId: 'smoke', effect: { type: 'hide', userId: 'ann', seconds: 60 } };
    await arena.post(await backendToken(), `/v1/battles/${battleId}/effects`, hide);
    arena.livekit.isDown = false;
    await eventually(() => expect(told().flat()).toEqual([4711]));
    await eventually(() => expect((boards('bob_live').at(-1)?.data as ScoreBoard | undefined)?.version).toBe(3));
    expect(JSON.stringify(boards('bob_live'))).not.toMatch(/4711/);
  });
});

describe('hidden points', () => {
  it('never reach LiveKit for the opponent’s room: neither in packets nor in metadata', async () => {
    const battleId = await arena.battle({ effects: ['hide'] });
    const hide = { eventId: 'smoke', effect: { type: 'hide', userId: 'ann', seconds: 60 } };
    await arena.post(await backendToken(), `/v1/battles/${battleId}/effects`, hide);
    await eventually(() => expect(arena.livekit.documentIn('bob_live')?.battle?.effects).toHaveLength(1));
    const before = arena.livekit.documents.length;
    await arena.score(battleId, [{ eventId: 'gift', userId: 'ann', points: 4711, contributor: { userId: 'vic' } }]);
    await eventually(() => expect(arena.livekit.documentIn('ann_live')?.board?.totals.ann).toBe(4711));
    await eventually(() => expect(arena.livekit.documentIn('bob_live')?.board?.version).toBe(3));
    const toBob = arena.livekit.documents.slice(before).filter(({ live }) => live.liveId === 'bob_live');
    expect(JSON.stringify([boards('bob_live'), toBob])).not.toMatch(/4711|vic/);
    expect(JSON.stringify(boards('ann_live'))).toMatch(/4711.*vic/);
  });
});

describe('personal documents', () => {
  it('go to the one host they are for', async () => {
    await arena.goLive('ann', 'bob');
    await arena.command('bob', { type: 'request-host-connection', liveId: 'bob_live', targetLiveIds: ['ann_live'] });
    await eventually(() =>
      expect(
        personals().find(({ room, data }) => room === 'ann_live' && JSON.stringify(data).includes('pending')),
      ).toBeTruthy(),
    );
    for (const { room, to } of personals()) expect(to).toEqual([room.replace('_live', '')]);
  });
});

it('a live that begins anew under an old id gets a room in which nobody of before is left', async () => {
  await arena.goLive('ann');
  await published('ann_live');
  arena.livekit.enter('ann_live', 'ann');
  arena.livekit.enter('ann_live', 'viewer');
  await arena.command('ann', { type: 'end-live', liveId: 'ann_live' });
  arena.clock.skip(5);
  await arena.command('eve', { type: 'create-live', liveId: 'ann_live' });
  await published('ann_live');
  expect(arena.livekit.documentIn('ann_live')?.live.liveOwner.userId).toBe('eve');
  expect(arena.livekit.identitiesIn('ann_live')).toEqual([]);
});

it('many lives at once are no reason for Node to warn of a leak', async () => {
  const warnings: Error[] = [];
  const note = (warning: Error): number => warnings.push(warning);
  process.on('warning', note);
  const hosts = Array.from({ length: 12 }, (_, index) => `host${index}`);
  await arena.goLive(...hosts);
  await Promise.all(hosts.map((host) => arena.server.referee.notePresence(`${host}_live`, host, false)));
  await wait(50);
  process.off('warning', note);
  expect(warnings).toEqual([]);
});
