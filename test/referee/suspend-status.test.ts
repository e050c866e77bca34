import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type CreateLiveParams, type SuspendStatus } from '../../src/core/index.js';
import { codeOf, liveOf, TestWorld } from './test-world.js';

const voice = { seatLayoutTemplate: 70, maxSeatCount: 4, seatMode: 'free' } as const;

async function goLive(world: TestWorld, userId: string, params: Omit<CreateLiveParams, 'liveId'> = voice) {
  await world.execute(userId, { type: 'create-live', liveId: liveOf(userId), ...params });
}

const tell = (world: TestWorld, userId: string, status: SuspendStatus, of = 'ann'): Promise<unknown> =>
  world.execute(userId, { type: 'set-suspend-status', liveId: liveOf(of), status });

/** Whom a live shows as in the background, of all on its seats. */
const suspended = (world: TestWorld, userId = 'ann'): readonly string[] =>
  world
    .document(userId)
    .seats.flatMap(({ occupant }) => (occupant?.userSuspendStatus === 'in-background' ? [occupant.userId] : []));

/** What a live shows of the hosts of its link. */
const ofHosts = (world: TestWorld, userId: string): unknown =>
  world.document(userId).link?.members.map((member) => `${member.userId} ${member.userSuspendStatus}`);

/** Host ann with bob on seat 1. */
async function withGuest(): Promise<TestWorld> {
  const world = new TestWorld();
  await goLive(world, 'ann');
  await world.execute('bob', { type: 'take-seat', liveId: liveOf('ann'), seatIndex: 1 });
  return world;
}

async function toldBy(world: TestWorld, act: () => Promise<unknown>): Promise<readonly string[]> {
  world.published.length = 0;
  await act();
  return world.published.map(({ topic, liveId }) => `${topic} ${liveId}`);
}

describe('a page in the background', () => {
  it('is shown of the host and of guests, in their live alone', async () => {
    const world = await withGuest();
    await goLive(world, 'zoe');
    expect(suspended(world)).toEqual([]);
    expect(await toldBy(world, () => tell(world, 'bob', 'in-background'))).toEqual(['document ann_live']);
    expect(suspended(world)).toEqual(['bob']);
    await tell(world, 'ann', 'in-background');
    expect(suspended(world)).toEqual(['ann', 'bob']);
    await tell(world, 'bob', 'none');
    expect(suspended(world)).toEqual(['ann']);
  });

  it('is told once, however often it is sent', async () => {
    const world = await withGuest();
    await tell(world, 'bob', 'in-background');
    expect(await toldBy(world, () => tell(world, 'bob', 'in-background'))).toEqual([]);
  });

  it('is of no interest without a seat, and refused', async () => {
    const world = await withGuest();
    await goLive(world, 'zoe', { keepOwnerOnSeat: false });
    const told = await toldBy(world, async () => {
      for (const userId of ['vic', 'constructor', '__proto__']) {
        expect(await codeOf(tell(world, userId, 'in-background'))).toBe(LiveErrorCode.notSeated);
      }
      expect(await codeOf(tell(world, 'zoe', 'in-background', 'zoe'))).toBe(LiveErrorCode.notSeated);
      expect(await codeOf(tell(world, 'bob', 'in-background', 'nobody'))).toBe(LiveErrorCode.liveNotFound);
      expect(await codeOf(tell(world, 'bob', 'in-calling' as never))).toBe(LiveErrorCode.invalidParameter);
    });
    expect(told).toEqual([]);
  });

  it('moves with its user from seat to seat', async () => {
    const world = await withGuest();
    await tell(world, 'bob', 'in-background');
    const move = { type: 'move-user-to-seat', liveId: liveOf('ann'), userId: 'bob', targetIndex: 3 } as const;
    await world.execute('bob', move);
    expect(world.document('ann').seats[3]?.occupant).toMatchObject({ userSuspendStatus: 'in-background' });
  });

  it('is forgotten with the seat', async () => {
    const world = await withGuest();
    await tell(world, 'bob', 'in-background');
    await world.execute('bob', { type: 'leave-seat', liveId: liveOf('ann') });
    await world.execute('bob', { type: 'take-seat', liveId: liveOf('ann'), seatIndex: 1 });
    expect(world.document('ann').seats[1]?.occupant).toMatchObject({ userId: 'bob', userSuspendStatus: 'none' });
  });

  it('is forgotten when a lost connection returns, of guests and of hosts', async () => {
    const world = await withGuest();
    for (const userId of ['ann', 'bob']) await tell(world, userId, 'in-background');
    for (const userId of ['ann', 'bob']) await world.referee.notePresence(liveOf('ann'), userId, false);
    await world.clock.advance(6_000);
    expect(suspended(world)).toEqual(['ann', 'bob']);
    await world.referee.notePresence(liveOf('ann'), 'ann', true);
    expect(suspended(world)).toEqual(['bob']);
    await world.referee.notePresence(liveOf('ann'), 'bob', true);
    expect(suspended(world)).toEqual([]);
    expect(world.document('ann').seats[1]?.occupant?.userSuspendStatus).toBe('none');
  });
});

describe('in linked lives a page in the background', () => {
  it('of a host is shown in all of them', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const told = await toldBy(world, () => tell(world, 'bob', 'in-background', 'bob'));
    expect([...told].sort()).toEqual(['document ann_live', 'document bob_live', 'document cid_live']);
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(ofHosts(world, userId)).toEqual(['ann none', 'bob in-background', 'cid none']);
    }
  });

  it('of a guest in a voice live is shown with their seat', async () => {
    const world = new TestWorld();
    for (const userId of ['ann', 'bob', 'cid']) await goLive(world, userId);
    for (const userId of ['bob', 'cid']) await world.link('ann', userId);
    await world.execute('vic', { type: 'take-seat', liveId: liveOf('bob'), seatIndex: 2 });
    await tell(world, 'vic', 'in-background', 'bob');
    const [, bob] = world.document('cid').link?.members ?? [];
    expect(bob?.userSuspendStatus).toBe('none');
    expect(bob?.seats.find(({ index }) => index === 2)?.occupant).toMatchObject({
      userId: 'vic',
      userSuspendStatus: 'in-background',
    });
  });

  it('is unknown of a host who has no seat', async () => {
    const world = new TestWorld();
    await goLive(world, 'ann', { keepOwnerOnSeat: false });
    await world.live('bob');
    await world.link('ann', 'bob');
    expect(await codeOf(tell(world, 'ann', 'in-background'))).toBe(LiveErrorCode.notSeated);
    expect(ofHosts(world, 'bob')).toEqual(['ann none', 'bob none']);
  });
});
