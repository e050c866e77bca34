import { describe, expect, it } from 'vitest';
import { createEngine, LiveErrorCode } from '../../../src/core/index.js';
import { LocalEngine, pageWorld } from '../../../src/engines/local/index.js';
import '../../../src/engines/local/register.js';
import { settled } from '../../fake-clock.js';
import { Neighbourhood } from './neighbourhood.js';
import { RecordingSink } from '../recording-sink.js';

const refusal = (code: LiveErrorCode): object => ({ name: 'LiveError', code });

describe('a user of the local engine', () => {
  it('is who they say, by their id if they give no name', async () => {
    const engine = await new Neighbourhood().engine('ann');
    expect(await engine.login()).toEqual({ userId: 'ann', userName: 'ann', avatarUrl: '' });
  });

  it('cannot have a name that stands for a linked host', async () => {
    await expect(new Neighbourhood().engine('ann@bob_live')).rejects.toMatchObject(
      refusal(LiveErrorCode.unauthenticated),
    );
  });

  it('does nothing before logging in and after logging out', async () => {
    const { world } = new Neighbourhood();
    const engine = new LocalEngine({ world, user: { userId: 'ann' } });
    const attempts = [
      () => engine.execute({ type: 'create-live', liveId: 'ann_live' }),
      () => engine.join('ann_live', new RecordingSink()),
      () => engine.fetchLiveList({ cursor: '', count: 20 }),
    ];
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(refusal(LiveErrorCode.notLoggedIn));
    await engine.login();
    await attempts[0]?.();
    await engine.logout();
    for (const attempt of attempts) await expect(attempt()).rejects.toMatchObject(refusal(LiveErrorCode.notLoggedIn));
  });

  it('gets LiveErrors whatever they hand in', async () => {
    const { engine } = await new Neighbourhood().host('ann');
    const nonsense = { type: 'request-host-connection', liveId: 'ann_live' } as never;
    await expect(engine.execute(nonsense)).rejects.toMatchObject({ name: 'LiveError' });
  });

  it('sees pages of at most twenty lives', async () => {
    const neighbourhood = new Neighbourhood();
    const engine = await neighbourhood.engine('ann');
    for (let i = 0; i < 22; i++) await engine.execute({ type: 'create-live', liveId: `live${i}` });
    const { lives, cursor } = await engine.fetchLiveList({ cursor: '', count: 500 });
    expect(lives).toHaveLength(20);
    expect((await engine.fetchLiveList({ cursor, count: 0 })).lives).toHaveLength(1);
  });

  it('is a guest when markup names nobody, in the world of the page', async () => {
    const engine = await createEngine('local', {});
    expect((await engine.login()).userId).toMatch(/^guest-[0-9a-f]{8}$/);
    const ann = await createEngine('local', { userId: 'ann', userName: 'Ann', avatarUrl: 'https://a.test/ann.png' });
    expect(await ann.login()).toEqual({ userId: 'ann', userName: 'Ann', avatarUrl: 'https://a.test/ann.png' });
    await ann.execute({ type: 'create-live', liveId: 'ann_live' });
    const { lives } = await engine.fetchLiveList({ cursor: '', count: 20 });
    expect(lives.map(({ liveId }) => liveId)).toEqual(['ann_live']);
    expect(await pageWorld().referee.runningLiveIds()).toEqual(['ann_live']);
    await ann.execute({ type: 'end-live', liveId: 'ann_live' });
    pageWorld().dispose();
  });
});

describe('joining', () => {
  it('has delivered both documents and who is there when it resolves', async () => {
    const neighbourhood = new Neighbourhood();
    const { sink } = await neighbourhood.host('ann');
    const calls = ['document', 'participants', 'network-qualities', 'audience', 'personal', 'connection'];
    expect(sink.types).toEqual(calls);
    expect(sink.states).toEqual(['connected']);
    const { sink: audience } = await neighbourhood.viewer('vic', 'ann');
    expect(audience.types).toEqual(calls);
    expect(audience.documents[0]?.live.liveOwner.userId).toBe('ann');
  });

  it('is refused when there is no such live, or no more', async () => {
    const neighbourhood = new Neighbourhood();
    const { engine } = await neighbourhood.host('ann');
    await engine.execute({ type: 'end-live', liveId: 'ann_live' });
    for (const liveId of ['ann_live', 'bob_live', 'constructor']) {
      const joining = engine.join(liveId, new RecordingSink());
      await expect(joining).rejects.toMatchObject(refusal(LiveErrorCode.liveNotFound));
    }
  });

  it('twice puts the first one out, who is not missed', async () => {
    const neighbourhood = new Neighbourhood();
    const first = await neighbourhood.host('ann');
    const second = await neighbourhood.enter(await neighbourhood.engine('ann'), 'ann_live');
    await settled();
    expect(first.sink.kicks).toEqual(['logged-on-other-device']);
    const calls = first.sink.types.length;
    await first.connection.close();
    await neighbourhood.clock.advance(60_000);
    expect(first.sink.types).toHaveLength(calls);
    expect(second.sink.kicks).toEqual([]);
    expect(second.sink.documents.at(-1)?.hostLostAt).toBeNull();
  });

  it('in two lives at once is not the same place', async () => {
    const neighbourhood = new Neighbourhood();
    await neighbourhood.host('ann');
    await neighbourhood.host('bob');
    const vic = await neighbourhood.viewer('vic', 'ann');
    await neighbourhood.enter(vic.engine, 'bob_live');
    await settled();
    expect(vic.sink.kicks).toEqual([]);
  });
});

describe('delivery', () => {
  it('brings personal documents to the owner’s session alone', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const bob = await neighbourhood.host('bob');
    const vic = await neighbourhood.viewer('vic', 'bob');
    const visiting = await neighbourhood.enter(ann.engine, 'bob_live');
    await neighbourhood.link(ann, 'ann', bob, 'bob');
    expect(bob.sink.personals.at(-1)?.coHostRequests).toHaveLength(1);
    for (const { sink } of [vic, visiting]) {
      expect(sink.personals.map(({ coHostRequests }) => coHostRequests)).toEqual([[]]);
    }
    expect(vic.sink.documents.at(-1)?.link?.members).toHaveLength(2);
  });

  it('shares no object of a command or an answer', async () => {
    const ann = (await new Neighbourhood().host('ann')).engine;
    const command = { type: 'create-live' as const, liveId: 'other', liveName: 'mine' };
    const info = await ann.execute(command);
    (info as { liveName: string }).liveName = 'changed';
    command.liveName = 'changed';
    const { lives } = await ann.fetchLiveList({ cursor: '', count: 20 });
    expect(lives.map(({ liveName }) => liveName)).toEqual(['ann', 'mine']);
    const document = await ann.fetchLive('other');
    (document.live as { liveName: string }).liveName = 'changed';
    expect((await ann.fetchLive('other')).live.liveName).toBe('mine');
  });

  it('comes after the command has been answered, and in order', async () => {
    const neighbourhood = new Neighbourhood({ latency: 100 });
    const going = neighbourhood.host('ann');
    await neighbourhood.clock.advance(1_000);
    const ann = await going;
    const coming = neighbourhood.viewer('vic', 'ann');
    await neighbourhood.clock.advance(1_000);
    const vic = await coming;
    const before = vic.sink.types.length;
    const ending = ann.engine.execute({ type: 'end-live', liveId: 'ann_live' });
    await neighbourhood.clock.advance(99);
    await neighbourhood.clock.advance(1);
    await ending;
    expect(vic.sink.types).toHaveLength(before);
    await neighbourhood.clock.advance(100);
    expect(vic.sink.documents.at(-1)?.live.endedReason).toBe('ended-by-host');
    const revisions = vic.sink.documents.map(({ revision }) => revision);
    expect(revisions).toEqual([...revisions].sort((a, b) => a - b));
  });

  it('stops for good when the connection is closed', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const vic = await neighbourhood.viewer('vic', 'ann');
    const calls = vic.sink.types.length;
    const ending = ann.engine.execute({ type: 'end-live', liveId: 'ann_live' });
    const closing = vic.connection.close();
    await Promise.all([ending, closing, vic.connection.close()]);
    await settled();
    expect(vic.sink.types).toHaveLength(calls);
  });

  it('stops for all connections of an engine that logs out', async () => {
    const neighbourhood = new Neighbourhood();
    const ann = await neighbourhood.host('ann');
    const vic = await neighbourhood.viewer('vic', 'ann');
    const leftAt = neighbourhood.clock.now();
    await ann.engine.logout();
    await neighbourhood.clock.advance(5_000);
    expect(vic.sink.documents.at(-1)?.hostLostAt).toBe(leftAt);
    expect(vic.sink.present).toEqual([]);
  });
});
