import { describe, expect, it } from 'vitest';
import { CoHostLayoutTemplate, ConnectionCode, limits, LiveErrorCode } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

const nineHosts = ['ann', 'bob', 'cid', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida'];

describe('inviting', () => {
  it('shows the invitation to both sides and to nobody else', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.host('ann', {
      type: 'request-host-connection',
      targetLiveIds: [liveOf('bob')],
      layoutTemplate: CoHostLayoutTemplate.hostDynamic1v6,
      timeout: 10,
      extensionInfo: '{"withPK":true}',
    });
    const expected = {
      inviter: { userId: 'ann', liveId: 'ann_live' },
      invitee: { userId: 'bob', liveId: 'bob_live' },
      layoutTemplate: 601,
      extensionInfo: '{"withPK":true}',
      expiresAt: world.clock.now() + 10_000,
      status: 'pending',
      settledAt: null,
    };
    expect(world.personal('ann').coHostRequests).toMatchObject([expected]);
    expect(world.personal('bob').coHostRequests).toMatchObject([expected]);
    expect(world.personal('cid').coHostRequests).toEqual([]);
  });

  it('waits 30 seconds when nothing is said', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.invite('ann', 'bob');
    expect(world.personal('bob').coHostRequests[0]?.expiresAt).toBe(world.clock.now() + 30_000);
  });

  it('answers per live, and invites all it can', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    const results = await world.invite('ann', 'bob', 'nobody', 'cid', 'bob');
    expect(results).toEqual({
      bob_live: ConnectionCode.success,
      nobody_live: ConnectionCode.liveNotExist,
      cid_live: ConnectionCode.success,
    });
    expect(world.personal('ann').coHostRequests).toHaveLength(2);
  });

  it('answers with a code where it could never be possible either, and invites the others', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.execute('ann', { type: 'create-live', liveId: 'ann_second' });
    await world.execute('vox', { type: 'create-live', liveId: liveOf('vox'), seatLayoutTemplate: 70 });
    const targetLiveIds = [liveOf('vox'), liveOf('ann'), 'ann_second', '__proto__', liveOf('bob')];
    const { results } = await world.host('ann', { type: 'request-host-connection', targetLiveIds });
    expect(Object.entries(results)).toEqual([
      [liveOf('vox'), ConnectionCode.unknown],
      [liveOf('ann'), ConnectionCode.unknown],
      ['ann_second', ConnectionCode.unknown],
      ['__proto__', ConnectionCode.liveNotExist],
      [liveOf('bob'), ConnectionCode.success],
    ]);
    expect(world.invitation('ann', 'bob')).toBe('pending');
  });

  it('has no room for more targets than a link has lives', async () => {
    const hosts = [...nineHosts, 'jim', 'kim', 'lea'];
    const world = await TestWorld.withLives(...hosts);
    const results = await world.invite('ann', ...hosts);
    const success = nineHosts.slice(1).map((userId) => [liveOf(userId), ConnectionCode.success]);
    const full = ['jim', 'kim', 'lea'].map((userId) => [liveOf(userId), ConnectionCode.full]);
    expect(results).toEqual(Object.fromEntries([[liveOf('ann'), ConnectionCode.unknown], ...success, ...full]));
  });

  interface Case {
    of: string;
    prepare: (world: TestWorld) => Promise<unknown>;
    target?: string;
    code: ConnectionCode;
    error: LiveErrorCode;
  }
  const refusals: Case[] = [
    {
      of: 'a live that never was',
      prepare: async () => {},
      target: 'nobody',
      code: ConnectionCode.liveNotExist,
      error: LiveErrorCode.liveNotFound,
    },
    {
      of: 'a live that has ended',
      prepare: (world) => world.host('bob', { type: 'end-live' }),
      code: ConnectionCode.liveNotExist,
      error: LiveErrorCode.liveNotFound,
    },
    {
      of: 'a live that was invited before',
      prepare: (world) => world.invite('ann', 'bob'),
      code: ConnectionCode.connecting,
      error: LiveErrorCode.connectionRequestPending,
    },
    {
      of: 'a live that has invited this one',
      prepare: (world) => world.invite('bob', 'ann'),
      code: ConnectionCode.connecting,
      error: LiveErrorCode.connectionRequestPending,
    },
    {
      of: 'a live of the same link',
      prepare: (world) => world.link('ann', 'bob'),
      code: ConnectionCode.connecting,
      error: LiveErrorCode.connectionRequestPending,
    },
    {
      of: 'a live of another link',
      prepare: async (world) => {
        await world.link('ann', 'dan');
        await world.link('bob', 'cid');
      },
      code: ConnectionCode.connectingOtherLive,
      error: LiveErrorCode.connectedElsewhere,
    },
  ];
  it.each(refusals)('refuses $of', async ({ prepare, target = 'bob', code, error }) => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid', 'dan', 'eva');
    await prepare(world);
    const before = world.personal('ann').coHostRequests;
    expect(await codeOf(world.invite('ann', target))).toBe(error);
    expect(world.personal('ann').coHostRequests).toEqual(before);
    expect((await world.invite('ann', target, 'eva'))[liveOf(target)]).toBe(code);
  });

  it('refuses a tenth host', async () => {
    const world = await TestWorld.withLink(...nineHosts);
    await world.live('jim');
    expect(await codeOf(world.invite('ann', 'jim'))).toBe(LiveErrorCode.linkFull);
    expect(await codeOf(world.invite('jim', 'ann'))).toBe(LiveErrorCode.linkFull);
  });

  it('refuses more hosts than the template has room for', async () => {
    const world = await TestWorld.withLink(...nineHosts.slice(0, 7));
    await world.live('jim');
    const attempt = world.host('ann', {
      type: 'request-host-connection',
      targetLiveIds: [liveOf('jim')],
      layoutTemplate: CoHostLayoutTemplate.hostDynamic1v6,
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.linkFull);
    expect(await world.invite('ann', 'jim')).toEqual({ jim_live: ConnectionCode.success });
  });

  it.each([CoHostLayoutTemplate.hostVideoLandscapeFixed2Seats, CoHostLayoutTemplate.hostPkDuel])(
    'refuses a third host in template %i',
    async (layoutTemplate) => {
      const world = await TestWorld.withLives('ann', 'bob', 'cid');
      const ask = { type: 'request-host-connection', layoutTemplate } as const;
      await world.host('ann', { ...ask, targetLiveIds: [liveOf('bob')] });
      await world.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
      expect(await codeOf(world.host('ann', { ...ask, targetLiveIds: [liveOf('cid')] }))).toBe(LiveErrorCode.linkFull);
    },
  );

  const invalid: [string, object][] = [
    ['no live', { targetLiveIds: [] }],
    ['fifty-one lives', { targetLiveIds: Array.from({ length: 51 }, (_, i) => `live${i}`) }],
    ['the own live', { targetLiveIds: [liveOf('ann')] }],
    ['a template that is unknown', { layoutTemplate: 604 }],
    ['a template of a single live', { layoutTemplate: 800 }],
    ['a timeout of 0', { timeout: 0 }],
    ['a timeout of 1.5 seconds', { timeout: 1.5 }],
    ['a timeout beyond ten minutes', { timeout: limits.requestTimeoutMax + 1 }],
    ['no battle at all', { battle: null }],
    ['a text that is none', { extensionInfo: 5 }],
    ['a field that is unknown', { template: 600 }],
  ];
  it.each(invalid)('refuses %s as invalid', async (_, wrong) => {
    const world = await TestWorld.withLives('ann', 'bob');
    const attempt = world.host('ann', {
      type: 'request-host-connection',
      targetLiveIds: [liveOf('bob')],
      ...wrong,
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    expect(world.personal('bob').coHostRequests).toEqual([]);
  });
});

describe('one user in several lives', () => {
  it('is never linked with themselves, however many hosts are in between', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.execute('ann', { type: 'create-live', liveId: 'ann_second' });
    const attempt = world.host('bob', { type: 'request-host-connection', targetLiveIds: ['ann_second'] });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
  });

  it('is not linked with themselves by an invitation from before either', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.execute('ann', { type: 'create-live', liveId: 'ann_second' });
    await world.host('bob', { type: 'request-host-connection', targetLiveIds: ['ann_second'] });
    await world.link('ann', 'bob');
    const attempt = world.execute('ann', {
      type: 'accept-host-connection',
      liveId: 'ann_second',
      fromLiveId: liveOf('bob'),
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.alreadyConnected);
    expect(world.linked('bob')).toEqual(['ann', 'bob']);
  });
});

it('the own live can never be invited, connected or not', async () => {
  const world = await TestWorld.withLink('ann', 'bob');
  await world.live('cid');
  expect(await codeOf(world.invite('ann', 'ann'))).toBe(LiveErrorCode.invalidParameter);
  expect(await world.invite('ann', 'ann', 'cid')).toEqual({
    [liveOf('ann')]: ConnectionCode.unknown,
    [liveOf('cid')]: ConnectionCode.success,
  });
});

describe('answering an invitation', () => {
  it.each([
    ['rejected', 'bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') }],
    ['cancelled', 'ann', { type: 'cancel-host-connection', toLiveId: liveOf('bob') }],
    ['accepted', 'bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') }],
  ] as const)('tells both sides that it was %s, and takes no second answer', async (status, who, command) => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.invite('ann', 'bob');
    await world.host(who, command);
    expect(world.invitation('ann', 'bob')).toBe(status);
    expect(await codeOf(world.host(who, command))).toBe(LiveErrorCode.requestNotFound);
  });

  it('lets it time out for both sides, at its time', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.host('ann', { type: 'request-host-connection', targetLiveIds: [liveOf('bob')], timeout: 10 });
    await world.clock.advance(9_999);
    expect(world.invitation('ann', 'bob')).toBe('pending');
    await world.clock.advance(1);
    expect(world.invitation('ann', 'bob')).toBe('timeout');
    const accept = world.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.requestNotFound);
  });

  it('is too late at the very moment it times out, alarm or not', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.invite('ann', 'bob');
    world.clock.skip(30_000);
    const accept = world.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.requestNotFound);
    expect(world.invitation('ann', 'bob')).toBe('timeout');
  });

  it('is forgotten a minute after it was settled', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.invite('ann', 'bob');
    await world.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    await world.clock.advance(59_999);
    expect(world.invitation('ann', 'bob')).toBe('rejected');
    await world.clock.advance(1);
    expect(world.invitation('ann', 'bob')).toBeUndefined();
    expect(world.clock.pending).toBe(0);
  });

  it('cannot be asked over and over', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    const cancel = () => world.host('ann', { type: 'cancel-host-connection', toLiveId: liveOf('bob') });
    for (let i = 0; i < 10; i++) {
      await world.invite('ann', 'bob');
      await cancel();
    }
    const { revision } = world.document('bob');
    expect(await codeOf(world.invite('ann', 'bob'))).toBe(LiveErrorCode.connectionTooFrequent);
    expect(world.document('bob').revision).toBe(revision);
    expect(await world.invite('ann', 'bob', 'cid')).toEqual({
      bob_live: ConnectionCode.retry,
      cid_live: ConnectionCode.success,
    });
    expect(await world.invite('bob', 'ann')).toEqual({ ann_live: ConnectionCode.success });
    await world.host('bob', { type: 'cancel-host-connection', toLiveId: liveOf('ann') });
    await world.clock.advance(60_000);
    expect(await world.invite('ann', 'bob')).toEqual({ bob_live: ConnectionCode.success });
  });

  it('cannot be asked over and over by one user from several lives, and stays open to others', async () => {
    const world = await TestWorld.withLives('bob', 'cid');
    const lives = Array.from({ length: 5 }, (_, i) => `ann_${i}`);
    for (const liveId of lives) await world.execute('ann', { type: 'create-live', liveId });
    const ask = async (liveId: string): Promise<void> => {
      const targetLiveIds = [liveOf('bob')];
      await world.execute('ann', { type: 'request-host-connection', liveId, targetLiveIds });
      await world.execute('ann', { type: 'cancel-host-connection', liveId, toLiveId: liveOf('bob') });
    };
    for (const liveId of [...lives, ...lives]) await ask(liveId);
    expect(await codeOf(ask('ann_0'))).toBe(LiveErrorCode.connectionTooFrequent);
    expect(await world.invite('cid', 'bob')).toEqual({ bob_live: ConnectionCode.success });
    await world.clock.advance(60_000);
    await ask('ann_0');
  });

  it('cannot be asked by a crowd, and may ask all the same', async () => {
    const world = await TestWorld.withLives('bob', 'cid');
    for (let i = 0; i < limits.hostRequests; i++) {
      await world.live(`host${i}`);
      await world.invite(`host${i}`, 'bob');
    }
    expect(await codeOf(world.invite('cid', 'bob'))).toBe(LiveErrorCode.tooFrequent);
    expect(world.personal('bob').coHostRequests).toHaveLength(limits.hostRequests);
    expect(await world.invite('bob', 'cid')).toEqual({ cid_live: ConnectionCode.success });
  });

  it('may be asked again after a refusal', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.invite('ann', 'bob');
    await world.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    await world.link('ann', 'bob');
    expect(world.linked('bob')).toEqual(['ann', 'bob']);
  });
});
