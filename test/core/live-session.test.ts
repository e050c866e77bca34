import { describe, expect, it } from 'vitest';
import { LiveError, LiveErrorCode, onSessionEvent } from '../../src/core/index.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { documentOf, linkOf } from './examples.js';
import { settled } from '../fake-clock.js';
import { enter, inside, start } from './inside.js';

describe('logging in', () => {
  it('happens once, when first needed, and sets the clock', async () => {
    const { engine, session } = start();
    await Promise.all([session.liveListStore.fetchLiveList(), session.login(), session.liveListStore.fetchLiveList()]);
    expect(engine.calls.filter((call) => call === 'login')).toHaveLength(1);
    expect(session.user.get()?.userId).toBe('ann');
    expect(Math.abs(session.clock.now() - Date.now() - 5000)).toBeLessThan(100);
  });

  it('may be tried again after it failed', async () => {
    const { engine, session } = start();
    engine.loginError = new Error('no way');
    await expect(session.login()).rejects.toMatchObject({ code: LiveErrorCode.internal, message: 'no way' });
    expect(session.user.get()).toBeNull();
    engine.loginError = null;
    expect((await session.login()).userId).toBe('ann');
  });

  it('is undone by logging out, which leaves the live', async () => {
    const { engine, session, connection } = await inside();
    await session.logout();
    expect(connection.calls).toEqual(['close']);
    expect(session.user.get()).toBeNull();
    expect(session.liveListStore.currentLive.get()).toBeNull();
    await session.login();
    expect(engine.calls.filter((call) => call === 'login')).toHaveLength(2);
  });
});

describe('entering a live', () => {
  it('shows it, and leaves nothing of it on leaving', async () => {
    const { session, connection } = await inside();
    expect(session.liveListStore.currentLive.get()?.liveId).toBe('ann_live');
    expect(session.liveSeatStore.seatList.get()).toHaveLength(1);
    await session.liveListStore.leaveLive();
    expect(connection.calls).toEqual(['close']);
    expect(session.liveListStore.currentLive.get()).toBeNull();
    expect(session.liveSeatStore.seatList.get()).toEqual([]);
    expect(session.connectionState.get()).toBe('idle');
  });

  it('is refused while in another one', async () => {
    const { session } = await inside();
    await expect(session.liveListStore.joinLive({ liveId: 'bob_live' })).rejects.toMatchObject({
      code: LiveErrorCode.requestConflict,
    });
    expect(session.liveListStore.currentLive.get()?.liveId).toBe('ann_live');
  });

  it('may be tried again after it failed', async () => {
    const { engine, session } = start();
    const entering = session.liveListStore.joinLive({ liveId: 'bob_live' });
    await settled();
    expect(session.connectionState.get()).toBe('connecting');
    engine.joins[0]!.refuse(new LiveError(LiveErrorCode.liveNotFound, 'gone'));
    await expect(entering).rejects.toMatchObject({ code: LiveErrorCode.liveNotFound });
    expect(session.connectionState.get()).toBe('idle');
    void session.liveListStore.joinLive({ liveId: 'bob_live' });
    await settled();
    expect(engine.joins).toHaveLength(2);
  });

  it('comes to nothing when the live is left meanwhile', async () => {
    const { engine, session } = start();
    const entering = session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    await session.liveListStore.leaveLive();
    const [visit] = engine.joins;
    visit!.sink.document(documentOf('ann'));
    visit!.sink.connection('connected');
    visit!.admit();
    await expect(entering).rejects.toBeInstanceOf(LiveError);
    expect(visit!.connection.calls).toEqual(['close']);
    expect(session.liveListStore.currentLive.get()).toBeNull();
    expect(session.connectionState.get()).toBe('idle');
  });

  it('shows the live entered last, however slowly the one before it was left', async () => {
    const { engine, session } = start();
    const first = session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    await session.liveListStore.leaveLive();
    const second = session.liveListStore.joinLive({ liveId: 'bob_live' });
    await settled();
    engine.joins[1]!.sink.document(documentOf('bob'));
    engine.joins[1]!.admit();
    engine.joins[0]!.sink.document(documentOf('ann', { revision: 50 }));
    engine.joins[0]!.admit();
    await expect(first).rejects.toBeInstanceOf(LiveError);
    await second;
    expect(session.liveListStore.currentLive.get()?.liveId).toBe('bob_live');
    await session.liveListStore.leaveLive();
    expect(engine.joins.map(({ connection }) => connection.calls)).toEqual([['close'], ['close']]);
  });
});

describe('the end of a live', () => {
  const ended = (revision: number): LiveDocument => {
    const document = documentOf('ann', { revision });
    return { ...document, live: { ...document.live, endedAt: 1, endedReason: 'ended-by-host' } };
  };

  it('is told once, and then the session is out', async () => {
    const { session, sink, connection } = await inside();
    const heard: unknown[] = [];
    session.liveListStore.events.on('live-ended', (event) => {
      heard.push(event, session.liveListStore.currentLive.get());
    });
    sink.document(ended(2));
    sink.document(ended(3));
    expect(heard).toEqual([{ liveId: 'ann_live', reason: 'ended-by-host' }, ended(2).live]);
    expect(session.liveListStore.currentLive.get()).toBeNull();
    await settled();
    expect(connection.calls).toEqual(['close']);
  });

  it('comes with news of those who were linked', async () => {
    const { session, sink } = await inside(documentOf('ann', { link: linkOf('ann', 'bob') }));
    const heard: string[] = [];
    session.coHostStore.events.onAny((name) => heard.push(name));
    sink.document(ended(2));
    expect(heard).toEqual(['cohost-user-left']);
  });

  it('for this user alone is told as a kick', async () => {
    const { session, sink, connection } = await inside();
    const heard: unknown[] = [];
    session.liveListStore.events.on('kicked-out-of-live', (kick) => heard.push(kick));
    sink.kickedOut('logged-on-other-device');
    expect(heard).toEqual([{ liveId: 'ann_live', reason: 'logged-on-other-device' }]);
    expect(session.liveListStore.currentLive.get()).toBeNull();
    await settled();
    expect(connection.calls).toEqual(['close']);
  });
});

describe('stores', () => {
  it('refuse to command outside a live', async () => {
    const { session } = start();
    await expect(session.coHostStore.exitHostConnection()).rejects.toMatchObject({ code: LiveErrorCode.notInLive });
    await expect(session.battleStore.requestBattle({ userIdList: ['bob'] })).rejects.toMatchObject({
      code: LiveErrorCode.notInLive,
    });
  });

  it('command for the current live', async () => {
    const { engine, session } = await inside();
    engine.reply = { results: { bob_live: 0 } };
    expect(await session.coHostStore.requestHostConnection({ targetHostLiveIds: 'bob_live', timeout: 5 })).toEqual({
      bob_live: 0,
    });
    expect(engine.commands).toEqual([
      { type: 'request-host-connection', liveId: 'ann_live', targetLiveIds: ['bob_live'], timeout: 5 },
    ]);
  });
});

describe('a login that has expired', () => {
  it('is told when the session is out of its live and nobody is logged in', async () => {
    const { session, sink, connection } = await inside();
    await session.deviceStore.openLocalMicrophone();
    const heard: unknown[] = [];
    onSessionEvent(session, (name, event) => {
      heard.push(name, event, session.liveListStore.currentLive.get(), session.user.get());
    });
    sink.loginExpired();
    expect(heard).toEqual(['login-expired', { liveId: 'ann_live' }, null, null]);
    expect(session.connectionState.get()).toBe('idle');
    expect(session.deviceStore.microphoneStatus.get()).toBe('off');
    await settled();
    expect(connection.calls.at(-1)).toBe('close');
  });

  it('lets the user log in and enter again', async () => {
    const { engine, session, sink } = await inside();
    sink.loginExpired();
    await enter({ engine, session }, documentOf('ann'));
    expect(engine.calls.slice(-3)).toEqual(['logout', 'login', 'join ann_live']);
    expect(session.liveListStore.currentLive.get()?.liveId).toBe('ann_live');
  });
});

it('logging out while logging in leaves nobody logged in', async () => {
  const { engine, session } = start();
  let answer = (): void => undefined;
  engine.login = () =>
    new Promise((resolve) => (answer = () => resolve({ userId: 'ann', userName: 'Ann', avatarUrl: '' })));
  const loggingIn = session.login();
  await session.logout();
  answer();
  await expect(loggingIn).rejects.toMatchObject({ code: LiveErrorCode.notLoggedIn });
  expect(session.user.get()).toBeNull();
});

it('ending a live does not leave the one that was entered as soon as its end was told', async () => {
  const { engine, session, sink } = await inside();
  let reply = (_: object): void => undefined;
  engine.execute = () => new Promise((resolve) => (reply = resolve as never));
  const ending = session.liveListStore.endLive();
  const entered = new Promise<void>((resolve, reject) => {
    session.liveListStore.events.on('live-ended', () => {
      session.liveListStore.joinLive({ liveId: 'bob_live' }).then(() => resolve(), reject);
    });
  });
  const { live } = documentOf('ann');
  sink.document(documentOf('ann', { revision: 2, live: { ...live, endedAt: 1, endedReason: 'ended-by-host' } }));
  await settled();
  reply({ createdAt: 0, endedAt: 1, totalDuration: 1 });
  await ending;
  const next = engine.joins.at(-1)!;
  next.sink.document(documentOf('bob'));
  next.admit();
  await entered;
  expect(session.liveListStore.currentLive.get()?.liveId).toBe('bob_live');
  expect(next.connection.calls).toEqual([]);
});

it('a live that ended unheard and began anew under its id is one that ended', async () => {
  const { session, sink, connection } = await inside();
  const ends: unknown[] = [];
  session.liveListStore.events.on('live-ended', (end) => ends.push(end));
  const { live } = documentOf('ann');
  const liveOwner = { ...live.liveOwner, userId: 'eve' };
  sink.document(documentOf('ann', { revision: 7, live: { ...live, liveOwner, createdAt: live.createdAt + 1 } }));
  expect(ends).toEqual([{ liveId: 'ann_live', reason: 'ended-by-server' }]);
  expect(session.liveListStore.currentLive.get()).toBeNull();
  expect(connection.calls).toEqual(['close']);
});

describe('logging out', () => {
  it('forgets what the user had switched on and looked up, so that nobody else is seen unawares', async () => {
    const { engine, session } = start();
    engine.pages = [{ lives: [documentOf('bob').live], cursor: 'more' }];
    await session.liveListStore.fetchLiveList();
    await session.deviceStore.openLocalCamera();
    await session.deviceStore.openLocalMicrophone();
    await session.logout();
    expect(session.deviceStore.cameraStatus.get()).toBe('off');
    expect(session.deviceStore.microphoneStatus.get()).toBe('off');
    expect(session.liveListStore.liveList.get()).toEqual([]);
    expect(session.liveListStore.liveListCursor.get()).toBe('');
  });

  it('happens also when the live cannot be left properly', async () => {
    const { engine, session, connection } = await inside();
    connection.error = new Error('no way out');
    await expect(session.logout()).rejects.toMatchObject({ code: LiveErrorCode.internal });
    expect(session.user.get()).toBeNull();
    expect(engine.calls.at(-1)).toBe('logout');
  });

  it('comes before a login that is asked for meanwhile', async () => {
    const { engine, session } = await inside();
    const loggingOut = session.logout();
    const loggingIn = session.login();
    expect(session.user.get()).toBeNull();
    await loggingOut;
    expect(await loggingIn).toEqual(session.user.get());
    expect(engine.calls.slice(-2)).toEqual(['logout', 'login']);
  });
});
