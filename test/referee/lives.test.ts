import { describe, expect, it } from 'vitest';
import { LiveErrorCode, SeatLayoutTemplate, type CreateLiveParams } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf, userOf } from './test-world.js';

describe('going live', () => {
  it('creates a live with defaults, owned by its host', async () => {
    const world = new TestWorld();
    const info = await world.execute('ann', { type: 'create-live', liveId: 'ann_live' });
    expect(info).toEqual({
      liveId: 'ann_live',
      liveName: 'ANN',
      notice: '',
      coverUrl: '',
      backgroundUrl: '',
      categoryList: [],
      activityStatus: 0,
      isPublicVisible: true,
      isSeatEnabled: true,
      keepOwnerOnSeat: true,
      maxSeatCount: 9,
      seatMode: 'apply',
      seatLayoutTemplate: SeatLayoutTemplate.videoDynamicGrid9Seats,
      liveOwner: { ...userOf('ann'), liveId: 'ann_live' },
      createdAt: world.clock.now(),
      endedAt: null,
      endedReason: null,
    });
    expect(world.document('ann').live).toEqual(info);
    expect(world.document('ann')).toMatchObject({ hostLostAt: null, link: null, battle: null, board: null });
  });

  it('cuts the host’s name where it would be too long for that of a live', async () => {
    const world = new TestWorld();
    for (const [name, expected] of [
      ['直'.repeat(72), '直'.repeat(33)],
      ['a'.repeat(5) + '🎤'.repeat(33), 'a'.repeat(5) + '🎤'.repeat(23)],
    ] as const) {
      const liveId = `live_${name.length}`;
      const host = { ...userOf('ann'), userName: name };
      const live = await world.referee.executeForUser<'create-live'>(host, { type: 'create-live', liveId });
      expect(live.liveName).toBe(expected);
    }
  });

  it('cuts names and texts that are too long in whole characters, and leaves too long URLs out', async () => {
    const world = new TestWorld();
    const info = await world.execute('ann', {
      type: 'create-live',
      liveId: 'ann_live',
      liveName: '直'.repeat(34),
      notice: `${'n'.repeat(1023)}🎤`,
      coverUrl: 'h'.repeat(200),
      backgroundUrl: 'h'.repeat(201),
    });
    expect(info).toMatchObject({
      liveName: '直'.repeat(33),
      notice: 'n'.repeat(1023),
      coverUrl: 'h'.repeat(200),
      backgroundUrl: '',
    });
  });

  it('cuts a user’s name, and leaves too long a picture URL out', async () => {
    const world = new TestWorld();
    const user = { userId: 'ann', userName: `${'a'.repeat(71)}🎤`, avatarUrl: 'h'.repeat(401) };
    const live = await world.referee.executeForUser<'create-live'>(user, { type: 'create-live', liveId: 'ann_live' });
    expect(live.liveOwner).toEqual({ userId: 'ann', userName: 'a'.repeat(71), avatarUrl: '', liveId: 'ann_live' });
  });

  const bad: [string, CreateLiveParams][] = [
    ['an empty id', { liveId: '' }],
    ['an id with a hyphen', { liveId: 'ann-live' }],
    ['an id of 49 characters', { liveId: 'a'.repeat(49) }],
    ['a name that is no text', { liveId: 'ann_live', liveName: null as never }],
    ['a field that is unknown', { liveId: 'ann_live', title: 'x' } as CreateLiveParams],
    ['four tags', { liveId: 'ann_live', categoryList: [1, 2, 3, 4] }],
    ['a tag that is no number', { liveId: 'ann_live', categoryList: ['music' as never] }],
    ['tags that are no list', { liveId: 'ann_live', categoryList: 1 as never }],
    ['half a status', { liveId: 'ann_live', activityStatus: 0.5 }],
    ['a visibility of "no"', { liveId: 'ann_live', isPublicVisible: 'no' as never }],
    ['a seat mode that is unknown', { liveId: 'ann_live', seatMode: 'ask' as never }],
    ['a template of links', { liveId: 'ann_live', seatLayoutTemplate: 2 as never }],
    ['a voice live without a seat', { liveId: 'ann_live', seatLayoutTemplate: 70, maxSeatCount: 0 }],
    ['a voice live of 51 seats', { liveId: 'ann_live', seatLayoutTemplate: 70, maxSeatCount: 51 }],
  ];
  it.each(bad)('refuses %s', async (_, params) => {
    const world = new TestWorld();
    const attempt = world.execute('ann', { type: 'create-live', ...params });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    expect(world.published).toEqual([]);
  });

  it.each(['', 'ann@bob', 'a'.repeat(65), 'ann bob'])('refuses the user id "%s"', async (userId) => {
    const attempt = new TestWorld().referee.executeForUser(
      { ...userOf('ann'), userId },
      { type: 'create-live', liveId: 'ann_live' },
    );
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
  });

  it('names the field of the user that is wrong', async () => {
    const user = { ...userOf('ann'), userName: 5 as never };
    const attempt = new TestWorld().referee.executeForUser(user, { type: 'create-live', liveId: 'ann_live' });
    await expect(attempt).rejects.toThrow(/^user\.userName must/);
  });

  it('takes the longest name that is allowed', async () => {
    const world = new TestWorld();
    const liveName = '直'.repeat(33);
    const info = await world.execute('ann', { type: 'create-live', liveId: 'a'.repeat(48), liveName });
    expect(info.liveName).toBe(liveName);
  });

  it('has as many seats as its template, or as a voice live says', async () => {
    const world = new TestWorld();
    const seats = async (params: Partial<CreateLiveParams>): Promise<unknown> => {
      const info = await world.execute('ann', { type: 'create-live', liveId: 'ann_live', ...params });
      const document = world.document('ann');
      await world.host('ann', { type: 'end-live' });
      return [info.maxSeatCount, document.seats.length, document.seats[0]?.occupant?.userId];
    };
    expect(await seats({})).toEqual([9, 9, 'ann']);
    expect(await seats({ seatLayoutTemplate: 601, maxSeatCount: 3 })).toEqual([7, 7, 'ann']);
    expect(await seats({ seatLayoutTemplate: 50 })).toEqual([10, 10, 'ann']);
    expect(await seats({ seatLayoutTemplate: 70, maxSeatCount: 50, keepOwnerOnSeat: false })).toEqual([
      50,
      50,
      undefined,
    ]);
  });

  it('gives a host their running live back, and nobody else', async () => {
    const world = await TestWorld.withLives('ann');
    const before = world.document('ann');
    const again = await world.execute('ann', { type: 'create-live', liveId: liveOf('ann'), liveName: 'other' });
    expect(again).toEqual(before.live);
    const attempt = world.execute('bob', { type: 'create-live', liveId: liveOf('ann') });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.liveExists);
  });

  it('frees the id of a live that has ended, and goes on counting its revisions', async () => {
    const world = await TestWorld.withLives('ann');
    await world.host('ann', { type: 'end-live' });
    const { revision } = world.document('ann');
    await world.execute('bob', { type: 'create-live', liveId: liveOf('ann') });
    expect(world.document('ann')).toMatchObject({ revision: revision + 1, live: { liveOwner: { userId: 'bob' } } });
  });
});

describe('ending a live', () => {
  it('tells its host what it came to', async () => {
    const world = await TestWorld.withLives('ann');
    const createdAt = world.clock.now();
    await world.clock.advance(90_000);
    const statistics = await world.host('ann', { type: 'end-live' });
    expect(statistics).toEqual({
      createdAt,
      endedAt: createdAt + 90_000,
      totalDuration: 90_000,
      totalBattles: 0,
      totalWins: 0,
      totalPoints: 0,
    });
    expect(world.document('ann').live).toMatchObject({ endedAt: createdAt + 90_000, endedReason: 'ended-by-host' });
  });

  it('lets the backend close a live, and says so', async () => {
    const world = await TestWorld.withLives('ann');
    await world.referee.executeForBackend({ type: 'close-live', liveId: liveOf('ann') });
    expect(world.document('ann').live.endedReason).toBe('ended-by-server');
  });

  it('cancels its invitations for both sides', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.invite('ann', 'bob');
    await world.invite('cid', 'ann');
    await world.host('ann', { type: 'end-live' });
    expect(world.invitation('ann', 'bob')).toBe('cancelled');
    expect(world.invitation('cid', 'ann')).toBe('cancelled');
  });

  it('leaves alone what was settled before, and what linked hosts have asked of others', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    for (const userId of ['cid', 'dan']) await world.live(userId);
    await world.invite('ann', 'cid');
    await world.host('cid', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    await world.invite('bob', 'dan');
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    await world.host('ann', { type: 'end-live' });
    expect(world.invitation('ann', 'cid')).toBe('rejected');
    expect(world.invitation('bob', 'dan')).toBe('pending');
  });

  it('comes too late for an invitation that expires at the same instant', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.host('ann', { type: 'request-host-connection', targetLiveIds: [liveOf('bob')], timeout: 120 });
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    world.clock.skip(130_000);
    await world.referee.notePresence(liveOf('ann'), 'ann', true);
    expect(world.document('ann').live.endedReason).toBe('ended-by-server');
    expect(world.invitation('ann', 'bob')).toBe('timeout');
  });

  it('leaves its guests where they are, whether they are there or not', async () => {
    const world = new TestWorld();
    await world.execute('ann', { type: 'create-live', liveId: liveOf('ann'), seatMode: 'free' });
    await world.execute('gus', { type: 'take-seat', liveId: liveOf('ann') });
    await world.referee.notePresence(liveOf('ann'), 'gus', false);
    await world.host('ann', { type: 'end-live' });
    const ended = world.document('ann');
    await world.clock.advance(60_000);
    expect(world.clock.pending).toBe(0);
    expect(world.document('ann')).toEqual(ended);
  });

  it.each(['ann_live', 'bob_live', 'constructor', '__proto__'])(
    'refuses commands in "%s" once it is no more',
    async (liveId) => {
      const world = await TestWorld.withLives('ann');
      await world.host('ann', { type: 'end-live' });
      expect(await codeOf(world.execute('ann', { type: 'end-live', liveId }))).toBe(LiveErrorCode.liveNotFound);
      const close = world.referee.executeForBackend({ type: 'close-live', liveId });
      expect(await codeOf(close)).toBe(LiveErrorCode.liveNotFound);
    },
  );

  it.each(['constructor', '__proto__', 'toString', 'nobody'])('knows no live "%s"', async (liveId) => {
    const { referee } = new TestWorld();
    expect(await referee.view(liveId)).toBeNull();
    expect(await referee.battle(liveId)).toBeNull();
    await referee.notePresence(liveId, 'ann', true);
    await referee.notePresence(liveId, 'ann', false);
  });

  it('takes a live that is named like a property of every object', async () => {
    const world = new TestWorld();
    for (const liveId of ['constructor', '__proto__']) {
      await world.execute('ann', { type: 'create-live', liveId });
      expect((await world.referee.view(liveId))?.document.live.liveId).toBe(liveId);
    }
  });
});

describe('the list of lives', () => {
  it('pages through visible, running lives, newest first', async () => {
    const world = new TestWorld();
    for (let i = 0; i < 5; i++) {
      await world.execute(`host${i}`, { type: 'create-live', liveId: `live${i}`, isPublicVisible: i !== 1 });
      world.clock.skip(1000);
    }
    await world.execute('host3', { type: 'end-live', liveId: 'live3' });
    const first = await world.referee.listLives({ cursor: '', count: 2 });
    expect(first.lives.map(({ liveId }) => liveId)).toEqual(['live4', 'live2']);
    const second = await world.referee.listLives({ cursor: first.cursor, count: 2 });
    expect(second.lives.map(({ liveId }) => liveId)).toEqual(['live0']);
    expect(second.cursor).toBe('');
  });
});

describe('what one person alone is told', () => {
  it('is empty for who has nothing to do with the live, and for an administrator whom nobody asks', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.host('ann', { type: 'set-administrator', userId: 'adm' });
    await world.challenge('ann', 'bob');
    for (const userId of ['eve', 'adm', '']) {
      const view = await world.referee.view(liveOf('ann'), userId);
      expect(view?.personal).toMatchObject({
        coHostRequests: [],
        battleRequests: [],
        guestRequests: [],
        seatKicks: [],
      });
    }
    const view = await world.referee.view(liveOf('ann'), 'ann');
    expect(view?.personal.coHostRequests).not.toEqual([]);
    expect(view?.personal.battleRequests).not.toEqual([]);
  });

  it('is about this live alone, though its host has asked from another of theirs too', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.execute('ann', { type: 'create-live', liveId: 'ann_second' });
    const ask = { type: 'request-host-connection', targetLiveIds: [liveOf('bob')] } as const;
    await world.execute('ann', { ...ask, liveId: 'ann_second' });
    await world.execute('ann', { ...ask, liveId: liveOf('ann') });
    await world.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    const told = world.published.findLast((news) => news.topic === 'personal' && news.liveId === liveOf('ann'));
    expect(told?.topic === 'personal' && told.personal.coHostRequests).toMatchObject([
      { inviter: { liveId: liveOf('ann') }, status: 'rejected' },
    ]);
  });
});

describe('whose live it is', () => {
  it('lets nobody but the owner command', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    const attempt = world.execute('bob', {
      type: 'request-host-connection',
      liveId: liveOf('ann'),
      targetLiveIds: [liveOf('bob')],
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.noPermission);
  });
});

it('a live that begins anew under another owner shows them nothing of the last one’s invitations', async () => {
  const world = await TestWorld.withLives('ann', 'bob');
  await world.invite('ann', 'bob');
  await world.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
  await world.host('ann', { type: 'end-live' });
  await world.execute('eve', { type: 'create-live', liveId: liveOf('ann') });
  const view = await world.referee.view(liveOf('ann'), 'eve');
  expect(view?.document.live.liveOwner.userId).toBe('eve');
  expect(view?.personal.coHostRequests).toEqual([]);
  expect(world.personal('bob').coHostRequests).toHaveLength(1);
});
