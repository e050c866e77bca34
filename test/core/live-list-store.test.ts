import { describe, expect, it } from 'vitest';
import { LiveError, LiveErrorCode, type LiveStatistics } from '../../src/core/index.js';
import { documentOf } from './examples.js';
import { settled } from '../fake-clock.js';
import { inside, start } from './inside.js';

describe('lives', () => {
  it('append further pages of lives, each live once', async () => {
    const { engine, session } = start();
    const [a, b, c] = ['ann', 'bob', 'cid'].map((userId) => documentOf(userId).live);
    engine.pages = [
      { lives: [a!, b!], cursor: 'more' },
      { lives: [b!, c!], cursor: '' },
      { lives: [c!], cursor: '' },
    ];
    const store = session.liveListStore;
    await store.fetchLiveList();
    expect(store.liveListCursor.get()).toBe('more');
    await store.fetchLiveList({ cursor: 'more', count: 5 });
    expect(store.liveList.get()).toEqual([a, b, c]);
    await store.fetchLiveList();
    expect(store.liveList.get()).toEqual([c]);
    expect(engine.calls).toEqual(['login', 'list "" 20', 'list "more" 5', 'list "" 20']);
  });
});

it('fetchLiveInfo looks at a live from outside', async () => {
  const { engine, session } = start();
  expect(await session.liveListStore.fetchLiveInfo({ liveId: 'bob_live' })).toEqual(documentOf('bob').live);
  expect(engine.calls).toEqual(['login', 'live bob_live']);
  expect(session.liveListStore.currentLive.get()).toBeNull();
});

it('createLive asks for a live and enters it', async () => {
  const { engine, session } = start();
  const { live } = documentOf('ann');
  engine.reply = live;
  const creating = session.liveListStore.createLive({ liveId: 'ann_live', seatMode: 'free', maxSeatCount: 5 });
  await settled();
  engine.joins[0]!.sink.document(documentOf('ann'));
  engine.joins[0]!.admit();
  expect(await creating).toEqual(live);
  expect(engine.commands).toEqual([{ type: 'create-live', liveId: 'ann_live', seatMode: 'free', maxSeatCount: 5 }]);
  expect(session.liveListStore.currentLive.get()).toEqual(live);
});

it('createLive asks for nothing while in another live, or on the way into one', async () => {
  const { engine, session } = await inside();
  const refusal = { code: LiveErrorCode.requestConflict };
  await expect(session.liveListStore.createLive({ liveId: 'other' })).rejects.toMatchObject(refusal);
  await session.liveListStore.leaveLive();
  void session.liveListStore.createLive({ liveId: 'one' }).catch(() => undefined);
  await expect(session.liveListStore.createLive({ liveId: 'two' })).rejects.toMatchObject(refusal);
  expect(engine.commands).toEqual([{ type: 'create-live', liveId: 'one' }]);
});

it('createLive that is refused leaves the session free for another live', async () => {
  const { engine, session } = start();
  engine.reply = new LiveError(LiveErrorCode.liveExists, 'taken');
  await expect(session.liveListStore.createLive({ liveId: 'taken' })).rejects.toBe(engine.reply);
  expect(session.connectionState.get()).toBe('idle');
  void session.liveListStore.joinLive({ liveId: 'ann_live' });
  await settled();
  expect(engine.joins).toHaveLength(1);
});

it('joinLive resolves with the live', async () => {
  const { engine, session } = start('eva');
  const joining = session.liveListStore.joinLive({ liveId: 'ann_live' });
  await settled();
  engine.joins[0]!.sink.document(documentOf('ann'));
  engine.joins[0]!.admit();
  expect(await joining).toEqual(documentOf('ann').live);
});

it('endLive leaves, with what the live came to', async () => {
  const { engine, session, connection } = await inside();
  const statistics: LiveStatistics = {
    createdAt: 1,
    endedAt: 3,
    totalDuration: 2,
    totalBattles: 4,
    totalWins: 3,
    totalPoints: 500,
  };
  engine.reply = statistics;
  expect(await session.liveListStore.endLive()).toEqual(statistics);
  expect(engine.commands).toEqual([{ type: 'end-live', liveId: 'ann_live' }]);
  expect(connection.calls).toEqual(['close']);
});

it.each(['before', 'after'])('endLive tells of the end once, whether it is heard of %s the answer', async (when) => {
  const { engine, session, sink } = await inside();
  const { live } = documentOf('ann');
  const ended = documentOf('ann', { revision: 2, live: { ...live, endedAt: 1, endedReason: 'ended-by-host' } });
  const heard: unknown[] = [];
  session.liveListStore.events.on('live-ended', (end) => heard.push(end));
  engine.execute = async () => {
    if (when === 'before') sink.document(ended);
    return {} as never;
  };
  await session.liveListStore.endLive();
  sink.document(ended);
  expect(heard).toEqual([{ liveId: 'ann_live', reason: 'ended-by-host' }]);
  expect(session.liveListStore.currentLive.get()).toBeNull();
});

it('updateLiveInfo changes the current live and no other', async () => {
  const { engine, session } = await inside();
  const sneaky = { liveName: 'Late show', liveId: 'bob_live', type: 'end-live' };
  await session.liveListStore.updateLiveInfo(sneaky);
  expect(engine.commands).toEqual([{ type: 'update-live', liveId: 'ann_live', liveName: 'Late show' }]);
});

describe('metadata', () => {
  const document = documentOf('ann', { metaData: { mood: 'good', song: 'x' } });

  it('is known to everybody in the live', async () => {
    const { session, sink } = await inside(document, 'eva');
    const { metaData } = session.liveListStore;
    expect(metaData.get()).toEqual({ mood: 'good', song: 'x' });
    sink.document(documentOf('ann', { revision: 2, metaData: { mood: 'bad' } }));
    expect(metaData.get()).toEqual({ mood: 'bad' });
    await session.liveListStore.leaveLive();
    expect(metaData.get()).toEqual({});
  });

  it('is queried by key', async () => {
    const { session } = await inside(document, 'eva');
    const keys = ['song', 'none', 'constructor'];
    expect(await session.liveListStore.queryMetaData({ keys })).toEqual({ song: 'x' });
    await session.liveListStore.leaveLive();
    await expect(session.liveListStore.queryMetaData({ keys })).rejects.toMatchObject({
      code: LiveErrorCode.notInLive,
    });
  });

  it('of another live is queried by its id, without entering it', async () => {
    const { engine, session } = await inside(document, 'eva');
    engine.documents.set('bob_live', documentOf('bob', { metaData: { song: 'y', mood: 'bad' } }));
    const { liveListStore } = session;
    expect(await liveListStore.queryMetaData({ liveId: 'bob_live', keys: ['song'] })).toEqual({ song: 'y' });
    expect(await liveListStore.queryMetaData({ liveId: 'ann_live', keys: ['song'] })).toEqual({ song: 'x' });
    await liveListStore.leaveLive();
    expect(await liveListStore.queryMetaData({ liveId: 'bob_live', keys: ['mood'] })).toEqual({ mood: 'bad' });
    const bad = liveListStore.queryMetaData({ liveId: 7 as never, keys: [] });
    await expect(bad).rejects.toMatchObject({ code: LiveErrorCode.invalidParameter });
    expect(engine.calls.filter((call) => call.startsWith('live '))).toEqual(['live bob_live', 'live bob_live']);
  });

  it('is changed with updateLiveMetaData', async () => {
    const { engine, session } = await inside();
    await session.liveListStore.updateLiveMetaData({ metaData: { mood: 'great' } });
    expect(engine.commands).toEqual([
      { type: 'update-live-metadata', liveId: 'ann_live', metaData: { mood: 'great' } },
    ]);
  });
});
