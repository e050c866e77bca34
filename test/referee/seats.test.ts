import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type CreateLiveParams, type MoveSeatPolicy, type UserCommandOf } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

const liveId = liveOf('ann');

async function salon(params: Partial<CreateLiveParams> = {}): Promise<Court> {
  const court = new Court();
  await court.execute('ann', {
    type: 'create-live',
    liveId,
    seatLayoutTemplate: 70,
    maxSeatCount: 4,
    seatMode: 'free',
    ...params,
  });
  return court;
}

const take = (court: Court, userId: string, seatIndex?: number): Promise<unknown> =>
  court.execute(userId, { type: 'take-seat', liveId, ...(seatIndex !== undefined && { seatIndex }) });
const leave = (court: Court, userId: string): Promise<unknown> => court.execute(userId, { type: 'leave-seat', liveId });
const kick = (court: Court, by: string, userId: string): Promise<unknown> =>
  court.execute(by, { type: 'kick-user-out-of-seat', liveId, userId });
const lock = (court: Court, seatIndex: number, by = 'ann'): Promise<unknown> =>
  court.execute(by, { type: 'lock-seat', liveId, seatIndex });
const move = (
  court: Court,
  by: string,
  userId: string,
  targetIndex: number,
  policy?: MoveSeatPolicy,
): Promise<unknown> =>
  court.execute(by, { type: 'move-user-to-seat', liveId, userId, targetIndex, ...(policy && { policy }) });
const seated = (court: Court): unknown[] => court.document('ann').seats.map(({ occupant }) => occupant?.userId ?? null);

describe('taking a seat', () => {
  it('gives the first that is free and not locked', async () => {
    const court = await salon();
    await lock(court, 1);
    await take(court, 'bob');
    expect(seated(court)).toEqual(['ann', null, 'bob', null]);
  });

  const refusals: [string, (court: Court) => Promise<unknown>, number | undefined, LiveErrorCode][] = [
    ['one that is taken', async () => {}, 0, LiveErrorCode.seatOccupied],
    ['one that is locked', (court) => lock(court, 2), 2, LiveErrorCode.seatLocked],
    ['one that is not there', async () => {}, 4, LiveErrorCode.invalidParameter],
    ['half a seat', async () => {}, 0.5, LiveErrorCode.invalidParameter],
    ['a second one', (court) => take(court, 'bob'), 2, LiveErrorCode.alreadySeated],
    [
      'any when all are taken',
      async (court) => {
        for (const userId of ['cid', 'dan', 'eva']) await take(court, userId);
      },
      undefined,
      LiveErrorCode.allSeatsOccupied,
    ],
    [
      'any where they must be applied for',
      (court) => court.host('ann', { type: 'update-live', seatMode: 'apply' }),
      1,
      LiveErrorCode.noPermission,
    ],
  ];
  it.each(refusals)('refuses %s', async (_, prepare, seatIndex, code) => {
    const court = await salon();
    await prepare(court);
    const before = seated(court);
    expect(await codeOf(take(court, 'bob', seatIndex))).toBe(code);
    expect(seated(court)).toEqual(before);
  });

  it('is refused to guests of a live without seats for them, not to its owner', async () => {
    const court = await salon({ isSeatEnabled: false, keepOwnerOnSeat: false });
    expect(await codeOf(take(court, 'bob'))).toBe(LiveErrorCode.seatsDisabled);
    await take(court, 'ann', 3);
    expect(seated(court)).toEqual([null, null, null, 'ann']);
  });

  it('is free to administrators in any mode', async () => {
    const court = await salon({ seatMode: 'apply' });
    await court.host('ann', { type: 'set-administrator', userId: 'bob' });
    await take(court, 'bob', 3);
    expect(seated(court)[3]).toBe('bob');
  });
});

describe('leaving a seat', () => {
  it('frees it', async () => {
    const court = await salon();
    await take(court, 'bob');
    await leave(court, 'bob');
    expect(seated(court)).toEqual(['ann', null, null, null]);
    expect(await codeOf(leave(court, 'bob'))).toBe(LiveErrorCode.notSeated);
  });

  it('is up to an owner only where they keep no seat', async () => {
    expect(await codeOf(leave(await salon(), 'ann'))).toBe(LiveErrorCode.noPermission);
    const court = await salon({ keepOwnerOnSeat: false });
    await take(court, 'ann');
    await leave(court, 'ann');
    expect(seated(court)).toEqual([null, null, null, null]);
  });
});

describe('a locked seat', () => {
  it('keeps who sits there, and lets nobody else sit down until it is unlocked', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await lock(court, 1);
    expect(seated(court)[1]).toBe('bob');
    await leave(court, 'bob');
    expect(await codeOf(take(court, 'bob', 1))).toBe(LiveErrorCode.seatLocked);
    await court.host('ann', { type: 'unlock-seat', seatIndex: 1 });
    await take(court, 'bob', 1);
    expect(seated(court)[1]).toBe('bob');
  });

  it('is locked by owner and administrators alone', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    expect(await codeOf(lock(court, 2, 'bob'))).toBe(LiveErrorCode.noPermission);
  });
});

describe('putting somebody out of a seat', () => {
  it('tells them alone by whom, for a minute', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    const at = court.clock.now();
    await kick(court, 'ann', 'bob');
    expect(seated(court)[1]).toBeNull();
    expect(court.personal('bob').seatKicks).toMatchObject([
      { userId: 'bob', seatIndex: 1, host: { userId: 'ann' }, at },
    ]);
    expect(court.personal('ann').seatKicks).toEqual([]);
    await court.clock.advance(60_000);
    expect(court.personal('bob').seatKicks).toEqual([]);
    expect(court.clock.pending).toBe(0);
  });

  it('is told of the last time alone, however often it happens', async () => {
    const court = await salon();
    for (let i = 0; i < 20; i++) {
      for (const userId of ['bob', 'cid']) await take(court, userId);
      await court.clock.advance(1);
      for (const userId of ['bob', 'cid']) await kick(court, 'ann', userId);
    }
    const at = court.clock.now();
    expect(court.personal('bob').seatKicks).toMatchObject([{ userId: 'bob', at }]);
    expect(court.personal('cid').seatKicks).toMatchObject([{ userId: 'cid', at }]);
    await court.clock.advance(60_000);
    expect(court.personal('bob').seatKicks).toEqual([]);
  });

  it('is refused towards the owner, and for who has no seat', async () => {
    const court = await salon();
    await court.host('ann', { type: 'set-administrator', userId: 'bob' });
    expect(await codeOf(kick(court, 'bob', 'ann'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(court, 'bob', 'constructor'))).toBe(LiveErrorCode.notSeated);
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
    const court = await salon();
    await take(court, 'bob', 1);
    await take(court, 'cid', 2);
    await court.host('ann', { type: 'set-administrator', userId: 'cid' });
    const before = seated(court);
    const code = await codeOf(move(court, by, userId, targetIndex, policy));
    expect(code ?? seated(court)).toEqual(outcome);
    if (code !== undefined) expect(seated(court)).toEqual(before);
  });

  it('by force puts the other out, who is told by whom', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await take(court, 'cid', 2);
    await move(court, 'ann', 'bob', 2, 'force-replace');
    expect(court.personal('cid').seatKicks).toMatchObject([{ seatIndex: 2, host: { userId: 'ann' } }]);
  });

  it('never puts anybody on a locked seat', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await take(court, 'cid', 2);
    await lock(court, 1);
    await lock(court, 3);
    expect(await codeOf(move(court, 'ann', 'bob', 3))).toBe(LiveErrorCode.seatLocked);
    expect(await codeOf(move(court, 'ann', 'cid', 1, 'force-replace'))).toBe(LiveErrorCode.seatLocked);
    expect(await codeOf(move(court, 'ann', 'bob', 2, 'swap-position'))).toBe(LiveErrorCode.seatLocked);
  });
});

describe('devices on a seat', () => {
  const control = (court: Court, command: Partial<UserCommandOf<'open-remote-device'>>, by = 'ann'): Promise<unknown> =>
    court.execute(by, {
      type: 'close-remote-device',
      liveId,
      userId: 'bob',
      device: 'microphone',
      ...command,
    } as never);

  it('are closed, and allowed again, one by one', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await control(court, {});
    const allowed = (): unknown => court.document('ann').seats[1]?.occupant;
    expect(allowed()).toMatchObject({ allowOpenMicrophone: false, allowOpenCamera: true });
    await control(court, { type: 'open-remote-device', policy: 'unlock-only' });
    expect(allowed()).toMatchObject({ allowOpenMicrophone: true, allowOpenCamera: true });
  });

  it('stay closed when the guest leaves and sits down again, until they are allowed', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await control(court, {});
    await leave(court, 'bob');
    await take(court, 'bob', 2);
    const allowed = (): unknown => court.document('ann').seats[2]?.occupant;
    expect(allowed()).toMatchObject({ allowOpenMicrophone: false, allowOpenCamera: true });
    await control(court, { type: 'open-remote-device' });
    await leave(court, 'bob');
    await take(court, 'bob', 2);
    expect(allowed()).toMatchObject({ allowOpenMicrophone: true, allowOpenCamera: true });
  });

  it.each([
    ['of nobody', { userId: 'dan' }, 'ann', LiveErrorCode.notSeated],
    ['of another kind', { device: 'screen' as never }, 'ann', LiveErrorCode.invalidParameter],
    ['by another policy', { policy: 'force' as never }, 'ann', LiveErrorCode.invalidParameter],
    ['of the owner', { userId: 'ann' }, 'ann', LiveErrorCode.noPermission],
    ['by a guest', {}, 'bob', LiveErrorCode.noPermission],
  ])('are left alone: %s', async (_, command, by, code) => {
    const court = await salon();
    await take(court, 'bob', 1);
    expect(await codeOf(control(court, command, by))).toBe(code);
  });
});

describe('a guest who vanishes', () => {
  it('is shown after five seconds, and loses the seat after thirty', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await court.referee.notePresence(liveId, 'bob', false);
    const lostAt = court.clock.now();
    await court.clock.advance(4_999);
    expect(court.document('ann').seats[1]?.occupant?.lostAt).toBeNull();
    await court.clock.advance(1);
    expect(court.document('ann').seats[1]?.occupant?.lostAt).toBe(lostAt);
    await court.clock.advance(24_999);
    expect(seated(court)[1]).toBe('bob');
    await court.clock.advance(1);
    expect(seated(court)[1]).toBeNull();
  });

  it('keeps it when they come back in time', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await court.referee.notePresence(liveId, 'bob', false);
    await court.clock.advance(10_000);
    await court.referee.notePresence(liveId, 'bob', true);
    expect(court.document('ann').seats[1]?.occupant?.lostAt).toBeNull();
    await court.clock.advance(60_000);
    expect(seated(court)[1]).toBe('bob');
  });

  it('is out as of their time when nobody looked before', async () => {
    const court = await salon();
    await take(court, 'bob', 1);
    await court.referee.notePresence(liveId, 'bob', false);
    court.clock.skip(100_000);
    await take(court, 'cid', 1);
    expect(seated(court)[1]).toBe('cid');
  });

  it('is of no consequence without a seat', async () => {
    const court = await salon();
    const { revision } = court.document('ann');
    for (const userId of ['bob', 'constructor', '__proto__']) await court.referee.notePresence(liveId, userId, false);
    expect(court.document('ann').revision).toBe(revision);
  });
});
