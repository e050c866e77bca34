import { ParticipantInfo_State } from 'livekit-server-sdk';
import { beforeEach, describe, expect, it } from 'vitest';
import { StagePresence } from '../../server/src/livekit/stage-presence.js';
import type { Connection } from '../../server/src/livekit/person-presence.js';
import { readLiveFrom } from '../../server/src/livekit/live-snapshot.js';
import { MemoryStore, Referee } from '../../src/referee/index.js';
import { FakeClock, settled } from '../fake-clock.js';
import { FakeLiveKit } from './support/fake-livekit.js';

const ann = { userId: 'ann', userName: 'Ann', avatarUrl: '' };

let livekit: FakeLiveKit;
let clock: FakeClock;
let presence: StagePresence;
let store: MemoryStore;
let referee: Referee;

beforeEach(async () => {
  livekit = new FakeLiveKit();
  clock = new FakeClock();
  store = new MemoryStore();
  referee = new Referee({ store, clock, bus: { publish: () => {} }, newId: () => 'id' });
  presence = new StagePresence({ referee, service: livekit, clock, joinAllowance: 15_000 });
  await referee.executeForUser(ann, { type: 'create-live', liveId: 'live', seatMode: 'free' });
  await livekit.createRoom({ name: 'live' });
});

const snapshot = async () => (await readLiveFrom(store)('live'))!;
const check = async (): Promise<void> => presence.check(await snapshot());
const joined = async (connection: Connection, userId = 'ann'): Promise<void> =>
  presence.joined(await snapshot(), userId, connection);
const left = async (sid: string, userId = 'ann'): Promise<void> => presence.left(await snapshot(), userId, { sid });
/** Whether the rules hold the user for missing. Viewers are shown it later. */
const isLost = async (userId = 'ann'): Promise<boolean> => {
  const { live } = (await store.read({ liveIds: ['live'] })).lives;
  if (userId === 'ann') return live!.hostLostAt !== null;
  return live!.seats.some(({ occupant }) => occupant?.userId === userId && occupant.lostAt !== null);
};

describe('a host who has just gone live', () => {
  it('is not lost while on the way', async () => {
    for (let second = 0; second < 14; second += 3) {
      await check();
      expect(await isLost()).toBe(false);
      clock.skip(3000);
    }
    const connection = livekit.enter('live', 'ann');
    await joined(connection);
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
    presence.expect('live', 'ann');
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
    await joined(connection);
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
    await joined(second);
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
    await joined(second);
    await left(first.sid);
    expect(await isLost()).toBe(false);
  });

  it('is not lost by it either when LiveKit, asked in between, knows of no connection', async () => {
    const first = await enter();
    await joined(livekit.enter('live', 'ann'));
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
    await joined(second);
    expect(await isLost()).toBe(false);
  });

  it('is not back by the beginning of a connection that has ended, however late it is told', async () => {
    const first = await enter();
    const second = livekit.enter('live', 'ann');
    livekit.leave('live', 'ann');
    await left(first.sid);
    await left(second.sid);
    expect(await isLost()).toBe(true);
    await joined(second);
    await joined(first);
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
  await joined(first);
  livekit.leave('live', 'ann');
  let answer = (): void => undefined;
  livekit.latency = () => new Promise<void>((resolve) => (answer = resolve));
  const leaving = left(first.sid);
  await settled();
  await joined({ sid: 'PA_new', joinedAt: 0n, joinedAtMs: 99n });
  answer();
  await leaving;
  expect(await isLost()).toBe(false);
});

it('a host who came back while no server was running is back for the next one, whatever the last one knew', async () => {
  const { sid } = livekit.enter('live', 'ann');
  livekit.leave('live', 'ann');
  await left(sid);
  expect(await isLost()).toBe(true);
  livekit.enter('live', 'ann');
  clock.skip(300_000);
  referee = new Referee({ store, clock, bus: { publish: () => {} }, newId: () => 'id' });
  await referee.start();
  presence = new StagePresence({ referee, service: livekit, clock, joinAllowance: 15_000 });
  await check();
  expect(await isLost()).toBe(false);
  expect((await snapshot()).document.live.endedAt).toBeNull();
});

it('news of an old connection are told from those of the last one, after any number of them', async () => {
  let last = livekit.enter('live', 'ann');
  for (let i = 0; i < 50; i++) {
    await joined(last);
    const next = livekit.enter('live', 'ann');
    await left(last.sid);
    last = next;
  }
  await joined(last);
  expect(await isLost()).toBe(false);
  livekit.leave('live', 'ann');
  await left(last.sid);
  expect(await isLost()).toBe(true);
});

describe('a guest', () => {
  const eve = { userId: 'eve', userName: 'Eve', avatarUrl: '' };
  const sit = async (): Promise<void> => {
    await referee.executeForUser(eve, { type: 'take-seat', liveId: 'live' });
  };

  it('counts from the moment of sitting down', async () => {
    const connection = livekit.enter('live', 'eve');
    await joined(connection, 'eve');
    await sit();
    await check();
    expect(await isLost('eve')).toBe(false);
    livekit.leave('live', 'eve');
    await left(connection.sid, 'eve');
    expect(await isLost('eve')).toBe(true);
    await joined(livekit.enter('live', 'eve'), 'eve');
    expect(await isLost('eve')).toBe(false);
  });

  it('who sat down from elsewhere is lost at the first look, unless they have just been let in', async () => {
    await sit();
    presence.expect('live', 'eve');
    await check();
    expect(await isLost('eve')).toBe(false);
    clock.skip(15_000);
    await check();
    expect(await isLost('eve')).toBe(true);
  });

  it('is back at the next look, though nobody has been shown that they were away', async () => {
    await sit();
    await check();
    expect(await isLost('eve')).toBe(true);
    livekit.enter('live', 'eve');
    await check();
    expect(await isLost('eve')).toBe(false);
  });

  it('who has left the seat is nobody’s concern, and begins anew on the next one', async () => {
    const connection = livekit.enter('live', 'eve');
    await sit();
    await check();
    await referee.executeForUser(eve, { type: 'leave-seat', liveId: 'live' });
    livekit.leave('live', 'eve');
    await left(connection.sid, 'eve');
    livekit.calls.length = 0;
    await check();
    expect(livekit.calls).toEqual(['getParticipant']);
    await sit();
    await check();
    expect(await isLost('eve')).toBe(true);
  });
});

describe('somebody who may become a guest', () => {
  const bob = { userId: 'bob', userName: 'Bob', avatarUrl: '' };
  const requests = async () =>
    (await store.read({ liveIds: ['live'] })).lives['live']!.guestRequests.map(({ kind, status, guestLostAt }) => ({
      [kind]: status,
      isLost: guestLostAt !== null,
    }));
  const ask = (kind: string): Promise<unknown> =>
    kind === 'application'
      ? referee.executeForUser(bob, { type: 'apply-for-seat', liveId: 'live' })
      : referee.executeForUser(ann, { type: 'invite-to-seat', liveId: 'live', userId: 'bob' });

  beforeEach(async () => {
    await referee.executeForUser(ann, { type: 'update-live', liveId: 'live', seatMode: 'apply' });
    livekit.enter('live', 'ann');
  });

  it.each([
    ['application', 'cancelled'],
    ['invitation', 'pending'],
  ])('is gone as soon as LiveKit says so: %s', async (kind, status) => {
    const connection = livekit.enter('live', 'bob');
    await joined(connection, 'bob');
    await ask(kind);
    await check();
    expect(await requests()).toEqual([{ [kind]: 'pending', isLost: false }]);
    livekit.leave('live', 'bob');
    await left(connection.sid, 'bob');
    expect(await requests()).toEqual([{ [kind]: status, isLost: true }]);
  });

  it.each([
    ['application', 'cancelled'],
    ['invitation', 'pending'],
  ])('is gone after a look when nothing was said: %s', async (kind, status) => {
    await ask(kind);
    await check();
    expect(await requests()).toEqual([{ [kind]: status, isLost: true }]);
  });

  it('is back with the next connection', async () => {
    await ask('invitation');
    await check();
    await joined(livekit.enter('live', 'bob'), 'bob');
    expect(await requests()).toEqual([{ invitation: 'pending', isLost: false }]);
  });
});
