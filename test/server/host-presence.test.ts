import { ParticipantInfo_State } from 'livekit-server-sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { HostPresence } from '../../server/src/livekit/host-presence.js';
import { liveDocument, MemoryStore, Referee } from '../../src/referee/index.js';
import { FakeClock, settled } from '../fake-clock.js';
import { FakeLiveKit } from './support/fake-livekit.js';

const ann = { userId: 'ann', userName: 'Ann', avatarUrl: '' };

let livekit: FakeLiveKit;
let clock: FakeClock;
let presence: HostPresence;
let store: MemoryStore;

beforeEach(async () => {
  livekit = new FakeLiveKit();
  clock = new FakeClock();
  store = new MemoryStore();
  const referee = new Referee({ store, clock, bus: { publish: () => {} }, newId: () => 'id' });
  presence = new HostPresence({ referee, service: livekit, clock, joinAllowance: 15_000 });
  await referee.executeForUser(ann, { type: 'create-live', liveId: 'live' });
  await livekit.createRoom({ name: 'live' });
});

const document = async () => liveDocument(await store.read({ liveIds: ['live'] }), 'live')!;
const check = async (): Promise<void> => presence.check(await document());
const left = async (sid: string): Promise<void> => presence.left(await document(), { sid });
const isLost = async (): Promise<boolean> => (await store.read({ liveIds: ['live'] })).lives.live!.hostLostAt !== null;

describe('a host who has just gone live', () => {
  it('is not lost while on the way', async () => {
    for (let second = 0; second < 14; second += 3) {
      await check();
      expect(await isLost()).toBe(false);
      clock.skip(3000);
    }
    const connection = livekit.enter('live', 'ann');
    await presence.joined('live', connection);
    await check();
    expect(await isLost()).toBe(false);
  });

  it('is lost after all when they never come', async () => {
    clock.skip(15_000);
    await check();
    expect(await isLost()).toBe(true);
  });

  it('has the time again with every way in they ask for', async () => {
    clock.skip(14_000);
    presence.expect('live');
    clock.skip(14_000);
    await check();
    expect(await isLost()).toBe(false);
    clock.skip(1000);
    await check();
    expect(await isLost()).toBe(true);
  });

  it('is not there yet while their connection is being made', async () => {
    clock.skip(20_000);
    const connection = livekit.enter('live', 'ann', ParticipantInfo_State.JOINED);
    await check();
    expect(await isLost()).toBe(false);
    livekit.leave('live', connection.identity);
    clock.skip(15_000);
    await check();
    expect(await isLost()).toBe(true);
  });
});

describe('a connected host', () => {
  const enter = async () => {
    const connection = livekit.enter('live', 'ann');
    await presence.joined('live', connection);
    clock.skip(60_000);
    return connection;
  };

  it('is lost as soon as LiveKit says that they left', async () => {
    const { sid } = await enter();
    livekit.leave('live', 'ann');
    await left(sid);
    expect(await isLost()).toBe(true);
  });

  it('is lost at the second look when nothing was said', async () => {
    await enter();
    livekit.leave('live', 'ann');
    await check();
    expect(await isLost()).toBe(false);
    await check();
    expect(await isLost()).toBe(true);
  });

  it('comes back with a webhook, or without one', async () => {
    const first = await enter();
    livekit.leave('live', 'ann');
    await left(first.sid);
    const second = livekit.enter('live', 'ann');
    await presence.joined('live', second);
    expect(await isLost()).toBe(false);
    livekit.leave('live', 'ann');
    await left(second.sid);
    livekit.enter('live', 'ann');
    await check();
    expect(await isLost()).toBe(false);
  });

  it('is not lost by the end of an older connection, however late it is told', async () => {
    const first = await enter();
    const second = livekit.enter('live', 'ann');
    await presence.joined('live', second);
    await left(first.sid);
    expect(await isLost()).toBe(false);
  });

  it('is not lost by it either when LiveKit, asked in between, knows of no connection', async () => {
    const first = await enter();
    await presence.joined('live', livekit.enter('live', 'ann'));
    livekit.leave('live', 'ann');
    await left(first.sid);
    await check();
    expect(await isLost()).toBe(false);
  });

  it('is not lost when the end of the older connection is told before the newer one', async () => {
    const first = await enter();
    const second = livekit.enter('live', 'ann', ParticipantInfo_State.JOINING);
    await left(first.sid);
    expect(await isLost()).toBe(false);
    await check();
    expect(await isLost()).toBe(false);
    second.state = ParticipantInfo_State.ACTIVE;
    await presence.joined('live', second);
    expect(await isLost()).toBe(false);
  });

  it('is not back by the beginning of a connection that has ended, however late it is told', async () => {
    const first = await enter();
    const second = livekit.enter('live', 'ann');
    livekit.leave('live', 'ann');
    await left(first.sid);
    await left(second.sid);
    expect(await isLost()).toBe(true);
    await presence.joined('live', second);
    await presence.joined('live', first);
    expect(await isLost()).toBe(true);
  });

  it('is not lost because LiveKit does not answer', async () => {
    const { sid } = await enter();
    livekit.isDown = true;
    await expect(check()).rejects.toThrow();
    await expect(left(sid)).rejects.toThrow();
    expect(await isLost()).toBe(false);
  });

  it('is known to a server that has just started', async () => {
    livekit.enter('live', 'ann');
    clock.skip(60_000);
    await check();
    expect(await isLost()).toBe(false);
    livekit.leave('live', 'ann');
    await check();
    await check();
    expect(await isLost()).toBe(true);
  });
});

it('a host who comes back while LiveKit is still asked about their leaving is not lost', async () => {
  const first = livekit.enter('live', 'ann');
  await presence.joined('live', first);
  livekit.leave('live', 'ann');
  let answer = (): void => undefined;
  livekit.latency = () => new Promise<void>((resolve) => (answer = resolve));
  const leaving = left(first.sid);
  await settled();
  await presence.joined('live', { identity: 'ann', sid: 'PA_new', joinedAt: 0n, joinedAtMs: 99n });
  answer();
  await leaving;
  expect(await isLost()).toBe(false);
});
