import { describe, expect, it } from 'vitest';
import { BattleCode, limits, LiveErrorCode, type UserCommand } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

/** What a host was told of the challenges to and from them, by the challenged user. */
function challenges(court: Court, userId: string): Record<string, string> {
  return Object.fromEntries(
    court.personal(userId).battleRequests.map(({ invitee, status }) => [invitee.userId, status]),
  );
}

describe('challenging', () => {
  it('shows each challenge to its two sides, and the inviter all of them', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid', 'dan');
    const { battleId, results } = await court.host('ann', {
      type: 'request-battle',
      userIds: ['bob', 'cid', 'bob'],
      config: { duration: 60, extensionInfo: 'gifts only' },
      timeout: 15,
    });
    expect(results).toEqual({ bob: BattleCode.success, cid: BattleCode.success });
    expect(court.personal('bob').battleRequests).toMatchObject([
      {
        battleId,
        inviter: { userId: 'ann', liveId: 'ann_live' },
        invitee: { userId: 'bob', liveId: 'bob_live' },
        config: { duration: 60, needResponse: true, extensionInfo: 'gifts only' },
        expiresAt: court.clock.now() + 15_000,
        status: 'pending',
      },
    ]);
    expect(challenges(court, 'ann')).toEqual({ bob: 'pending', cid: 'pending' });
    expect(challenges(court, 'dan')).toEqual({});
    expect(court.document('ann').battle).toBeNull();
  });

  it('takes 300 seconds, needs an answer, and waits 30 seconds when nothing is said', async () => {
    const court = await Court.withLink('ann', 'bob');
    for (const config of [undefined, {}, { duration: 0 }]) {
      const battleId = (
        await court.host('ann', { type: 'request-battle', userIds: ['bob'], timeout: 0, ...(config && { config }) })
      ).battleId;
      const [request] = court.personal('bob').battleRequests;
      expect(request?.config).toEqual({
        duration: 300,
        needResponse: true,
        countdown: 0,
        penalty: 0,
        extraTime: 0,
        multipliers: [],
        teams: null,
        rematchWindow: 60,
        extensionInfo: '',
      });
      expect(request?.expiresAt).toBe(court.clock.now() + 30_000);
      await court.host('ann', { type: 'cancel-battle-request', battleId });
    }
  });

  it('starts at once when no response is needed', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const startedAt = court.clock.now();
    const battleId = await court.battle(60, 'ann', 'bob');
    const expected = {
      battleId,
      phase: 'running',
      startedAt,
      endsAt: startedAt + 60_000,
      users: [{ userId: 'ann' }, { userId: 'bob' }],
    };
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(court.document(userId).battle).toMatchObject(expected);
      expect(court.document(userId).board).toEqual({
        battleId,
        version: 1,
        totals: { ann: 0, bob: 0 },
        contributors: {},
      });
    }
  });

  it('leaves out who is not in the link', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    const { results } = await court.host('ann', { type: 'request-battle', userIds: ['cid', 'bob'] });
    expect(results).toEqual({ cid: BattleCode.liveNotExist, bob: BattleCode.success });
  });

  interface Case {
    of: string;
    prepare: (court: Court) => Promise<unknown>;
    code: LiveErrorCode;
  }
  const refusals: Case[] = [
    {
      of: 'outside a link',
      prepare: (court) => court.host('ann', { type: 'exit-host-connection' }),
      code: LiveErrorCode.requestNotFound,
    },
    {
      of: 'when none of those named is in the link',
      prepare: async (court) => {
        await court.link('ann', 'cid');
        await court.host('bob', { type: 'exit-host-connection' });
      },
      code: LiveErrorCode.noValidOpponent,
    },
    {
      of: 'while another challenge waits',
      prepare: (court) => court.challenge('ann', 'bob'),
      code: LiveErrorCode.battleRequestPending,
    },
    {
      of: 'while a challenge of somebody else waits',
      prepare: (court) => court.challenge('bob', 'ann'),
      code: LiveErrorCode.battleRequestPending,
    },
    {
      of: 'while a battle runs',
      prepare: (court) => court.battle(60, 'bob', 'ann'),
      code: LiveErrorCode.alreadyInBattle,
    },
  ];
  it.each(refusals)('is refused $of', async ({ prepare, code }) => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    await prepare(court);
    const before = [court.document('ann'), court.personal('ann')];
    expect(await codeOf(court.challenge('ann', 'bob'))).toBe(code);
    expect([court.document('ann'), court.personal('ann')]).toEqual(before);
  });

  const invalid: [string, Partial<Extract<UserCommand, { type: 'request-battle' }>>][] = [
    ['oneself', { userIds: ['ann', 'bob'] }],
    ['for longer than an hour', { config: { duration: limits.battleDurationMax + 1 } }],
    ['for a negative time', { config: { duration: -1 } }],
    ['for a fraction of a second', { config: { duration: 0.5 } }],
    ['with a text that is too long', { config: { extensionInfo: 'x'.repeat(limits.extensionInfoLength + 1) } }],
    ['with a negative timeout', { timeout: -1 }],
    ['with a timeout beyond ten minutes', { timeout: 601 }],
  ];
  it.each(invalid)('is invalid %s', async (_, wrong) => {
    const court = await Court.withLink('ann', 'bob');
    const attempt = court.host('ann', { type: 'request-battle', userIds: ['bob'], ...wrong });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    expect(court.personal('bob').battleRequests).toEqual([]);
  });
});

describe('answering a challenge', () => {
  it('starts the battle when the last of those challenged has answered', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await court.challenge('ann', 'bob', 'cid', 'dan');
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.host('cid', { type: 'reject-battle', battleId });
    expect(court.document('ann').battle).toBeNull();
    court.clock.skip(5_000);
    await court.host('dan', { type: 'accept-battle', battleId });
    const { battle } = court.document('cid');
    expect(battle).toMatchObject({ battleId, phase: 'running', startedAt: court.clock.now() });
    expect(battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob', 'dan']);
    expect(challenges(court, 'ann')).toEqual({ bob: 'accepted', cid: 'rejected', dan: 'accepted' });
  });

  it('is the end of it when all reject', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('bob', { type: 'reject-battle', battleId });
    await court.host('cid', { type: 'reject-battle', battleId });
    expect(court.document('ann').battle).toBeNull();
    expect(challenges(court, 'ann')).toEqual({ bob: 'rejected', cid: 'rejected' });
    expect(await court.challenge('bob', 'ann')).not.toBe(battleId);
  });

  it('is missed by who is silent; those who accepted begin', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    await court.challenge('ann', 'bob', 'cid');
    const battleId = court.personal('bob').battleRequests[0]?.battleId ?? '';
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.clock.advance(30_000);
    expect(court.document('cid').battle).toMatchObject({ phase: 'running', startedAt: court.clock.now() });
    expect(challenges(court, 'cid')).toEqual({ cid: 'timeout' });
    expect(challenges(court, 'ann')).toEqual({ bob: 'accepted', cid: 'timeout' });
  });

  it('times out for both sides when nobody answers, and leaves the way free', async () => {
    const court = await Court.withLink('ann', 'bob');
    const { battleId } = await court.host('ann', { type: 'request-battle', userIds: ['bob'], timeout: 10 });
    await court.clock.advance(10_000);
    expect(challenges(court, 'ann')).toEqual({ bob: 'timeout' });
    expect(challenges(court, 'bob')).toEqual({ bob: 'timeout' });
    expect(court.document('ann').battle).toBeNull();
    expect(await codeOf(court.host('bob', { type: 'accept-battle', battleId }))).toBe(LiveErrorCode.requestNotFound);
    await court.challenge('bob', 'ann');
    expect(challenges(court, 'ann')).toEqual({ ann: 'pending' });
  });

  it('is refused to whoever was not challenged, or answered before', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob');
    const accept = { type: 'accept-battle', battleId } as const;
    expect(await codeOf(court.host('cid', accept))).toBe(LiveErrorCode.notInBattle);
    expect(await codeOf(court.host('ann', accept))).toBe(LiveErrorCode.requestNotFound);
    expect(await codeOf(court.host('bob', { ...accept, battleId: 'constructor' }))).toBe(LiveErrorCode.battleNotFound);
    await court.host('bob', accept);
    expect(await codeOf(court.host('bob', accept))).toBe(LiveErrorCode.requestNotFound);
  });
});

describe('taking a challenge back', () => {
  it('ends it for all', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('ann', { type: 'cancel-battle-request', battleId });
    expect(challenges(court, 'ann')).toEqual({ bob: 'cancelled', cid: 'cancelled' });
    expect(challenges(court, 'bob')).toEqual({ bob: 'cancelled' });
    expect(court.document('ann').battle).toBeNull();
    const again = court.host('ann', { type: 'cancel-battle-request', battleId });
    expect(await codeOf(again)).toBe(LiveErrorCode.requestNotFound);
  });

  it('starts nothing with those who had accepted before', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.host('ann', { type: 'cancel-battle-request', battleId });
    expect(court.document('ann').battle).toBeNull();
    expect(challenges(court, 'bob')).toEqual({ bob: 'cancelled' });
  });

  it('may concern some only', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await court.challenge('ann', 'bob', 'cid', 'dan');
    await court.host('ann', { type: 'cancel-battle-request', battleId, userIds: ['cid'] });
    expect(challenges(court, 'ann')).toEqual({ bob: 'pending', cid: 'cancelled', dan: 'pending' });
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.host('dan', { type: 'accept-battle', battleId });
    expect(court.document('ann').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob', 'dan']);
  });

  it('is for the inviter alone, and too late once the battle runs', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.challenge('ann', 'bob');
    const cancel = { type: 'cancel-battle-request', battleId } as const;
    expect(await codeOf(court.host('bob', cancel))).toBe(LiveErrorCode.noPermission);
    await court.host('bob', { type: 'accept-battle', battleId });
    expect(await codeOf(court.host('ann', cancel))).toBe(LiveErrorCode.requestNotFound);
  });
});

describe('leaving the link with a challenge open', () => {
  it('takes the challenges of the inviter back', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.host('ann', { type: 'exit-host-connection' });
    expect(challenges(court, 'bob')).toEqual({ bob: 'cancelled' });
    expect(challenges(court, 'cid')).toEqual({ cid: 'cancelled' });
    expect(await codeOf(court.host('cid', { type: 'accept-battle', battleId }))).toBe(LiveErrorCode.requestNotFound);
    await court.challenge('bob', 'cid');
  });

  it('is no answer any more; the others begin', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.execute('cid', { type: 'exit-host-connection', liveId: liveOf('cid') });
    expect(challenges(court, 'ann')).toEqual({ bob: 'accepted', cid: 'cancelled' });
    expect(court.document('ann').battle).toMatchObject({ battleId, phase: 'running' });
    expect(court.document('cid').battle).toBeNull();
  });

  it('takes an acceptance back', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.host('bob', { type: 'exit-host-connection' });
    await court.host('cid', { type: 'reject-battle', battleId });
    expect(court.document('ann').battle).toBeNull();
    expect(challenges(court, 'ann')).toEqual({ bob: 'cancelled', cid: 'rejected' });
  });

  it('leaves a refusal as it was', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('bob', { type: 'reject-battle', battleId });
    await court.host('bob', { type: 'exit-host-connection' });
    expect(challenges(court, 'ann')).toEqual({ bob: 'rejected', cid: 'pending' });
  });
});
