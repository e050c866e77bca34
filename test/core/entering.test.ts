import { beforeEach, describe, expect, it } from 'vitest';
import { LiveError, LiveErrorCode, LiveSession, onSessionEvent, type User } from '../../src/core/index.js';
import { settled } from '../fake-clock.js';
import { Gate } from '../gate.js';
import { documentOf, linkOf, user } from './examples.js';
import { ScriptedEngine } from './scripted-engine.js';

/** An engine that likes to know early, and whose login waits for the test. */
class EagerEngine extends ScriptedEngine {
  readonly loggingIn = new Gate<User>();

  override login(): Promise<User> {
    this.calls.push('login');
    return this.loggingIn.promise;
  }

  expectJoin(liveId: string): void {
    this.calls.push(`expect ${liveId}`);
  }

  async preload(): Promise<void> {
    this.calls.push('preload');
    throw new LiveError(LiveErrorCode.unreachable, 'no such file');
  }
}

let engine: EagerEngine;
let session: LiveSession;

beforeEach(() => {
  engine = new EagerEngine();
  session = new LiveSession({ engine });
});

describe('on the way into a live', () => {
  it('the engine loads its code and learns which live, while the user logs in', async () => {
    void session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    expect(engine.calls).toEqual(['preload', 'expect ann_live', 'login']);
    expect(session.connectionState.get()).toBe('connecting');
    engine.loggingIn.resolve(user('ann'));
    await settled();
    expect(engine.calls.at(-1)).toBe('join ann_live');
  });

  it('the engine loads its code while a live is created', async () => {
    void session.liveListStore.createLive({ liveId: 'ann_live' });
    await settled();
    expect(engine.calls).toEqual(['preload', 'login']);
    engine.loggingIn.resolve(user('ann'));
    await settled();
    expect(engine.commands).toEqual([{ type: 'create-live', liveId: 'ann_live' }]);
    expect(engine.calls.at(-1)).toBe('join ann_live');
  });

  it('another live is refused, and the engine does not hear of it', async () => {
    void session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    const other = session.liveListStore.joinLive({ liveId: 'bob_live' });
    await expect(other).rejects.toMatchObject({ code: LiveErrorCode.requestConflict });
    expect(engine.calls).not.toContain('expect bob_live');
  });

  it('a user who leaves before the login is done is in no live', async () => {
    const joining = session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    await session.liveListStore.leaveLive();
    expect(session.connectionState.get()).toBe('idle');
    engine.loggingIn.resolve(user('ann'));
    await expect(joining).rejects.toMatchObject({ code: LiveErrorCode.requestConflict });
    expect(engine.joins).toEqual([]);
  });

  it('a login that fails leaves the session free for another live', async () => {
    engine.loggingIn.reject(new LiveError(LiveErrorCode.unauthenticated, 'who?'));
    const joining = session.liveListStore.joinLive({ liveId: 'ann_live' });
    await expect(joining).rejects.toMatchObject({ code: LiveErrorCode.unauthenticated });
    expect(session.connectionState.get()).toBe('idle');
    expect(engine.joins).toEqual([]);
  });
});

describe('a live that is shown before it is entered', () => {
  const document = documentOf('ann', { link: linkOf('ann', 'bob') });
  let joining: Promise<unknown>;
  let heard: string[];

  beforeEach(async () => {
    heard = [];
    onSessionEvent(session, (name) => heard.push(name));
    engine.loggingIn.resolve(user('eva'));
    joining = session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    engine.joins[0]!.sink.document(document);
  });

  const shown = (): unknown => ({
    live: session.liveListStore.currentLive.get()?.liveId,
    seats: session.liveSeatStore.seatList.get().length,
    state: session.connectionState.get(),
  });

  it('has its seats and says that it is still connecting, without news', async () => {
    expect(shown()).toEqual({ live: 'ann_live', seats: 2, state: 'connecting' });
    expect(heard).toEqual([]);
    engine.joins[0]!.admit();
    expect(await joining).toEqual(document.live);
  });

  it('is never replaced by an older state of it', async () => {
    engine.joins[0]!.sink.document({ ...document, revision: document.revision + 1, link: null });
    engine.joins[0]!.sink.document(document);
    expect(shown()).toMatchObject({ seats: 1 });
  });

  it('is gone without a word when the user is refused after all', async () => {
    engine.joins[0]!.refuse(new LiveError(LiveErrorCode.unreachable, 'livekit-client could not be loaded'));
    await expect(joining).rejects.toMatchObject({ code: LiveErrorCode.unreachable });
    expect(shown()).toEqual({ live: undefined, seats: 0, state: 'idle' });
    expect(heard).toEqual([]);
  });

  it('is gone when the user leaves, and stays so', async () => {
    await session.liveListStore.leaveLive();
    const [visit] = engine.joins;
    visit!.sink.document({ ...document, revision: document.revision + 1 });
    visit!.admit();
    await expect(joining).rejects.toMatchObject({ code: LiveErrorCode.requestConflict });
    expect(shown()).toEqual({ live: undefined, seats: 0, state: 'idle' });
    expect(visit!.connection.calls).toEqual(['close']);
  });
});

it('the clock is measured while the user logs in, and again when they are in', async () => {
  let measured = 0;
  engine.serverTime = async () => {
    measured++;
    return Date.now();
  };
  const loggingIn = session.login();
  await settled();
  expect(measured).toBe(1);
  engine.loggingIn.resolve(user('ann'));
  await loggingIn;
  await settled();
  expect(measured).toBe(4);
});
