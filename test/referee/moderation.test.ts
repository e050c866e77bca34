import { describe, expect, it } from 'vitest';
import { ConnectionCode, limits, LiveErrorCode, type LiveInfoChange } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

const liveId = liveOf('ann');
const appoint = (world: TestWorld, userId: string, by = 'ann'): Promise<unknown> =>
  world.execute(by, { type: 'set-administrator', liveId, userId });
const kick = (world: TestWorld, userId: string, by = 'ann'): Promise<unknown> =>
  world.execute(by, { type: 'kick-user', liveId, userId });
const update = (world: TestWorld, change: LiveInfoChange, by = 'ann'): Promise<unknown> =>
  world.execute(by, { type: 'update-live', liveId, ...change });
const write = (world: TestWorld, metaData: object, by = 'ann'): Promise<unknown> =>
  world.execute(by, { type: 'update-live-metadata', liveId, metaData: metaData as Record<string, string> });

describe('administrators', () => {
  it('are named and dismissed by the owner alone', async () => {
    const world = await TestWorld.withLives('ann');
    await appoint(world, 'bob');
    await appoint(world, 'bob');
    expect(world.document('ann').administrators).toEqual(['bob']);
    expect(await codeOf(appoint(world, 'cid', 'bob'))).toBe(LiveErrorCode.noPermission);
    await world.host('ann', { type: 'revoke-administrator', userId: 'bob' });
    expect(world.document('ann').administrators).toEqual([]);
    expect(await codeOf(update(world, { notice: 'hi' }, 'bob'))).toBe(LiveErrorCode.noPermission);
  });

  it('are dismissed one by one', async () => {
    const world = await TestWorld.withLives('ann');
    for (const userId of ['bob', 'cid', 'dan']) await appoint(world, userId);
    await world.host('ann', { type: 'revoke-administrator', userId: 'cid' });
    expect(world.document('ann').administrators).toEqual(['bob', 'dan']);
  });

  it('are no more than allowed, neither the owner nor anybody who was put out', async () => {
    const world = await TestWorld.withLives('ann');
    await kick(world, 'bad');
    expect(await codeOf(appoint(world, 'bad'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(appoint(world, 'ann'))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(appoint(world, 'a b'))).toBe(LiveErrorCode.invalidParameter);
    for (let i = 0; i < limits.administrators; i++) await appoint(world, `admin${i}`);
    expect(await codeOf(appoint(world, 'one-more'))).toBe(LiveErrorCode.full);
  });
});

describe('putting a user out of a live', () => {
  it('takes their seat, requests and administration, and keeps them out', async () => {
    const world = await TestWorld.withLives('ann');
    await appoint(world, 'bob');
    await world.execute('bob', { type: 'take-seat', liveId });
    await world.execute('cid', { type: 'apply-for-seat', liveId });
    await kick(world, 'bob');
    await kick(world, 'cid');
    expect(world.document('ann')).toMatchObject({ administrators: [] });
    expect(world.document('ann').seats.flatMap(({ occupant }) => occupant?.userId ?? [])).toEqual(['ann']);
    expect(world.personal('cid').guestRequests).toMatchObject([{ status: 'cancelled' }]);
    for (const type of ['take-seat', 'apply-for-seat', 'accept-invitation'] as const) {
      expect(await codeOf(world.execute('bob', { type, liveId }))).toBe(LiveErrorCode.noPermission);
    }
  });

  it('is refused towards the owner, and towards an administrator by another', async () => {
    const world = await TestWorld.withLives('ann');
    await appoint(world, 'bob');
    await appoint(world, 'cid');
    for (const by of ['ann', 'bob']) expect(await codeOf(kick(world, 'ann', by))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(world, 'cid', 'bob'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(world, 'bob', 'eve'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(world, 'eve', 'bob'))).toBeUndefined();
  });

  it('keeps lives of theirs from inviting its host, who may invite them all the same', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.execute('bob', { type: 'create-live', liveId: 'bob_second' });
    await world.invite('bob', 'ann', 'cid');
    await kick(world, 'bob');
    expect(world.invitation('bob', 'ann')).toBe('rejected');
    expect(world.invitation('bob', 'cid')).toBe('pending');
    expect(await codeOf(world.invite('bob', 'ann'))).toBe(LiveErrorCode.noPermission);
    const again = { type: 'request-host-connection', liveId: 'bob_second', targetLiveIds: [liveId] } as const;
    expect(await codeOf(world.execute('bob', again))).toBe(LiveErrorCode.noPermission);
    await world.live('dan');
    expect(await world.invite('bob', 'ann', 'dan')).toEqual({
      [liveId]: ConnectionCode.unknown,
      [liveOf('dan')]: ConnectionCode.success,
    });
    expect(await world.invite('ann', 'bob')).toEqual({ [liveOf('bob')]: ConnectionCode.success });
  });

  it('leaves alone what others ask of the host, and what was settled before', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.invite('bob', 'ann');
    await world.host('bob', { type: 'cancel-host-connection', toLiveId: liveId });
    await world.invite('cid', 'ann');
    await kick(world, 'bob');
    expect(world.invitation('bob', 'ann')).toBe('cancelled');
    expect(world.invitation('cid', 'ann')).toBe('pending');
  });

  it('can be undone, by administrators too', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await appoint(world, 'adm');
    await kick(world, 'bob');
    const readmit = (by: string): Promise<unknown> =>
      world.execute(by, { type: 'readmit-user', liveId, userId: 'bob' });
    expect(await codeOf(readmit('bob'))).toBe(LiveErrorCode.noPermission);
    await readmit('adm');
    await readmit('adm');
    expect(await world.invite('bob', 'ann')).toEqual({ [liveId]: ConnectionCode.success });
    await world.execute('bob', { type: 'apply-for-seat', liveId });
  });

  it('is listed for owner and administrators, and in no document', async () => {
    const world = await TestWorld.withLives('ann');
    await appoint(world, 'adm');
    for (const userId of ['bob', 'cid', 'dan']) await kick(world, userId);
    await world.host('ann', { type: 'readmit-user', userId: 'cid' });
    const list = (by: string) => world.execute(by, { type: 'list-kicked-users', liveId });
    for (const by of ['ann', 'adm']) expect(await list(by)).toEqual({ userIds: ['bob', 'dan'] });
    expect(await codeOf(list('bob'))).toBe(LiveErrorCode.noPermission);
    // Only messages of topic `kicked` name the user. They go to the server or the local engine, which keeps the user
    // out, not to the pages in the live.
    const told = world.published.filter(({ topic }) => topic !== 'kicked');
    expect(JSON.stringify(told)).not.toContain('dan');
  });

  it('is remembered for as many as allowed', async () => {
    const world = await TestWorld.withLives('ann');
    for (let i = 0; i < limits.kickedUsers; i++) await kick(world, `bad${i}`);
    expect(await codeOf(kick(world, 'one-more'))).toBe(LiveErrorCode.full);
    expect(await codeOf(kick(world, 'bad7'))).toBeUndefined();
  });
});

describe('changing a live', () => {
  it('changes what is named, and leaves the rest', async () => {
    const world = await TestWorld.withLives('ann');
    const before = world.document('ann').live;
    const change: LiveInfoChange = { liveName: 'new', categoryList: [1, 2], isPublicVisible: false, seatMode: 'free' };
    await update(world, change);
    expect(world.document('ann').live).toEqual({ ...before, ...change });
    expect((await world.referee.listLives({ cursor: '', count: 9 })).lives).toEqual([]);
  });

  it('cuts a name that is too long', async () => {
    const world = await TestWorld.withLives('ann');
    await update(world, { liveName: 'a'.repeat(101) });
    expect(world.document('ann').live.liveName).toBe('a'.repeat(100));
  });

  it('refuses a change of anything else', async () => {
    const world = await TestWorld.withLives('ann');
    const before = world.document('ann');
    for (const more of [{ liveOwner: 'eve' }, { endedAt: 5 }, { keepOwnerOnSeat: false }]) {
      const attempt = update(world, { liveName: 'new', ...more });
      expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    }
    expect(world.document('ann')).toEqual(before);
  });

  it('has the seats of the new template', async () => {
    const world = await TestWorld.withLives('ann');
    await update(world, { seatLayoutTemplate: 200 });
    expect(world.document('ann').live.maxSeatCount).toBe(4);
    expect(world.document('ann').seats).toHaveLength(4);
    await update(world, { seatLayoutTemplate: 601 });
    expect(
      world.document('ann').seats.map(({ index, isLocked, occupant }) => [index, isLocked, occupant?.userId]),
    ).toEqual([0, 1, 2, 3, 4, 5, 6].map((index) => [index, false, index === 0 ? 'ann' : undefined]));
  });

  it('takes no seat away that is taken', async () => {
    const world = await TestWorld.withLives('ann');
    await world.host('ann', { type: 'move-user-to-seat', userId: 'ann', targetIndex: 5 });
    await world.execute('bob', { type: 'apply-for-seat', liveId, seatIndex: 6 });
    expect(await codeOf(update(world, { seatLayoutTemplate: 200 }))).toBe(LiveErrorCode.requestConflict);
    await world.host('ann', { type: 'move-user-to-seat', userId: 'ann', targetIndex: 4 });
    expect(await codeOf(update(world, { seatLayoutTemplate: 200 }))).toBe(LiveErrorCode.requestConflict);
    expect(world.document('ann').seats).toHaveLength(9);
    expect(world.personal('bob').guestRequests).toMatchObject([{ status: 'pending' }]);
  });

  it('turns down what is asked about a seat that goes, and nothing else', async () => {
    const world = await TestWorld.withLives('ann');
    await appoint(world, 'adm');
    const ask = { type: 'apply-for-seat', liveId } as const;
    await world.execute('bob', { ...ask, seatIndex: 4 });
    await world.execute('cid', { ...ask, seatIndex: 3 });
    await world.execute('dan', ask);
    await world.host('ann', { type: 'invite-to-seat', userId: 'eve', seatIndex: 8 });
    await world.execute('fay', { ...ask, seatIndex: 5 });
    await world.execute('fay', { type: 'cancel-application', liveId });
    await update(world, { seatLayoutTemplate: 200 }, 'adm');
    expect(world.document('ann').seats).toHaveLength(4);
    expect(
      world.personal('ann').guestRequests.map(({ guest, host, status }) => [guest.userId, host?.userId, status]),
    ).toEqual([
      ['bob', 'adm', 'rejected'],
      ['cid', undefined, 'pending'],
      ['dan', undefined, 'pending'],
      ['eve', 'ann', 'cancelled'],
      ['fay', undefined, 'cancelled'],
    ]);
  });

  it.each<[string, LiveInfoChange]>([
    ['a name that is none', { liveName: null as never }],
    ['a template of voice', { seatLayoutTemplate: 70 }],
    ['a template that is none', { seatLayoutTemplate: 1 as never }],
    ['a notice that is no text', { notice: 5 as never }],
  ])('refuses %s', async (_, change) => {
    const world = await TestWorld.withLives('ann');
    expect(await codeOf(update(world, change))).toBe(LiveErrorCode.invalidParameter);
  });
});

describe('metadata', () => {
  it('is merged key by key; an empty value takes the key away', async () => {
    const world = await TestWorld.withLives('ann');
    await write(world, { a: '1', b: '2' });
    await write(world, { b: '', c: '3' });
    expect(world.document('ann').metaData).toEqual({ a: '1', c: '3' });
    const { revision } = world.document('ann');
    await write(world, { a: '1', b: '' });
    expect(world.document('ann').revision).toBe(revision);
    await write(world, { c: '' });
    expect(world.document('ann').metaData).toEqual({ a: '1' });
  });

  const keys = (count: number, size: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, 'x'.repeat(size)]));
  it.each<[string, object, LiveErrorCode]>([
    ['eleven keys', keys(11, 1), LiveErrorCode.metaDataKeysExceeded],
    ['a key of 51 bytes', { ['é'.repeat(25) + 'x']: '1' }, LiveErrorCode.metaDataKeyTooLong],
    ['a value of 2,049 bytes', keys(1, 2049), LiveErrorCode.metaDataValueTooLong],
    ['more than 16 KiB', keys(9, 2000), LiveErrorCode.metaDataTooLarge],
    ['one byte more than 16 KiB', { ...keys(8, 2043), old: '', more: 'xxxxx' }, LiveErrorCode.metaDataTooLarge],
    ['a key without a letter', { '': '1' }, LiveErrorCode.metaDataKeyInvalid],
    ['a name that every object has', { constructor: '1' }, LiveErrorCode.metaDataKeyInvalid],
    ['the name of a prototype', JSON.parse('{"__proto__":"1"}') as object, LiveErrorCode.metaDataKeyInvalid],
    ['a value that is no text', { a: 1 }, LiveErrorCode.invalidParameter],
    ['a list', ['a'], LiveErrorCode.invalidParameter],
  ])('refuses %s', async (_, metaData, code) => {
    const world = await TestWorld.withLives('ann');
    await write(world, { old: '1' });
    expect(await codeOf(write(world, metaData))).toBe(code);
    expect(world.document('ann').metaData).toEqual({ old: '1' });
  });

  it('takes the largest key and value that are allowed', async () => {
    const world = await TestWorld.withLives('ann');
    const largest = { ['é'.repeat(25)]: 'x'.repeat(2048) };
    await write(world, largest);
    expect(world.document('ann').metaData).toEqual(largest);
  });

  it('has room for 16 KiB of keys and values together', async () => {
    const world = await TestWorld.withLives('ann');
    const full = { ...keys(8, 2043), more: 'xxxx' };
    await write(world, full);
    expect(world.document('ann').metaData).toEqual(full);
  });

  it('is written by administrators too, and by nobody else', async () => {
    const world = await TestWorld.withLives('ann');
    await appoint(world, 'bob');
    await write(world, { a: '1' }, 'bob');
    expect(await codeOf(write(world, { a: '2' }, 'eve'))).toBe(LiveErrorCode.noPermission);
    expect(world.document('ann').metaData).toEqual({ a: '1' });
  });
});
