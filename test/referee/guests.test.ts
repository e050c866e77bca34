import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode, type CreateLiveParams } from '../../src/core/index.js';
import type { UserCommandOf } from '../../src/protocol/index.js';
import { TestWorld, codeOf, liveOf, userOf } from './test-world.js';

const liveId = liveOf('ann');

async function stage(params: Partial<CreateLiveParams> = {}): Promise<TestWorld> {
  const world = new TestWorld();
  await world.execute('ann', { type: 'create-live', liveId, ...params });
  return world;
}

const apply = (
  world: TestWorld,
  userId: string,
  more: Partial<UserCommandOf<'apply-for-seat'>> = {},
): Promise<unknown> => world.execute(userId, { type: 'apply-for-seat', liveId, ...more });
const invite = (
  world: TestWorld,
  userId: string,
  more: Partial<UserCommandOf<'invite-to-seat'>> = {},
): Promise<unknown> => world.host('ann', { type: 'invite-to-seat', userId, ...more });
const accept = (world: TestWorld, userId: string, by = 'ann'): Promise<unknown> =>
  world.execute(by, { type: 'accept-application', liveId, userId });
const seated = (world: TestWorld): unknown[] =>
  world.document('ann').seats.flatMap(({ occupant }) => occupant?.userId ?? []);

/** The status of the latest request about a guest. Guest and owner must be told the same. */
function fate(world: TestWorld, userId: string): string | undefined {
  const told = [userId, 'ann'].map(
    (who) => world.personal(who).guestRequests.findLast(({ guest }) => guest.userId === userId)?.status,
  );
  expect(told[0]).toBe(told[1]);
  return told[0];
}

describe('applying for a seat', () => {
  it('shows the application to the guest and to those who decide, and to nobody else', async () => {
    const world = await stage();
    await world.host('ann', { type: 'set-administrator', userId: 'adm' });
    await apply(world, 'bob', { seatIndex: 3, timeout: 10, extensionInfo: 'hi' });
    const expected = {
      kind: 'application',
      guest: userOf('bob'),
      host: null,
      seatIndex: 3,
      extensionInfo: 'hi',
      expiresAt: world.clock.now() + 10_000,
      status: 'pending',
      settledAt: null,
    };
    for (const userId of ['ann', 'adm', 'bob']) {
      expect(world.personal(userId).guestRequests).toMatchObject([expected]);
    }
    expect((await world.referee.view(liveId, 'eve'))?.personal.guestRequests).toEqual([]);
  });

  it('seats the guest when it is accepted, on the seat that was named', async () => {
    const world = await stage();
    await apply(world, 'bob', { seatIndex: 3 });
    await accept(world, 'bob');
    expect(world.document('ann').seats[3]?.occupant).toMatchObject(userOf('bob'));
    expect(world.personal('bob').guestRequests).toMatchObject([{ status: 'accepted', host: { userId: 'ann' } }]);
    expect(await codeOf(accept(world, 'bob'))).toBe(LiveErrorCode.seatRequestNotFound);
  });

  it('is free for the asking in a live that says so', async () => {
    const world = await stage({ seatMode: 'free' });
    await apply(world, 'bob');
    expect(seated(world)).toEqual(['ann', 'bob']);
  });

  it('may be rejected, taken back, or time out', async () => {
    const world = await stage();
    await apply(world, 'bob');
    await world.host('ann', { type: 'reject-application', userId: 'bob' });
    expect(fate(world, 'bob')).toBe('rejected');
    await apply(world, 'bob');
    await world.execute('bob', { type: 'cancel-application', liveId });
    expect(fate(world, 'bob')).toBe('cancelled');
    await apply(world, 'bob');
    await world.clock.advance(29_999);
    expect(fate(world, 'bob')).toBe('pending');
    await world.clock.advance(1);
    expect(fate(world, 'bob')).toBe('timeout');
    await world.clock.advance(60_000);
    expect(world.personal('bob').guestRequests).toEqual([]);
    expect(world.clock.pending).toBe(0);
  });

  it('stays open when the seat has gone meanwhile', async () => {
    const world = await stage();
    await apply(world, 'bob', { seatIndex: 3 });
    await world.host('ann', { type: 'lock-seat', seatIndex: 3 });
    expect(await codeOf(accept(world, 'bob'))).toBe(LiveErrorCode.seatLocked);
    expect(fate(world, 'bob')).toBe('pending');
    await world.host('ann', { type: 'unlock-seat', seatIndex: 3 });
    await accept(world, 'bob');
    expect(fate(world, 'bob')).toBe('accepted');
  });

  it('comes to nothing when the guest gets a seat in another way', async () => {
    const world = await stage();
    await apply(world, 'bob');
    await world.host('ann', { type: 'set-administrator', userId: 'bob' });
    await world.execute('bob', { type: 'take-seat', liveId });
    expect(fate(world, 'bob')).toBe('already-seated');
  });

  it('is kept of the last ones alone when a crowd asks', async () => {
    const world = await stage();
    for (let i = 0; i < 3 * limits.guestRequests; i++) {
      await apply(world, `guest${i}`);
      if (i > 0) await world.execute(`guest${i}`, { type: 'cancel-application', liveId });
    }
    const kept = world.personal('ann').guestRequests.map(({ guest }) => guest.userId);
    expect(kept).toHaveLength(limits.guestRequests + 2);
    expect(kept[0]).toBe('guest0');
    expect(kept.at(-1)).toBe(`guest${3 * limits.guestRequests - 1}`);
    expect(world.personal('guest1').guestRequests).toEqual([]);
  });

  it('ends with the live', async () => {
    const world = await stage();
    await apply(world, 'bob');
    await world.host('ann', { type: 'end-live' });
    expect(fate(world, 'bob')).toBe('cancelled');
  });

  const refusals: [string, (world: TestWorld) => Promise<unknown>, object, LiveErrorCode][] = [
    ['a second time', (world) => apply(world, 'bob'), {}, LiveErrorCode.seatRequestPending],
    ['when invited', (world) => invite(world, 'bob'), {}, LiveErrorCode.seatRequestPending],
    ['for a taken seat', async () => {}, { seatIndex: 0 }, LiveErrorCode.seatOccupied],
    [
      'for a locked seat',
      (world) => world.host('ann', { type: 'lock-seat', seatIndex: 2 }),
      { seatIndex: 2 },
      LiveErrorCode.seatLocked,
    ],
    ['for no seat', async () => {}, { seatIndex: -2 }, LiveErrorCode.invalidParameter],
    ['for no time', async () => {}, { timeout: 0 }, LiveErrorCode.invalidParameter],
    ['with a text that is none', async () => {}, { extensionInfo: null }, LiveErrorCode.invalidParameter],
    [
      'when seated',
      async (world) => {
        await apply(world, 'bob');
        await accept(world, 'bob');
      },
      {},
      LiveErrorCode.alreadySeated,
    ],
    [
      'when put out',
      (world) => world.host('ann', { type: 'kick-user', userId: 'bob' }),
      {},
      LiveErrorCode.noPermission,
    ],
    [
      'while the host has invited another one',
      async (world) => {
        await world.live('dan');
        await world.invite('ann', 'dan');
      },
      {},
      LiveErrorCode.requestConflict,
    ],
    [
      'while there are other hosts',
      async (world) => {
        await world.live('dan');
        await world.link('dan', 'ann');
      },
      {},
      LiveErrorCode.requestConflict,
    ],
    [
      'over and over',
      async (world) => {
        for (let i = 0; i < 5; i++) {
          await apply(world, 'bob');
          await world.execute('bob', { type: 'cancel-application', liveId });
        }
      },
      {},
      LiveErrorCode.tooFrequent,
    ],
    [
      'behind fifty others',
      async (world) => {
        for (let i = 0; i < limits.guestRequests; i++) await apply(world, `guest${i}`);
      },
      {},
      LiveErrorCode.full,
    ],
  ];
  it.each(refusals)('is refused %s', async (_, prepare, command, code) => {
    const world = await stage();
    await prepare(world);
    const { revision } = world.document('ann');
    expect(await codeOf(apply(world, 'bob', command))).toBe(code);
    expect(world.document('ann').revision).toBe(revision);
  });

  it('is no invitation: neither is accepted in place of the other', async () => {
    const world = await stage();
    await apply(world, 'bob');
    await invite(world, 'cid');
    const answer = world.execute('bob', { type: 'accept-invitation', liveId });
    expect(await codeOf(answer)).toBe(LiveErrorCode.seatRequestNotFound);
    expect(await codeOf(accept(world, 'cid'))).toBe(LiveErrorCode.seatRequestNotFound);
    expect(seated(world)).toEqual(['ann']);
  });

  it('has timed out when the live ends at the same instant', async () => {
    const world = await stage();
    await apply(world, 'bob', { timeout: 120 });
    await world.referee.notePresence(liveId, 'ann', false);
    world.clock.skip(120_000);
    await world.referee.notePresence(liveId, 'ann', true);
    expect(world.document('ann').live.endedReason).toBe('ended-by-server');
    expect(fate(world, 'bob')).toBe('timeout');
  });

  it('is kept of those that were settled last when a crowd asks, whenever they asked', async () => {
    const world = await stage();
    await apply(world, 'first');
    for (let i = 0; i < limits.guestRequests; i++) {
      await apply(world, `guest${i}`);
      await world.clock.advance(1);
      await world.execute(`guest${i}`, { type: 'cancel-application', liveId });
    }
    await world.clock.advance(1);
    await world.execute('first', { type: 'cancel-application', liveId });
    await apply(world, 'last');
    const kept = world.personal('ann').guestRequests.map(({ guest }) => guest.userId);
    expect(kept).toHaveLength(limits.guestRequests + 1);
    expect(kept.slice(0, 2)).toEqual(['first', 'guest1']);
  });

  it('is nothing for the owner, and answered by nobody but moderators', async () => {
    const world = await stage();
    expect(await codeOf(apply(world, 'ann'))).toBe(LiveErrorCode.invalidParameter);
    await apply(world, 'bob');
    expect(await codeOf(accept(world, 'bob', 'bob'))).toBe(LiveErrorCode.noPermission);
    expect(await codeOf(accept(world, 'constructor'))).toBe(LiveErrorCode.seatRequestNotFound);
  });
});

describe('inviting to a seat', () => {
  it('seats the guest who accepts, by their own name', async () => {
    const world = await stage();
    await invite(world, 'bob', { seatIndex: 2 });
    expect(world.personal('bob').guestRequests).toMatchObject([
      {
        kind: 'invitation',
        guest: { userId: 'bob', userName: 'bob', avatarUrl: '' },
        host: userOf('ann'),
        seatIndex: 2,
      },
    ]);
    await world.execute('bob', { type: 'accept-invitation', liveId });
    expect(world.document('ann').seats[2]?.occupant).toMatchObject(userOf('bob'));
    expect(world.personal('ann').guestRequests).toMatchObject([{ status: 'accepted', guest: userOf('bob') }]);
  });

  it('may be rejected, taken back, or time out', async () => {
    const world = await stage();
    await invite(world, 'bob');
    await world.execute('bob', { type: 'reject-invitation', liveId });
    expect(fate(world, 'bob')).toBe('rejected');
    await invite(world, 'bob');
    await world.host('ann', { type: 'cancel-invitation', userId: 'bob' });
    expect(fate(world, 'bob')).toBe('cancelled');
    await invite(world, 'bob', { timeout: 5 });
    await world.clock.advance(5_000);
    expect(fate(world, 'bob')).toBe('timeout');
    expect(await codeOf(world.execute('bob', { type: 'accept-invitation', liveId }))).toBe(
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
    const world = await stage();
    await world.host('ann', { type: 'kick-user', userId: 'out' });
    await apply(world, 'sat');
    await accept(world, 'sat');
    await apply(world, 'app');
    expect(await codeOf(invite(world, userId))).toBe(code);
  });

  it('is nothing for an administrator who invites themselves', async () => {
    const world = await stage();
    await world.host('ann', { type: 'set-administrator', userId: 'adm' });
    const attempt = world.execute('adm', { type: 'invite-to-seat', liveId, userId: 'adm' });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
  });

  it('cannot be done over and over to one who is away', async () => {
    const world = await stage();
    for (let i = 0; i < 5; i++) {
      await invite(world, 'bob', { timeout: 5 });
      await world.referee.notePresence(liveId, 'bob', false);
      await world.clock.advance(5_000);
      expect(fate(world, 'bob')).toBe('timeout');
    }
    expect(await codeOf(invite(world, 'bob'))).toBe(LiveErrorCode.tooFrequent);
  });

  it('is open to a host whom fifty strangers ask', async () => {
    const world = await stage();
    for (let i = 0; i < limits.guestRequests; i++) await apply(world, `guest${i}`);
    await invite(world, 'bob');
    expect(fate(world, 'bob')).toBe('pending');
    for (let i = 1; i < limits.guestRequests; i++) await invite(world, `friend${i}`);
    expect(await codeOf(invite(world, 'cid'))).toBe(LiveErrorCode.full);
  });
});

describe('whoever leaves before they have a seat', () => {
  const gone = (world: TestWorld, userId: string): Promise<void> => world.referee.notePresence(liveId, userId, false);
  const back = (world: TestWorld, userId: string): Promise<void> => world.referee.notePresence(liveId, userId, true);

  it('takes the application back by it, at once', async () => {
    const world = await stage();
    await apply(world, 'bob');
    await gone(world, 'bob');
    expect(fate(world, 'bob')).toBe('cancelled');
    expect(await codeOf(accept(world, 'bob'))).toBe(LiveErrorCode.seatRequestNotFound);
    expect(seated(world)).toEqual(['ann']);
    expect(Object.keys(world.personal('ann').guestRequests[0]!)).not.toContain('guestLostAt');
  });

  it('may apply again when they are back, as often as that happens', async () => {
    const world = await stage();
    for (let i = 0; i < 20; i++) {
      await apply(world, 'bob');
      await gone(world, 'bob');
      await back(world, 'bob');
    }
    await apply(world, 'bob');
    expect(world.personal('ann').guestRequests.map(({ status }) => status)).toEqual(['pending']);
    await world.execute('bob', { type: 'cancel-application', liveId });
    for (let i = 0; i < 4; i++) {
      await apply(world, 'bob');
      await world.execute('bob', { type: 'cancel-application', liveId });
    }
    expect(await codeOf(apply(world, 'bob'))).toBe(LiveErrorCode.tooFrequent);
  });

  it('has the tries left that leaving has not used up', async () => {
    const world = await stage();
    for (let i = 0; i < 3; i++) {
      await apply(world, 'bob');
      await world.execute('bob', { type: 'cancel-application', liveId });
    }
    await apply(world, 'bob');
    await gone(world, 'bob');
    await back(world, 'bob');
    await apply(world, 'bob');
    expect(fate(world, 'bob')).toBe('pending');
  });

  it('takes nobody else’s application back', async () => {
    const world = await stage();
    await apply(world, 'bob');
    await gone(world, 'eve');
    expect(fate(world, 'bob')).toBe('pending');
  });

  it('is still invited, and missing from the moment of accepting', async () => {
    const world = await stage();
    await invite(world, 'bob', { timeout: 600 });
    await gone(world, 'bob');
    await world.clock.advance(60_000);
    await world.execute('bob', { type: 'accept-invitation', liveId });
    expect(seated(world)).toEqual(['ann', 'bob']);
    await world.clock.advance(29_999);
    expect(seated(world)).toEqual(['ann', 'bob']);
    await world.clock.advance(1);
    expect(seated(world)).toEqual(['ann']);
  });

  it('is there again when they come back, before accepting or after', async () => {
    const world = await stage();
    for (const userId of ['bob', 'cid']) {
      await invite(world, userId);
      await gone(world, userId);
    }
    await back(world, 'bob');
    for (const userId of ['bob', 'cid']) await world.execute(userId, { type: 'accept-invitation', liveId });
    await back(world, 'cid');
    await world.clock.advance(60_000);
    expect(seated(world)).toEqual(['ann', 'bob', 'cid']);
  });
});

describe('guests and other hosts', () => {
  it.each([
    ['an invited guest', async (world: TestWorld) => invite(world, 'bob')],
    [
      'a guest',
      async (world: TestWorld) => {
        await apply(world, 'bob');
        await accept(world, 'bob');
      },
    ],
  ])('keep a video live with %s from co-hosting, on either side', async (_, prepare) => {
    const world = await stage();
    await world.live('dan');
    await world.live('eva');
    await prepare(world);
    expect(await codeOf(world.invite('ann', 'dan'))).toBe(LiveErrorCode.requestConflict);
    expect(await codeOf(world.invite('dan', 'ann'))).toBe(LiveErrorCode.requestConflict);
    expect(await world.invite('dan', 'ann', 'eva')).toEqual({ ann_live: 5, eva_live: 0 });
  });
});

describe('what is over', () => {
  it('keeps nobody from co-hosting or from having guests', async () => {
    const world = await stage();
    await world.live('dan');
    await invite(world, 'bob');
    await world.execute('bob', { type: 'reject-invitation', liveId });
    await world.invite('ann', 'dan');
    await world.host('ann', { type: 'cancel-host-connection', toLiveId: liveOf('dan') });
    await apply(world, 'cid');
    expect(fate(world, 'cid')).toBe('pending');
  });

  it('stays as it was told when the other side is turned down', async () => {
    const world = await stage();
    for (const userId of ['dan', 'eva']) await world.live(userId);
    await world.invite('dan', 'ann');
    await world.host('dan', { type: 'cancel-host-connection', toLiveId: liveId });
    await apply(world, 'bob');
    await accept(world, 'bob');
    expect(world.invitation('dan', 'ann')).toBe('cancelled');
    await world.execute('bob', { type: 'leave-seat', liveId });
    await apply(world, 'cid');
    await world.execute('cid', { type: 'cancel-application', liveId });
    await world.link('ann', 'eva');
    expect(fate(world, 'cid')).toBe('cancelled');
  });
});

describe('what others ask of a host', () => {
  it('keeps nobody from co-hosting: with it, applications are turned down', async () => {
    const world = await stage();
    await world.live('dan');
    await apply(world, 'bob');
    await world.link('ann', 'dan');
    expect(fate(world, 'bob')).toBe('rejected');
    expect(world.personal('bob').guestRequests).toMatchObject([{ host: { userId: 'ann' } }]);
  });

  it('keeps nobody from having guests: with the first, invitations to co-host are turned down', async () => {
    const world = await stage();
    await world.live('dan');
    await world.invite('dan', 'ann');
    await apply(world, 'bob');
    expect(world.invitation('dan', 'ann')).toBe('pending');
    await accept(world, 'bob');
    expect(world.invitation('dan', 'ann')).toBe('rejected');
  });

  it('stays open when the owner takes a seat of their own', async () => {
    const world = await stage({ keepOwnerOnSeat: false });
    await world.live('dan');
    await world.invite('dan', 'ann');
    await world.execute('ann', { type: 'take-seat', liveId });
    expect(world.invitation('dan', 'ann')).toBe('pending');
  });
});

describe('voice lives', () => {
  const voice = async (...userIds: string[]): Promise<TestWorld> => {
    const world = new TestWorld();
    for (const userId of userIds) {
      const details = { seatLayoutTemplate: 70, seatMode: 'free' } as const;
      await world.execute(userId, { type: 'create-live', liveId: liveOf(userId), ...details });
    }
    return world;
  };
  const sit = (world: TestWorld, userId: string, host: string): Promise<unknown> =>
    world.execute(userId, { type: 'take-seat', liveId: liveOf(host) });

  it('keep their guests while they are connected, and show them to each other', async () => {
    const world = await voice('ann', 'dan');
    await sit(world, 'bob', 'ann');
    await world.link('ann', 'dan');
    await sit(world, 'cid', 'dan');
    expect(world.document('ann').link).toMatchObject({ layoutTemplate: 2 });
    const shown = world
      .document('ann')
      .link?.members.map(({ seats }) => seats.flatMap((seat) => seat.occupant?.userId ?? []));
    expect(shown).toEqual([
      ['ann', 'bob'],
      ['dan', 'cid'],
    ]);
  });

  it('keep the applications of their guests when they are connected', async () => {
    const world = await voice('ann', 'dan');
    await world.host('ann', { type: 'update-live', seatMode: 'apply' });
    await apply(world, 'bob');
    await world.link('ann', 'dan');
    expect(fate(world, 'bob')).toBe('pending');
    await accept(world, 'bob');
    expect(seated(world)).toEqual(['ann', 'bob']);
  });

  it('of which more than two are connected show the pictures that fit, to the byte', async () => {
    const world = await voice('ann', 'dan', 'eva');
    const picture = (length: number): string => 'h'.repeat(length);
    for (const [userId, length] of [
      ['bob', 200],
      ['cid', 201],
    ] as const) {
      const user = { ...userOf(userId), avatarUrl: picture(length) };
      await world.referee.executeForUser(user, { type: 'take-seat', liveId });
    }
    await world.link('ann', 'dan');
    await world.link('dan', 'eva');
    const shown = world.document('dan').link!.members[0]!.seats.map(({ occupant }) => occupant?.avatarUrl);
    expect(shown).toEqual(['', picture(200), '']);
  });

  it('seat nobody twice in a connection', async () => {
    const world = await voice('ann', 'dan');
    await sit(world, 'bob', 'ann');
    await world.link('ann', 'dan');
    for (const userId of ['bob', 'ann']) {
      expect(await codeOf(sit(world, userId, 'dan'))).toBe(LiveErrorCode.userAlreadySeated);
    }
  });

  it('are not connected while they share a guest', async () => {
    const world = await voice('ann', 'dan');
    await world.invite('ann', 'dan');
    await sit(world, 'bob', 'ann');
    await sit(world, 'bob', 'dan');
    const answer = world.host('dan', { type: 'accept-host-connection', fromLiveId: liveId });
    expect(await codeOf(answer)).toBe(LiveErrorCode.userAlreadySeated);
    await world.host('dan', { type: 'reject-host-connection', fromLiveId: liveId });
    expect(await codeOf(world.invite('ann', 'dan'))).toBe(LiveErrorCode.requestConflict);
  });

  it('of which two are connected show all seats, of more the taken ones alone, with what fits', async () => {
    const world = await voice('ann', 'dan', 'eva');
    const longName = { userId: 'bob', userName: 'b'.repeat(72), avatarUrl: `https://a.example/${'x'.repeat(190)}` };
    await world.referee.executeForUser(longName, { type: 'take-seat', liveId, seatIndex: 4 });
    await world.link('ann', 'dan');
    const seatsOfAnn = () => world.document('dan').link!.members[0]!.seats;
    expect(seatsOfAnn()).toEqual(world.document('ann').seats);
    await world.link('dan', 'eva');
    const { occupant } = world.document('ann').seats[4]!;
    expect(seatsOfAnn()).toEqual([
      world.document('ann').seats[0],
      { index: 4, isLocked: false, occupant: { ...occupant, userName: 'b'.repeat(32), avatarUrl: '' } },
    ]);
    expect(occupant).toMatchObject(longName);
  });

  it('are connected among themselves, up to nine, and by their own template', async () => {
    const others = ['dan', 'eva', 'fay', 'gus', 'hal', 'ida', 'jim', 'kim'];
    const world = await voice('ann', 'lea', ...others);
    await world.live('vid');
    const ask = (from: string, to: string, layoutTemplate: 2 | 600): Promise<unknown> =>
      world.host(from, { type: 'request-host-connection', targetLiveIds: [liveOf(to)], layoutTemplate });
    expect(await codeOf(world.invite('ann', 'vid'))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(world.invite('vid', 'ann'))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(ask('ann', 'dan', 600))).toBe(LiveErrorCode.invalidParameter);
    expect(await codeOf(ask('vid', 'ann', 2))).toBe(LiveErrorCode.invalidParameter);
    for (const userId of others) await world.link('ann', userId);
    expect(world.linked('kim')).toEqual(['ann', ...others]);
    expect(await codeOf(world.invite('ann', 'lea'))).toBe(LiveErrorCode.linkFull);
  });
});
