import { describe, expect, it } from 'vitest';
import { CoHostLayoutTemplate, ConnectionCode, limits, LiveErrorCode } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

const nineHosts = ['ann', 'bob', 'cid', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida'];

describe('inviting', () => {
  it('shows the invitation to both sides and to nobody else', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid');
    await court.host('ann', {
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
      expiresAt: court.clock.now() + 10_000,
      status: 'pending',
      settledAt: null,
    };
    expect(court.personal('ann').coHostRequests).toMatchObject([expected]);
    expect(court.personal('bob').coHostRequests).toMatchObject([expected]);
    expect(court.personal('cid').coHostRequests).toEqual([]);
  });

  it('waits 30 seconds when nothing is said', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.invite('ann', 'bob');
    expect(court.personal('bob').coHostRequests[0]?.expiresAt).toBe(court.clock.now() + 30_000);
  });

  it('answers per live, and invites all it can', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid');
    const results = await court.invite('ann', 'bob', 'nobody', 'cid', 'bob');
    expect(results).toEqual({
      bob_live: ConnectionCode.success,
      nobody_live: ConnectionCode.liveNotExist,
      cid_live: ConnectionCode.success,
    });
    expect(court.personal('ann').coHostRequests).toHaveLength(2);
  });

  interface Case {
    of: string;
    prepare: (court: Court) => Promise<unknown>;
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
      prepare: (court) => court.host('bob', { type: 'end-live' }),
      code: ConnectionCode.liveNotExist,
      error: LiveErrorCode.liveNotFound,
    },
    {
      of: 'a live that was invited before',
      prepare: (court) => court.invite('ann', 'bob'),
      code: ConnectionCode.connecting,
      error: LiveErrorCode.connectionRequestPending,
    },
    {
      of: 'a live that has invited this one',
      prepare: (court) => court.invite('bob', 'ann'),
      code: ConnectionCode.connecting,
      error: LiveErrorCode.connectionRequestPending,
    },
    {
      of: 'a live of the same link',
      prepare: (court) => court.link('ann', 'bob'),
      code: ConnectionCode.connecting,
      error: LiveErrorCode.connectionRequestPending,
    },
    {
      of: 'a live of another link',
      prepare: async (court) => {
        await court.link('ann', 'dan');
        await court.link('bob', 'cid');
      },
      code: ConnectionCode.connectingOtherLive,
      error: LiveErrorCode.connectedElsewhere,
    },
  ];
  it.each(refusals)('refuses $of', async ({ prepare, target = 'bob', code, error }) => {
    const court = await Court.withLives('ann', 'bob', 'cid', 'dan', 'eva');
    await prepare(court);
    const before = court.personal('ann').coHostRequests;
    expect(await codeOf(court.invite('ann', target))).toBe(error);
    expect(court.personal('ann').coHostRequests).toEqual(before);
    expect((await court.invite('ann', target, 'eva'))[liveOf(target)]).toBe(code);
  });

  it('refuses a tenth host', async () => {
    const court = await Court.withLink(...nineHosts);
    await court.live('jim');
    expect(await codeOf(court.invite('ann', 'jim'))).toBe(LiveErrorCode.linkFull);
    expect(await codeOf(court.invite('jim', 'ann'))).toBe(LiveErrorCode.linkFull);
  });

  it('refuses more hosts than the template has room for', async () => {
    const court = await Court.withLink(...nineHosts.slice(0, 7));
    await court.live('jim');
    const attempt = court.host('ann', {
      type: 'request-host-connection',
      targetLiveIds: [liveOf('jim')],
      layoutTemplate: CoHostLayoutTemplate.hostDynamic1v6,
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.linkFull);
    expect(await court.invite('ann', 'jim')).toEqual({ jim_live: ConnectionCode.success });
  });

  it.each([CoHostLayoutTemplate.hostVideoLandscapeFixed2Seats, CoHostLayoutTemplate.hostPkDuel])(
    'refuses a third host in template %i',
    async (layoutTemplate) => {
      const court = await Court.withLives('ann', 'bob', 'cid');
      const ask = { type: 'request-host-connection', layoutTemplate } as const;
      await court.host('ann', { ...ask, targetLiveIds: [liveOf('bob')] });
      await court.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
      expect(await codeOf(court.host('ann', { ...ask, targetLiveIds: [liveOf('cid')] }))).toBe(LiveErrorCode.linkFull);
    },
  );

  const invalid: [string, object][] = [
    ['no live', { targetLiveIds: [] }],
    ['ten lives', { targetLiveIds: Array.from({ length: 10 }, (_, i) => `live${i}`) }],
    ['the own live', { targetLiveIds: [liveOf('ann')] }],
    ['a template that is unknown', { layoutTemplate: 604 }],
    ['a template of a single live', { layoutTemplate: 800 }],
    ['a timeout of 0', { timeout: 0 }],
    ['a timeout of 1.5 seconds', { timeout: 1.5 }],
    ['a timeout beyond ten minutes', { timeout: limits.requestTimeoutMax + 1 }],
    ['a text that is too long', { extensionInfo: 'x'.repeat(limits.extensionInfoLength + 1) }],
  ];
  it.each(invalid)('refuses %s as invalid', async (_, wrong) => {
    const court = await Court.withLives('ann', 'bob');
    const attempt = court.host('ann', {
      type: 'request-host-connection',
      targetLiveIds: [liveOf('bob')],
      ...wrong,
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    expect(court.personal('bob').coHostRequests).toEqual([]);
  });
});

describe('one user in several lives', () => {
  it('is never linked with themselves, however many hosts are in between', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.execute('ann', { type: 'create-live', liveId: 'ann_second' });
    const attempt = court.host('bob', { type: 'request-host-connection', targetLiveIds: ['ann_second'] });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
  });

  it('is not linked with themselves by an invitation from before either', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.execute('ann', { type: 'create-live', liveId: 'ann_second' });
    await court.host('bob', { type: 'request-host-connection', targetLiveIds: ['ann_second'] });
    await court.link('ann', 'bob');
    const attempt = court.execute('ann', {
      type: 'accept-host-connection',
      liveId: 'ann_second',
      fromLiveId: liveOf('bob'),
    });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.alreadyConnected);
    expect(court.linked('bob')).toEqual(['ann', 'bob']);
  });
});

describe('answering an invitation', () => {
  it.each([
    ['rejected', 'bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') }],
    ['cancelled', 'ann', { type: 'cancel-host-connection', toLiveId: liveOf('bob') }],
    ['accepted', 'bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') }],
  ] as const)('tells both sides that it was %s, and takes no second answer', async (status, who, command) => {
    const court = await Court.withLives('ann', 'bob');
    await court.invite('ann', 'bob');
    await court.host(who, command);
    expect(court.invitation('ann', 'bob')).toBe(status);
    expect(await codeOf(court.host(who, command))).toBe(LiveErrorCode.requestNotFound);
  });

  it('lets it time out for both sides, at its time', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.host('ann', { type: 'request-host-connection', targetLiveIds: [liveOf('bob')], timeout: 10 });
    await court.clock.advance(9_999);
    expect(court.invitation('ann', 'bob')).toBe('pending');
    await court.clock.advance(1);
    expect(court.invitation('ann', 'bob')).toBe('timeout');
    const accept = court.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.requestNotFound);
  });

  it('is too late at the very moment it times out, alarm or not', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.invite('ann', 'bob');
    court.clock.skip(30_000);
    const accept = court.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.requestNotFound);
    expect(court.invitation('ann', 'bob')).toBe('timeout');
  });

  it('is forgotten a minute after it was settled', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.invite('ann', 'bob');
    await court.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    await court.clock.advance(59_999);
    expect(court.invitation('ann', 'bob')).toBe('rejected');
    await court.clock.advance(1);
    expect(court.invitation('ann', 'bob')).toBeUndefined();
    expect(court.clock.pending).toBe(0);
  });

  it('cannot be asked over and over', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid');
    const cancel = () => court.host('ann', { type: 'cancel-host-connection', toLiveId: liveOf('bob') });
    for (let i = 0; i < 10; i++) {
      await court.invite('ann', 'bob');
      await cancel();
    }
    const { revision } = court.document('bob');
    expect(await codeOf(court.invite('ann', 'bob'))).toBe(LiveErrorCode.tooFrequent);
    expect(court.document('bob').revision).toBe(revision);
    expect(await court.invite('ann', 'bob', 'cid')).toEqual({
      bob_live: ConnectionCode.retry,
      cid_live: ConnectionCode.success,
    });
    expect(await court.invite('bob', 'ann')).toEqual({ ann_live: ConnectionCode.success });
    await court.host('bob', { type: 'cancel-host-connection', toLiveId: liveOf('ann') });
    await court.clock.advance(60_000);
    expect(await court.invite('ann', 'bob')).toEqual({ bob_live: ConnectionCode.success });
  });

  it('cannot be asked by a crowd, and may ask all the same', async () => {
    const court = await Court.withLives('bob', 'cid');
    for (let i = 0; i < limits.hostRequests; i++) {
      await court.live(`host${i}`);
      await court.invite(`host${i}`, 'bob');
    }
    expect(await codeOf(court.invite('cid', 'bob'))).toBe(LiveErrorCode.tooFrequent);
    expect(court.personal('bob').coHostRequests).toHaveLength(limits.hostRequests);
    expect(await court.invite('bob', 'cid')).toEqual({ cid_live: ConnectionCode.success });
  });

  it('may be asked again after a refusal', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.invite('ann', 'bob');
    await court.host('bob', { type: 'reject-host-connection', fromLiveId: liveOf('ann') });
    await court.link('ann', 'bob');
    expect(court.linked('bob')).toEqual(['ann', 'bob']);
  });
});
