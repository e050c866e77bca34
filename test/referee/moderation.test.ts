import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode, type LiveInfoChange } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

const liveId = liveOf('ann');
const appoint = (court: Court, userId: string, by = 'ann'): Promise<unknown> =>
  court.execute(by, { type: 'set-administrator', liveId, userId });
const kick = (court: Court, userId: string, by = 'ann'): Promise<unknown> =>
  court.execute(by, { type: 'kick-user', liveId, userId });
const update = (court: Court, change: LiveInfoChange, by = 'ann'): Promise<unknown> =>
  court.execute(by, { type: 'update-live', liveId, ...change });
const write = (court: Court, metaData: object, by = 'ann'): Promise<unknown> =>
  court.execute(by, { type: 'update-live-metadata', liveId, metaData: metaData as Record<string, string> });

describe('administrators', () => {
  it('are named and dismissed by the owner alone', async () => {
    const court = await Court.withLives('ann');
    await appoint(court, 'bob');
    await appoint(court, 'bob');
    expect(court.document('ann').administrators).toEqual(['bob']);
    expect(await codeOf(appoint(court, 'cid', 'bob'))).toBe(LiveErrorCode.noPermission);
    await court.host('ann', { type: 'revoke-administrator', userId: 'bob' });
    expect(court.document('ann').administrators).toEqual([]);
    expect(await codeOf(update(court, { notice: 'hi' }, 'bob'))).toBe(LiveErrorCode.noPermission);
  });

  it('are no more than allowed, neither the owner nor anybody who was put out', async () => {
    const court = await Court.withLives('ann');
    await kick(court, 'bad');
    expect(await codeOf(appoint(court, 'bad'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(appoint(court, 'ann'))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(appoint(court, 'a b'))).toBe(LiveErrorCode.invalidParameter);
    for (let i = 0; i < limits.administrators; i++) await appoint(court, `admin${i}`);
    expect(await codeOf(appoint(court, 'one-more'))).toBe(LiveErrorCode.full);
  });
});

describe('putting a user out of a live', () => {
  it('takes their seat, requests and administration, and keeps them out', async () => {
    const court = await Court.withLives('ann');
    await appoint(court, 'bob');
    await court.execute('bob', { type: 'take-seat', liveId });
    await court.execute('cid', { type: 'apply-for-seat', liveId });
    await kick(court, 'bob');
    await kick(court, 'cid');
    expect(court.document('ann')).toMatchObject({ administrators: [] });
    expect(court.document('ann').seats.flatMap(({ occupant }) => occupant?.userId ?? [])).toEqual(['ann']);
    expect(court.personal('cid').guestRequests).toMatchObject([{ status: 'cancelled' }]);
    for (const type of ['take-seat', 'apply-for-seat', 'accept-invitation'] as const) {
      expect(await codeOf(court.execute('bob', { type, liveId }))).toBe(LiveErrorCode.noPermission);
    }
  });

  it('is refused towards the owner, and towards an administrator by another', async () => {
    const court = await Court.withLives('ann');
    await appoint(court, 'bob');
    await appoint(court, 'cid');
    expect(await codeOf(kick(court, 'ann', 'bob'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(court, 'cid', 'bob'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(court, 'bob', 'eve'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(kick(court, 'eve', 'bob'))).toBeUndefined();
  });

  it('is remembered for as many as allowed', async () => {
    const court = await Court.withLives('ann');
    for (let i = 0; i < limits.kickedUsers; i++) await kick(court, `bad${i}`);
    expect(await codeOf(kick(court, 'one-more'))).toBe(LiveErrorCode.full);
    expect(await codeOf(kick(court, 'bad7'))).toBeUndefined();
  });
});

describe('changing a live', () => {
  it('changes what is named, and leaves the rest', async () => {
    const court = await Court.withLives('ann');
    const before = court.document('ann').live;
    const change: LiveInfoChange = { liveName: 'new', categoryList: [1, 2], isPublicVisible: false, seatMode: 'free' };
    await update(court, change);
    expect(court.document('ann').live).toEqual({ ...before, ...change });
    expect((await court.referee.listLives({ cursor: '', count: 9 })).lives).toEqual([]);
  });

  it('changes nothing else, whatever is sent', async () => {
    const court = await Court.withLives('ann');
    const before = court.document('ann');
    await update(court, { liveOwner: 'eve', endedAt: 5, keepOwnerOnSeat: false } as LiveInfoChange);
    expect(court.document('ann')).toEqual(before);
  });

  it('has the seats of the new template', async () => {
    const court = await Court.withLives('ann');
    await update(court, { seatLayoutTemplate: 200 });
    expect(court.document('ann').live.maxSeatCount).toBe(4);
    expect(court.document('ann').seats).toHaveLength(4);
    await update(court, { seatLayoutTemplate: 601 });
    expect(court.document('ann').seats.map(({ index, occupant }) => [index, occupant?.userId])).toEqual(
      [0, 1, 2, 3, 4, 5, 6].map((index) => [index, index === 0 ? 'ann' : undefined]),
    );
  });

  it.each([
    ['taken', async (court: Court) => court.host('ann', { type: 'move-user-to-seat', userId: 'ann', targetIndex: 5 })],
    ['asked for', async (court: Court) => court.execute('bob', { type: 'apply-for-seat', liveId, seatIndex: 5 })],
  ])('takes no seat away that is %s', async (_, prepare) => {
    const court = await Court.withLives('ann');
    await prepare(court);
    expect(await codeOf(update(court, { seatLayoutTemplate: 200 }))).toBe(LiveErrorCode.requestConflict);
    expect(court.document('ann').seats).toHaveLength(9);
  });

  it.each<[string, LiveInfoChange]>([
    ['a name that is too long', { liveName: 'a'.repeat(101) }],
    ['a template of voice', { seatLayoutTemplate: 70 }],
    ['a template that is none', { seatLayoutTemplate: 1 as never }],
    ['a notice that is no text', { notice: 5 as never }],
  ])('refuses %s', async (_, change) => {
    const court = await Court.withLives('ann');
    expect(await codeOf(update(court, change))).toBe(LiveErrorCode.invalidParameter);
  });
});

describe('metadata', () => {
  it('is merged key by key; an empty value takes the key away', async () => {
    const court = await Court.withLives('ann');
    await write(court, { a: '1', b: '2' });
    await write(court, { b: '', c: '3' });
    expect(court.document('ann').metaData).toEqual({ a: '1', c: '3' });
    const { revision } = court.document('ann');
    await write(court, { a: '1', b: '' });
    expect(court.document('ann').revision).toBe(revision);
  });

  const keys = (count: number, size: number): object =>
    Object.fromEntries(Array.from({ length: count }, (_, i) => [`key${i}`, 'x'.repeat(size)]));
  it.each<[string, object, LiveErrorCode]>([
    ['eleven keys', keys(11, 1), LiveErrorCode.metaDataKeysExceeded],
    ['a key of 51 bytes', { ['é'.repeat(25) + 'x']: '1' }, LiveErrorCode.metaDataKeyTooLong],
    ['a value of 2,049 bytes', keys(1, 2049), LiveErrorCode.metaDataValueTooLong],
    ['more than 16 KiB', keys(9, 2000), LiveErrorCode.metaDataTooLarge],
    ['a key without a letter', { '': '1' }, LiveErrorCode.metaDataKeyInvalid],
    ['a name that every object has', { constructor: '1' }, LiveErrorCode.metaDataKeyInvalid],
    ['the name of a prototype', JSON.parse('{"__proto__":"1"}') as object, LiveErrorCode.metaDataKeyInvalid],
    ['a value that is no text', { a: 1 }, LiveErrorCode.invalidParameter],
    ['a list', ['a'], LiveErrorCode.invalidParameter],
  ])('refuses %s', async (_, metaData, code) => {
    const court = await Court.withLives('ann');
    await write(court, { old: '1' });
    expect(await codeOf(write(court, metaData))).toBe(code);
    expect(court.document('ann').metaData).toEqual({ old: '1' });
  });

  it('takes the largest key and value that are allowed', async () => {
    const court = await Court.withLives('ann');
    const largest = { ['é'.repeat(25)]: 'x'.repeat(2048) };
    await write(court, largest);
    expect(court.document('ann').metaData).toEqual(largest);
  });

  it('is written by administrators too, and by nobody else', async () => {
    const court = await Court.withLives('ann');
    await appoint(court, 'bob');
    await write(court, { a: '1' }, 'bob');
    expect(await codeOf(write(court, { a: '2' }, 'eve'))).toBe(LiveErrorCode.noPermission);
    expect(court.document('ann').metaData).toEqual({ a: '1' });
  });
});
