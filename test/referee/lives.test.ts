import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type CreateLiveParams } from '../../src/core/index.js';
import { Court, codeOf, liveOf, userOf } from './court.js';

describe('going live', () => {
  it('creates a live with defaults, owned by its host', async () => {
    const court = new Court();
    const info = await court.execute('ann', { type: 'create-live', liveId: 'ann_live' });
    expect(info).toEqual({
      liveId: 'ann_live',
      liveName: 'ANN',
      coverUrl: '',
      isPublicVisible: true,
      liveOwner: { ...userOf('ann'), liveId: 'ann_live' },
      createdAt: court.clock.now(),
      endedAt: null,
      endedReason: null,
    });
    expect(court.document('ann').live).toEqual(info);
    expect(court.document('ann')).toMatchObject({ hostLostAt: null, link: null, battle: null, board: null });
  });

  const bad: [string, CreateLiveParams][] = [
    ['an empty id', { liveId: '' }],
    ['an id with a hyphen', { liveId: 'ann-live' }],
    ['an id of 49 characters', { liveId: 'a'.repeat(49) }],
    ['a name of 101 bytes', { liveId: 'ann_live', liveName: 'a'.repeat(101) }],
    ['a name of 34 three-byte characters', { liveId: 'ann_live', liveName: '直'.repeat(34) }],
    ['a cover URL of 201 characters', { liveId: 'ann_live', coverUrl: 'h'.repeat(201) }],
  ];
  it.each(bad)('refuses %s', async (_, params) => {
    const court = new Court();
    const attempt = court.execute('ann', { type: 'create-live', ...params });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    expect(court.published).toEqual([]);
  });

  it.each(['', 'ann@bob', 'a'.repeat(65), 'ann bob'])('refuses the user id "%s"', async (userId) => {
    const attempt = new Court().referee.executeForUser(
      { ...userOf('ann'), userId },
      { type: 'create-live', liveId: 'ann_live' },
    );
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
  });

  it('takes the longest name that is allowed', async () => {
    const court = new Court();
    const liveName = '直'.repeat(33);
    const info = await court.execute('ann', { type: 'create-live', liveId: 'a'.repeat(48), liveName });
    expect(info.liveName).toBe(liveName);
  });

  it('gives a host their running live back, and nobody else', async () => {
    const court = await Court.withLives('ann');
    const before = court.document('ann');
    const again = await court.execute('ann', { type: 'create-live', liveId: liveOf('ann'), liveName: 'other' });
    expect(again).toEqual(before.live);
    const attempt = court.execute('bob', { type: 'create-live', liveId: liveOf('ann') });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.liveExists);
  });

  it('frees the id of a live that has ended, and goes on counting its revisions', async () => {
    const court = await Court.withLives('ann');
    await court.host('ann', { type: 'end-live' });
    const { revision } = court.document('ann');
    await court.execute('bob', { type: 'create-live', liveId: liveOf('ann') });
    expect(court.document('ann')).toMatchObject({ revision: revision + 1, live: { liveOwner: { userId: 'bob' } } });
  });
});

describe('ending a live', () => {
  it('tells its host what it came to', async () => {
    const court = await Court.withLives('ann');
    const createdAt = court.clock.now();
    await court.clock.advance(90_000);
    const statistics = await court.host('ann', { type: 'end-live' });
    expect(statistics).toEqual({ createdAt, endedAt: createdAt + 90_000, totalDuration: 90_000 });
    expect(court.document('ann').live).toMatchObject({ endedAt: createdAt + 90_000, endedReason: 'ended-by-host' });
  });

  it('lets the backend close a live, and says so', async () => {
    const court = await Court.withLives('ann');
    await court.referee.executeForBackend({ type: 'close-live', liveId: liveOf('ann') });
    expect(court.document('ann').live.endedReason).toBe('ended-by-server');
  });

  it('cancels its invitations for both sides', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid');
    await court.invite('ann', 'bob');
    await court.invite('cid', 'ann');
    await court.host('ann', { type: 'end-live' });
    expect(court.invitation('ann', 'bob')).toBe('cancelled');
    expect(court.invitation('cid', 'ann')).toBe('cancelled');
  });

  it.each(['ann_live', 'bob_live', 'constructor', '__proto__'])(
    'refuses commands in "%s" once it is no more',
    async (liveId) => {
      const court = await Court.withLives('ann');
      await court.host('ann', { type: 'end-live' });
      expect(await codeOf(court.execute('ann', { type: 'end-live', liveId }))).toBe(LiveErrorCode.liveNotFound);
      const close = court.referee.executeForBackend({ type: 'close-live', liveId });
      expect(await codeOf(close)).toBe(LiveErrorCode.liveNotFound);
    },
  );

  it.each(['constructor', '__proto__', 'toString', 'nobody'])('knows no live "%s"', async (liveId) => {
    const { referee } = new Court();
    expect(await referee.view(liveId)).toBeNull();
    expect(await referee.battle(liveId)).toBeNull();
    await referee.notePresence(liveId, true);
    await referee.notePresence(liveId, false);
  });

  it('takes a live that is named like a property of every object', async () => {
    const court = new Court();
    for (const liveId of ['constructor', '__proto__']) {
      await court.execute('ann', { type: 'create-live', liveId });
      expect((await court.referee.view(liveId))?.document.live.liveId).toBe(liveId);
    }
  });
});

describe('the list of lives', () => {
  it('pages through visible, running lives, newest first', async () => {
    const court = new Court();
    for (let i = 0; i < 5; i++) {
      await court.execute(`host${i}`, { type: 'create-live', liveId: `live${i}`, isPublicVisible: i !== 1 });
      court.clock.skip(1000);
    }
    await court.execute('host3', { type: 'end-live', liveId: 'live3' });
    const first = await court.referee.listLives({ cursor: '', count: 2 });
    expect(first.lives.map(({ liveId }) => liveId)).toEqual(['live4', 'live2']);
    const second = await court.referee.listLives({ cursor: first.cursor, count: 2 });
    expect(second.lives.map(({ liveId }) => liveId)).toEqual(['live0']);
    expect(second.cursor).toBe('');
  });
});

describe('whose live it is', () => {
  it('lets nobody but the owner command', async () => {
    const court = await Court.withLives('ann', 'bob');
    const attempt = court.execute('bob', {
      type: 'request-host-connection',
      liveId: liveOf('ann'),
      targetLiveIds: [liveOf('bob')],
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.noPermission);
  });
});

it('a live that begins anew under another owner shows them nothing of the last one’s invitations', async () => {
  const court = await Court.withLives('ann', 'bob');
  await court.invite('ann', 'bob');
  await court.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
  await court.host('ann', { type: 'end-live' });
  await court.execute('eve', { type: 'create-live', liveId: liveOf('ann') });
  const view = await court.referee.view(liveOf('ann'));
  expect(view?.document.live.liveOwner.userId).toBe('eve');
  expect(view?.personal.coHostRequests).toEqual([]);
  expect(court.personal('bob').coHostRequests).toHaveLength(1);
});
