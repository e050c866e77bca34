import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode, type CreateLiveParams, type MoveSeatPolicy } from '../../src/core/index.js';
import type { UserCommandOf } from '../../src/protocol/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

const liveId = liveOf('ann');

async function salon(params: Partial<CreateLiveParams> = {}): Promise<TestWorld> {
  const world = new TestWorld();
  await world.execute('ann', {
    type: 'create-live',
    liveId,
    seatLayoutTemplate: 70,
    maxSeatCount: 4,
    seatMode: 'free',
    ...params,
  });
  return world;
}

const take = (world: TestWorld, userId: string, seatIndex?: number): Promise<unknown> =>
  world.execute(userId, { type: 'take-seat', liveId, ...(seatIndex !== undefined && { seatIndex }) });
const leave = (world: TestWorld, userId: string): Promise<unknown> =>
  world.execute(userId, { type: 'leave-seat', liveId });
const kick = (world: TestWorld, by: string, userId: string): Promise<unknown> =>
  world.execute(by, { type: 'kick-user-out-of-seat', liveId, userId });
const lock = (world: TestWorld, seatIndex: number, by = 'ann'): Promise<unknown> =>
  world.execute(by, { type: 'lock-seat', liveId, seatIndex });
const move = (
  world: TestWorld,
  by: string,
  userId: string,
  targetIndex: number,
  policy?: MoveSeatPolicy,
): Promise<unknown> =>
  world.execute(by, { type: 'move-user-to-seat', liveId, userId, targetIndex, ...(policy && { policy }) });
const seated = (world: TestWorld): unknown[] =>
  world.document('ann').seats.map(({ occupant }) => occupant?.userId ?? null);

describe('taking a seat', () => {
  it('gives the first that is free and not locked', async () => {
    const world = await salon();
    await lock(world, 1);
    await take(world, 'bob');
    expect(seated(world)).toEqual(['ann', null, 'bob', null]);
  });

  const refusals: [string, (world: TestWorld) => Promise<unknown>, number | undefined, LiveErrorCode][] = [
    ['one that is taken', async () => {}, 0, LiveErrorCode.seatOccupied],
    ['one that is locked', (world) => lock(world, 2), 2, LiveErrorCode.seatLocked],
    ['one that is not there', async () => {}, 4, LiveErrorCode.invalidParameter],
    ['half a seat', async () => {}, 0.5, LiveErrorCode.invalidParameter],
    ['a second one', (world) => take(world, 'bob'), 2, LiveErrorCode.alreadySeated],
    [
      'any when all are taken',
      async (world) => {
        for (const userId of ['cid', 'dan', 'eva']) await take(world, userId);
      },
      undefined,
      LiveErrorCode.allSeatsOccupied,
    ],
    [
      'any where they must be applied for',
      (world) => world.host('ann', { type: 'update-live', seatMode: 'apply' }),
      1,
      LiveErrorCode.noPermission,
    ],
  ];
  it.each(refusals)('refuses %s', async (_, prepare, seatIndex, code) => {
    const world = await salon();
    await prepare(world);
    const before = seated(world);
    expect(await codeOf(take(world, 'bob', seatIndex))).toBe(code);
    expect(seated(world)).toEqual(before);
  });

  it('is refused to guests of a live without seats for them, not to its owner', async () => {
    const world = await salon({ isSeatEnabled: false, keepOwnerOnSeat: false });
    expect(await codeOf(take(world, 'bob'))).toBe(LiveErrorCode.seatsDisabled);
    await take(world, 'ann', 3);
    expect(seated(world)).toEqual([null, null, null, 'ann']);
  });

  it('is free to administrators in any mode', async () => {
    const world = await salon({ seatMode: 'apply' });
    await world.host('ann', { type: 'set-administrator', userId: 'bob' });
    await take(world, 'bob', 3);
    expect(seated(world)[3]).toBe('bob');
  });
});

describe('leaving a seat', () => {
  it('frees it', async () => {
    const world = await salon();
    await take(world, 'bob');
    await leave(world, 'bob');
    expect(seated(world)).toEqual(['ann', null, null, null]);
    expect(await codeOf(leave(world, 'bob'))).toBe(LiveErrorCode.notSeated);
  });

  it('is up to an owner only where they keep no seat', async () => {
    expect(await codeOf(leave(await salon(), 'ann'))).toBe(LiveErrorCode.noPermission);
    const world = await salon({ keepOwnerOnSeat: false });
    await take(world, 'ann');
    await leave(world, 'ann');
    expect(seated(world)).toEqual([null, null, null, null]);
  });
});

describe('a locked seat', () => {
  it('keeps who sits there, and lets nobody else sit down until it is unlocked', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await lock(world, 1);
    expect(seated(world)[1]).toBe('bob');
    await leave(world, 'bob');
    expect(await codeOf(take(world, 'bob', 1))).toBe(LiveErrorCode.seatLocked);
    await world.host('ann', { type: 'unlock-seat', seatIndex: 1 });
    await take(world, 'bob', 1);
    expect(seated(world)[1]).toBe('bob');
  });

  it('is locked by owner and administrators alone', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    expect(await codeOf(lock(world, 2, 'bob'))).toBe(LiveErrorCode.noPermission);
  });
});

describe('putting somebody out of a seat', () => {
  it('tells them alone by whom, for a minute', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    const at = world.clock.now();
    await kick(world, 'ann', 'bob');
    expect(seated(world)[1]).toBeNull();
    expect(world.personal('bob').seatKicks).toMatchObject([
      { userId: 'bob', seatIndex: 1, host: { userId: 'ann' }, at },
    ]);
    expect(world.personal('ann').seatKicks).toEqual([]);
    await world.clock.advance(60_000);
    expect(world.personal('bob').seatKicks).toEqual([]);
    expect(world.clock.pending).toBe(0);
  });

  it('is told of the last time alone, however often it happens', async () => {
    const world = await salon();
    for (let i = 0; i < 20; i++) {
      for (const userId of ['bob', 'cid']) await take(world, userId);
      await world.clock.advance(1);
      for (const userId of ['bob', 'cid']) await kick(world, 'ann', userId);
    }
    const at = world.clock.now();
    expect(world.personal('bob').seatKicks).toMatchObject([{ userId: 'bob', at }]);
    expect(world.personal('cid').seatKicks).toMatchObject([{ userId: 'cid', at }]);
    await world.clock.advance(60_000);
    expect(world.personal('bob').seatKicks).toEqual([]);
  });

  it('is told for a minute each, when it happens one after the other', async () => {
    const world = await salon();
    for (const userId of ['bob', 'cid']) {
      await take(world, userId);
      await kick(world, 'ann', userId);
      await world.clock.advance(30_000);
    }
    expect(world.personal('bob').seatKicks).toEqual([]);
    expect(world.personal('cid').seatKicks).toHaveLength(1);
    await world.clock.advance(30_000);
    expect(world.personal('cid').seatKicks).toEqual([]);
  });

  it('is refused towards the owner, and for who has no seat', async () => {
    const world = await salon();
    await world.host('ann', { type: 'set-administrator', userId: 'bob' });
    expect(await codeOf(kick(world, 'bob', 'ann'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(world, 'bob', 'constructor'))).toBe(LiveErrorCode.notSeated);
  });
});

describe('moving', () => {
  const cases: [string, string, string, number, MoveSeatPolicy | undefined, unknown][] = [
    ['a guest to a free seat', 'bob', 'bob', 3, undefined, ['ann', null, 'cid', 'bob']],
    ['a guest where they sit', 'bob', 'bob', 1, undefined, ['ann', 'bob', 'cid', null]],
    ['a guest to a taken seat', 'bob', 'bob', 2, undefined, LiveErrorCode.seatOccupied],
    ['a guest to another’s seat by force', 'bob', 'bob', 2, 'force-replace', LiveErrorCode.noPermission],
    ['somebody else by a guest', 'bob', 'cid', 3, undefined, LiveErrorCode.noPermission],
    ['by the owner onto a taken seat', 'ann', 'bob', 2, undefined, LiveErrorCode.seatOccupied],
    ['by the owner, changing places', 'ann', 'bob', 2, 'swap-position', ['ann', 'cid', 'bob', null]],
    ['by the owner by force', 'ann', 'bob', 2, 'force-replace', ['ann', null, 'bob', null]],
    ['the owner to a guest’s seat', 'ann', 'ann', 1, 'swap-position', ['bob', 'ann', 'cid', null]],
    ['onto the owner by force', 'ann', 'bob', 0, 'force-replace', LiveErrorCode.noPermission],
    ['by an administrator onto the owner', 'cid', 'bob', 0, 'swap-position', LiveErrorCode.noPermission],
    ['the owner by an administrator', 'cid', 'ann', 3, undefined, LiveErrorCode.noPermission],
    ['who has no seat', 'ann', 'dan', 3, undefined, LiveErrorCode.notSeated],
    ['to no seat', 'ann', 'bob', 9, undefined, LiveErrorCode.invalidParameter],
    ['by a policy that is none', 'ann', 'bob', 3, 'push' as never, LiveErrorCode.invalidParameter],
  ];
  it.each(cases)('%s', async (_, by, userId, targetIndex, policy, outcome) => {
    const world = await salon();
    await take(world, 'bob', 1);
    await take(world, 'cid', 2);
    await world.host('ann', { type: 'set-administrator', userId: 'cid' });
    const before = seated(world);
    const code = await codeOf(move(world, by, userId, targetIndex, policy));
    expect(code ?? seated(world)).toEqual(outcome);
    if (code !== undefined) expect(seated(world)).toEqual(before);
  });

  it('makes the owner change places by their own hand alone, and never puts out an owner who keeps a seat', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    expect(await codeOf(move(world, 'ann', 'bob', 0, 'force-replace'))).toBe(LiveErrorCode.noPermission);
    await move(world, 'ann', 'bob', 0, 'swap-position');
    expect(seated(world)).toEqual(['bob', 'ann', null, null]);
  });

  it('puts an owner out who keeps no seat, by the owner’s own hand', async () => {
    const world = await salon({ keepOwnerOnSeat: false });
    await take(world, 'ann', 0);
    await take(world, 'bob', 1);
    await move(world, 'ann', 'bob', 0, 'force-replace');
    expect(seated(world)).toEqual(['bob', null, null, null]);
  });

  it('by force puts the other out, who is told by whom', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await take(world, 'cid', 2);
    await move(world, 'ann', 'bob', 2, 'force-replace');
    expect(world.personal('cid').seatKicks).toMatchObject([{ seatIndex: 2, host: { userId: 'ann' } }]);
  });

  it('never puts anybody on a locked seat', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await take(world, 'cid', 2);
    await lock(world, 1);
    await lock(world, 3);
    expect(await codeOf(move(world, 'ann', 'bob', 3))).toBe(LiveErrorCode.seatLocked);
    expect(await codeOf(move(world, 'ann', 'cid', 1, 'force-replace'))).toBe(LiveErrorCode.seatLocked);
    expect(await codeOf(move(world, 'ann', 'bob', 2, 'swap-position'))).toBe(LiveErrorCode.seatLocked);
  });
});

describe('devices on a seat', () => {
  const control = (
    world: TestWorld,
    command: Partial<UserCommandOf<'open-remote-device'>>,
    by = 'ann',
  ): Promise<unknown> =>
    world.execute(by, {
      type: 'close-remote-device',
      liveId,
      userId: 'bob',
      device: 'microphone',
      ...command,
    } as never);

  it('are closed, and allowed again, one by one', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await control(world, {});
    const allowed = (): unknown => world.document('ann').seats[1]?.occupant;
    expect(allowed()).toMatchObject({ allowOpenMicrophone: false, allowOpenCamera: true });
    await control(world, { type: 'open-remote-device', policy: 'unlock-only' });
    expect(allowed()).toMatchObject({ allowOpenMicrophone: true, allowOpenCamera: true });
  });

  it('stay closed when the guest leaves and sits down again, until they are allowed', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await control(world, {});
    await leave(world, 'bob');
    await take(world, 'bob', 2);
    const allowed = (): unknown => world.document('ann').seats[2]?.occupant;
    expect(allowed()).toMatchObject({ allowOpenMicrophone: false, allowOpenCamera: true });
    await control(world, { type: 'open-remote-device' });
    await leave(world, 'bob');
    await take(world, 'bob', 2);
    expect(allowed()).toMatchObject({ allowOpenMicrophone: true, allowOpenCamera: true });
  });

  it('stay closed for this guest and this device alone', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await take(world, 'cid', 2);
    for (const userId of ['bob', 'cid']) {
      for (const device of ['microphone', 'camera'] as const) await control(world, { userId, device });
    }
    await control(world, { type: 'open-remote-device', device: 'microphone' });
    await control(world, { type: 'open-remote-device', userId: 'cid', device: 'camera' });
    for (const userId of ['bob', 'cid']) await leave(world, userId);
    for (const userId of ['bob', 'cid', 'dan']) await take(world, userId);
    const allowed = world
      .document('ann')
      .seats.slice(1)
      .map(({ occupant }) => occupant);
    expect(allowed).toMatchObject([
      { userId: 'bob', allowOpenMicrophone: true, allowOpenCamera: false },
      { userId: 'cid', allowOpenMicrophone: false, allowOpenCamera: true },
      { userId: 'dan', allowOpenMicrophone: true, allowOpenCamera: true },
    ]);
  });

  it('are forgotten of those closed first, beyond as many as a live remembers', async () => {
    const world = await salon();
    const sit = async (userId: string): Promise<boolean | undefined> => {
      await take(world, userId, 1);
      return world.document('ann').seats[1]?.occupant?.allowOpenMicrophone;
    };
    for (let i = 0; i <= limits.closedDevices; i++) {
      await sit(`guest${i}`);
      await control(world, { userId: `guest${i}` });
      await leave(world, `guest${i}`);
    }
    expect(await sit('guest0')).toBe(true);
    await leave(world, 'guest0');
    expect(await sit('guest1')).toBe(false);
  });

  it.each([
    ['of nobody', { userId: 'dan' }, 'ann', LiveErrorCode.notSeated],
    ['of another kind', { device: 'screen' as never }, 'ann', LiveErrorCode.invalidParameter],
    ['by another policy', { policy: 'force' as never }, 'ann', LiveErrorCode.invalidParameter],
    ['of the owner', { userId: 'ann' }, 'ann', LiveErrorCode.noPermission],
    ['by a guest', {}, 'bob', LiveErrorCode.noPermission],
  ])('are left alone: %s', async (_, command, by, code) => {
    const world = await salon();
    await take(world, 'bob', 1);
    expect(await codeOf(control(world, command, by))).toBe(code);
  });
});

describe('a guest who vanishes', () => {
  it('is shown after five seconds, and loses the seat after thirty', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await world.referee.notePresence(liveId, 'bob', false);
    const lostAt = world.clock.now();
    await world.clock.advance(4_999);
    expect(world.document('ann').seats[1]?.occupant?.lostAt).toBeNull();
    await world.clock.advance(1);
    expect(world.document('ann').seats[1]?.occupant?.lostAt).toBe(lostAt);
    await world.clock.advance(24_999);
    expect(seated(world)[1]).toBe('bob');
    await world.clock.advance(1);
    expect(seated(world)[1]).toBeNull();
  });

  it('keeps it when they come back in time', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await world.referee.notePresence(liveId, 'bob', false);
    await world.clock.advance(10_000);
    await world.referee.notePresence(liveId, 'bob', true);
    expect(world.document('ann').seats[1]?.occupant?.lostAt).toBeNull();
    await world.clock.advance(60_000);
    expect(seated(world)[1]).toBe('bob');
  });

  it('is out as of their time when nobody looked before', async () => {
    const world = await salon();
    await take(world, 'bob', 1);
    await world.referee.notePresence(liveId, 'bob', false);
    world.clock.skip(100_000);
    await take(world, 'cid', 1);
    expect(seated(world)[1]).toBe('cid');
  });

  it('is of no consequence without a seat', async () => {
    const world = await salon();
    const { revision } = world.document('ann');
    for (const userId of ['bob', 'constructor', '__proto__']) await world.referee.notePresence(liveId, userId, false);
    expect(world.document('ann').revision).toBe(revision);
  });
});
