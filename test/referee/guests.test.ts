import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode, type CreateLiveParams, type UserCommandOf } from '../../src/core/index.js';
import { Court, codeOf, liveOf, userOf } from './court.js';

const liveId = liveOf('ann');

async function stage(params: Partial<CreateLiveParams> = {}): Promise<Court> {
  const court = new Court();
  await court.execute('ann', { type: 'create-live', liveId, ...params });
  return court;
}

const apply = (court: Court, userId: string, more: Partial<UserCommandOf<'apply-for-seat'>> = {}): Promise<unknown> =>
  court.execute(userId, { type: 'apply-for-seat', liveId, ...more });
const invite = (court: Court, userId: string, more: Partial<UserCommandOf<'invite-to-seat'>> = {}): Promise<unknown> =>
  court.host('ann', { type: 'invite-to-seat', userId, ...more });
const accept = (court: Court, userId: string, by = 'ann'): Promise<unknown> =>
  court.execute(by, { type: 'accept-application', liveId, userId });
const seated = (court: Court): unknown[] =>
  court.document('ann').seats.flatMap(({ occupant }) => occupant?.userId ?? []);

/** The state of the latest request about a guest as both were told it; they must agree. */
function fate(court: Court, userId: string): string | undefined {
  const told = [userId, 'ann'].map(
    (who) => court.personal(who).guestRequests.findLast(({ guest }) => guest.userId === userId)?.status,
  );
  expect(told[0]).toBe(told[1]);
  return told[0];
}

describe('applying for a seat', () => {
  it('shows the application to the guest and to those who decide, and to nobody else', async () => {
    const court = await stage();
    await court.host('ann', { type: 'set-administrator', userId: 'adm' });
    await apply(court, 'bob', { seatIndex: 3, timeout: 10, extensionInfo: 'hi' });
    const expected = {
      kind: 'application',
      guest: userOf('bob'),
      host: null,
      seatIndex: 3,
      extensionInfo: 'hi',
      expiresAt: court.clock.now() + 10_000,
      status: 'pending',
      settledAt: null,
    };
    for (const userId of ['ann', 'adm', 'bob']) {
      expect(court.personal(userId).guestRequests).toMatchObject([expected]);
    }
    expect((await court.referee.view(liveId, 'eve'))?.personal.guestRequests).toEqual([]);
  });

  it('seats the guest when it is accepted, on the seat that was named', async () => {
    const court = await stage();
    await apply(court, 'bob', { seatIndex: 3 });
    await accept(court, 'bob');
    expect(court.document('ann').seats[3]?.occupant).toMatchObject(userOf('bob'));
    expect(court.personal('bob').guestRequests).toMatchObject([{ status: 'accepted', host: { userId: 'ann' } }]);
    expect(await codeOf(accept(court, 'bob'))).toBe(LiveErrorCode.seatRequestNotFound);
  });

  it('is free for the asking in a live that says so', async () => {
    const court = await stage({ seatMode: 'free' });
    await apply(court, 'bob');
    expect(seated(court)).toEqual(['ann', 'bob']);
  });

  it('may be rejected, taken back, or time out', async () => {
    const court = await stage();
    await apply(court, 'bob');
    await court.host('ann', { type: 'reject-application', userId: 'bob' });
    expect(fate(court, 'bob')).toBe('rejected');
    await apply(court, 'bob');
    await court.execute('bob', { type: 'cancel-application', liveId });
    expect(fate(court, 'bob')).toBe('cancelled');
    await apply(court, 'bob');
    await court.clock.advance(29_999);
    expect(fate(court, 'bob')).toBe('pending');
    await court.clock.advance(1);
    expect(fate(court, 'bob')).toBe('timeout');
    await court.clock.advance(60_000);
    expect(court.personal('bob').guestRequests).toEqual([]);
    expect(court.clock.pending).toBe(0);
  });

  it('stays open when the seat has gone meanwhile', async () => {
    const court = await stage();
    await apply(court, 'bob', { seatIndex: 3 });
    await court.host('ann', { type: 'lock-seat', seatIndex: 3 });
    expect(await codeOf(accept(court, 'bob'))).toBe(LiveErrorCode.seatLocked);
    expect(fate(court, 'bob')).toBe('pending');
    await court.host('ann', { type: 'unlock-seat', seatIndex: 3 });
    await accept(court, 'bob');
    expect(fate(court, 'bob')).toBe('accepted');
  });

  it('comes to nothing when the guest gets a seat in another way', async () => {
    const court = await stage();
    await apply(court, 'bob');
    await court.host('ann', { type: 'set-administrator', userId: 'bob' });
    await court.execute('bob', { type: 'take-seat', liveId });
    expect(fate(court, 'bob')).toBe('already-seated');
  });

  it('is kept of the last ones alone when a crowd asks', async () => {
    const court = await stage();
    for (let i = 0; i < 3 * limits.guestRequests; i++) {
      await apply(court, `guest${i}`);
      if (i > 0) await court.execute(`guest${i}`, { type: 'cancel-application', liveId });
    }
    const kept = court.personal('ann').guestRequests.map(({ guest }) => guest.userId);
    expect(kept).toHaveLength(limits.guestRequests + 2);
    expect(kept[0]).toBe('guest0');
    expect(kept.at(-1)).toBe(`guest${3 * limits.guestRequests - 1}`);
    expect(court.personal('guest1').guestRequests).toEqual([]);
  });

  it('ends with the live', async () => {
    const court = await stage();
    await apply(court, 'bob');
    await court.host('ann', { type: 'end-live' });
    expect(fate(court, 'bob')).toBe('cancelled');
  });

  const refusals: [string, (court: Court) => Promise<unknown>, object, LiveErrorCode][] = [
    ['a second time', (court) => apply(court, 'bob'), {}, LiveErrorCode.seatRequestPending],
    ['when invited', (court) => invite(court, 'bob'), {}, LiveErrorCode.seatRequestPending],
    ['for a taken seat', async () => {}, { seatIndex: 0 }, LiveErrorCode.seatOccupied],
    [
      'for a locked seat',
      (court) => court.host('ann', { type: 'lock-seat', seatIndex: 2 }),
      { seatIndex: 2 },
      LiveErrorCode.seatLocked,
    ],
    ['for no seat', async () => {}, { seatIndex: -2 }, LiveErrorCode.invalidParameter],
    ['for no time', async () => {}, { timeout: 0 }, LiveErrorCode.invalidParameter],
    ['with a novel', async () => {}, { extensionInfo: 'x'.repeat(2049) }, LiveErrorCode.invalidParameter],
    [
      'when seated',
      async (court) => {
        await apply(court, 'bob');
        await accept(court, 'bob');
      },
      {},
      LiveErrorCode.alreadySeated,
    ],
    [
      'when put out',
      (court) => court.host('ann', { type: 'kick-user', userId: 'bob' }),
      {},
      LiveErrorCode.noPermission,
    ],
    [
      'while the host has invited another one',
      async (court) => {
        await court.live('dan');
        await court.invite('ann', 'dan');
      },
      {},
      LiveErrorCode.requestConflict,
    ],
    [
      'while there are other hosts',
      async (court) => {
        await court.live('dan');
        await court.link('dan', 'ann');
      },
      {},
      LiveErrorCode.requestConflict,
    ],
    [
      'over and over',
      async (court) => {
        for (let i = 0; i < 5; i++) {
          await apply(court, 'bob');
          await court.execute('bob', { type: 'cancel-application', liveId });
        }
      },
      {},
      LiveErrorCode.tooFrequent,
    ],
    [
      'behind fifty others',
      async (court) => {
        for (let i = 0; i < limits.guestRequests; i++) await apply(court, `guest${i}`);
      },
      {},
      LiveErrorCode.full,
    ],
  ];
  it.each(refusals)('is refused %s', async (_, prepare, command, code) => {
    const court = await stage();
    await prepare(court);
    const { revision } = court.document('ann');
    expect(await codeOf(apply(court, 'bob', command))).toBe(code);
    expect(court.document('ann').revision).toBe(revision);
  });

  it('is nothing for the owner, and answered by nobody but moderators', async () => {
    const court = await stage();
    expect(await codeOf(apply(court, 'ann'))).toBe(LiveErrorCode.invalidParameter);
    await apply(court, 'bob');
    expect(await codeOf(accept(court, 'bob', 'bob'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(accept(court, 'constructor'))).toBe(LiveErrorCode.seatRequestNotFound);
  });
});

describe('inviting to a seat', () => {
  it('seats the guest who accepts, by their own name', async () => {
    const court = await stage();
    await invite(court, 'bob', { seatIndex: 2 });
    expect(court.personal('bob').guestRequests).toMatchObject([
      { kind: 'invitation', guest: { userName: 'bob' }, host: userOf('ann'), seatIndex: 2 },
    ]);
    await court.execute('bob', { type: 'accept-invitation', liveId });
    expect(court.document('ann').seats[2]?.occupant).toMatchObject(userOf('bob'));
    expect(court.personal('ann').guestRequests).toMatchObject([{ status: 'accepted', guest: userOf('bob') }]);
  });

  it('may be rejected, taken back, or time out', async () => {
    const court = await stage();
    await invite(court, 'bob');
    await court.execute('bob', { type: 'reject-invitation', liveId });
    expect(fate(court, 'bob')).toBe('rejected');
    await invite(court, 'bob');
    await court.host('ann', { type: 'cancel-invitation', userId: 'bob' });
    expect(fate(court, 'bob')).toBe('cancelled');
    await invite(court, 'bob', { timeout: 5 });
    await court.clock.advance(5_000);
    expect(fate(court, 'bob')).toBe('timeout');
    expect(await codeOf(court.execute('bob', { type: 'accept-invitation', liveId }))).toBe(
      LiveErrorCode.seatRequestNotFound,
    );
  });

  it.each([
    ['the owner', 'ann', LiveErrorCode.invalidParameter],
    ['nobody', 'b b', LiveErrorCode.invalidParameter],
    ['who was put out', 'out', LiveErrorCode.noPermission],
    ['who has a seat', 'sat', LiveErrorCode.alreadySeated],
    ['who has applied', 'app', LiveErrorCode.seatRequestPending],
  ])('is refused for %s', async (_, userId, code) => {
    const court = await stage();
    await court.host('ann', { type: 'kick-user', userId: 'out' });
    await apply(court, 'sat');
    await accept(court, 'sat');
    await apply(court, 'app');
    expect(await codeOf(invite(court, userId))).toBe(code);
  });

  it('is open to a host whom fifty strangers ask', async () => {
    const court = await stage();
    for (let i = 0; i < limits.guestRequests; i++) await apply(court, `guest${i}`);
    await invite(court, 'bob');
    expect(fate(court, 'bob')).toBe('pending');
    for (let i = 1; i < limits.guestRequests; i++) await invite(court, `friend${i}`);
    expect(await codeOf(invite(court, 'cid'))).toBe(LiveErrorCode.full);
  });
});

describe('guests and other hosts', () => {
  it.each([
    ['an invited guest', async (court: Court) => invite(court, 'bob')],
    [
      'a guest',
      async (court: Court) => {
        await apply(court, 'bob');
        await accept(court, 'bob');
      },
    ],
  ])('keep a video live with %s from co-hosting, on either side', async (_, prepare) => {
    const court = await stage();
    await court.live('dan');
    await court.live('eva');
    await prepare(court);
    expect(await codeOf(court.invite('ann', 'dan'))).toBe(LiveErrorCode.requestConflict);
    expect(await codeOf(court.invite('dan', 'ann'))).toBe(LiveErrorCode.requestConflict);
    expect(await court.invite('dan', 'ann', 'eva')).toEqual({ ann_live: 5, eva_live: 0 });
  });
});

describe('what others ask of a host', () => {
  it('keeps nobody from co-hosting: with it, applications are turned down', async () => {
    const court = await stage();
    await court.live('dan');
    await apply(court, 'bob');
    await court.link('ann', 'dan');
    expect(fate(court, 'bob')).toBe('rejected');
    expect(court.personal('bob').guestRequests).toMatchObject([{ host: { userId: 'ann' } }]);
  });

  it('keeps nobody from having guests: with the first, invitations to co-host are turned down', async () => {
    const court = await stage();
    await court.live('dan');
    await court.invite('dan', 'ann');
    await apply(court, 'bob');
    expect(court.invitation('dan', 'ann')).toBe('pending');
    await accept(court, 'bob');
    expect(court.invitation('dan', 'ann')).toBe('rejected');
  });
});

describe('voice lives', () => {
  const voice = async (...userIds: string[]): Promise<Court> => {
    const court = new Court();
    for (const userId of userIds) {
      const details = { seatLayoutTemplate: 70, seatMode: 'free' } as const;
      await court.execute(userId, { type: 'create-live', liveId: liveOf(userId), ...details });
    }
    return court;
  };
  const sit = (court: Court, userId: string, host: string): Promise<unknown> =>
    court.execute(userId, { type: 'take-seat', liveId: liveOf(host) });

  it('keep their guests while they are connected, and show them to each other', async () => {
    const court = await voice('ann', 'dan');
    await sit(court, 'bob', 'ann');
    await court.link('ann', 'dan');
    await sit(court, 'cid', 'dan');
    expect(court.document('ann').link).toMatchObject({ layoutTemplate: 2 });
    const shown = court
      .document('ann')
      .link?.members.map(({ seats }) => seats.flatMap((seat) => seat.occupant?.userId ?? []));
    expect(shown).toEqual([
      ['ann', 'bob'],
      ['dan', 'cid'],
    ]);
  });

  it('seat nobody twice in a connection', async () => {
    const court = await voice('ann', 'dan');
    await sit(court, 'bob', 'ann');
    await court.link('ann', 'dan');
    for (const userId of ['bob', 'ann']) {
      expect(await codeOf(sit(court, userId, 'dan'))).toBe(LiveErrorCode.userAlreadySeated);
    }
  });

  it('are not connected while they share a guest', async () => {
    const court = await voice('ann', 'dan');
    await court.invite('ann', 'dan');
    await sit(court, 'bob', 'ann');
    await sit(court, 'bob', 'dan');
    const answer = court.host('dan', { type: 'accept-host-connection', fromLiveId: liveId });
    expect(await codeOf(answer)).toBe(LiveErrorCode.userAlreadySeated);
    await court.host('dan', { type: 'reject-host-connection', fromLiveId: liveId });
    expect(await codeOf(court.invite('ann', 'dan'))).toBe(LiveErrorCode.requestConflict);
  });

  it('are connected in twos, among themselves, and by their own template', async () => {
    const court = await voice('ann', 'dan', 'eva');
    await court.live('vid');
    const ask = (from: string, to: string, layoutTemplate: 2 | 600): Promise<unknown> =>
      court.host(from, { type: 'request-host-connection', targetLiveIds: [liveOf(to)], layoutTemplate });
    expect(await codeOf(court.invite('ann', 'vid'))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(court.invite('vid', 'ann'))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(ask('ann', 'dan', 600))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(ask('vid', 'ann', 2))).toBe(LiveErrorCode.invalidParameter);
    await court.link('ann', 'dan');
    expect(await codeOf(court.invite('ann', 'eva'))).toBe(LiveErrorCode.linkFull);
  });
});
