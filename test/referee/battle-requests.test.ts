import { describe, expect, it } from 'vitest';
import { BattleCode, limits, LiveErrorCode } from '../../src/core/index.js';
import type { UserCommand } from '../../src/protocol/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

/** The status of each challenge that a host was told of, by the id of the challenged user. */
function challenges(world: TestWorld, userId: string): Record<string, string> {
  return Object.fromEntries(
    world.personal(userId).battleRequests.map(({ invitee, status }) => [invitee.userId, status]),
  );
}

describe('the longest battle', () => {
  const ask = async (world: TestWorld, duration: number): Promise<unknown> =>
    await codeOf(world.host('ann', { type: 'request-battle', userIds: ['bob'], config: { duration } }));

  it.each([10, 7200])('is the operator’s to set: %i seconds', async (battleDurationMax) => {
    const world = new TestWorld({}, undefined, battleDurationMax);
    for (const userId of ['ann', 'bob', 'cid']) await world.live(userId);
    const carried = { type: 'request-host-connection', targetLiveIds: ['cid_live'] } as const;
    const invite = world.host('ann', { ...carried, battle: { duration: battleDurationMax + 1 } });
    expect(await codeOf(invite)).toBe(LiveErrorCode.invalidParameter);
    await world.link('ann', 'bob');
    expect(await ask(world, battleDurationMax + 1)).toBe(LiveErrorCode.invalidParameter);
    expect(await ask(world, battleDurationMax)).toBeUndefined();
  });
});

describe('challenging', () => {
  it.each([
    [false, undefined],
    [true, LiveErrorCode.invalidParameter],
  ] as const)('takes a timeout of 0 where nobody is asked (needResponse %s)', async (needResponse, code) => {
    const world = await TestWorld.withLink('ann', 'bob');
    const ask = world.host('ann', { type: 'request-battle', userIds: ['bob'], config: { needResponse }, timeout: 0 });
    expect(await codeOf(ask)).toBe(code);
  });

  it('shows all challenges to the inviter and to everybody who was challenged', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid', 'dan');
    const { battleId, results } = await world.host('ann', {
      type: 'request-battle',
      userIds: ['bob', 'cid', 'bob'],
      config: { duration: 60, extensionInfo: 'gifts only' },
      timeout: 15,
    });
    expect(results).toEqual({ bob: BattleCode.success, cid: BattleCode.success });
    expect(challenges(world, 'bob')).toEqual({ bob: 'pending', cid: 'pending' });
    expect(world.personal('bob').battleRequests.slice(0, 1)).toMatchObject([
      {
        battleId,
        inviter: { userId: 'ann', liveId: 'ann_live' },
        invitee: { userId: 'bob', liveId: 'bob_live' },
        config: { duration: 60, needResponse: true, extensionInfo: 'gifts only' },
        expiresAt: world.clock.now() + 15_000,
        status: 'pending',
      },
    ]);
    expect(challenges(world, 'ann')).toEqual({ bob: 'pending', cid: 'pending' });
    expect(challenges(world, 'dan')).toEqual({});
    expect(world.document('ann').battle).toBeNull();
  });

  it.each(['reject', 'time out', 'cancel'])('shows those who are out of it nothing but that: %s', async (how) => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid', 'dan');
    const userIds = ['bob', 'cid', 'dan'];
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds, timeout: 15 });
    await world.host('bob', { type: 'accept-battle', battleId });
    const seen = { bob: 'accepted', cid: 'pending', dan: 'pending' };
    for (const userId of ['ann', ...userIds]) expect(challenges(world, userId)).toEqual(seen);
    if (how === 'reject') await world.host('cid', { type: 'reject-battle', battleId });
    if (how === 'cancel') await world.host('ann', { type: 'cancel-battle-request', battleId, userIds: ['cid'] });
    if (how === 'time out') await world.clock.advance(15_000);
    const answer = { reject: 'rejected', cancel: 'cancelled', 'time out': 'timeout' }[how]!;
    expect(challenges(world, 'cid')).toEqual({ cid: answer });
    expect(challenges(world, 'bob')).toMatchObject({ bob: 'accepted', cid: answer });
  });

  it('takes 300 seconds, needs an answer, and waits 30 seconds when nothing is said', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    for (const config of [undefined, {}, { duration: undefined as never }]) {
      const battleId = (
        await world.host('ann', { type: 'request-battle', userIds: ['bob'], ...(config && { config }) })
      ).battleId;
      const [request] = world.personal('bob').battleRequests;
      expect(request?.config).toEqual({
        duration: 300,
        needResponse: true,
        countdown: 0,
        penalty: 0,
        extraTime: 0,
        multipliers: [],
        effects: [],
        teams: null,
        rematchWindow: 60,
        extensionInfo: '',
      });
      expect(request?.expiresAt).toBe(world.clock.now() + 30_000);
      await world.host('ann', { type: 'cancel-battle-request', battleId });
    }
  });

  it('starts at once when no response is needed', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const startedAt = world.clock.now();
    const battleId = await world.battle(60, 'ann', 'bob');
    const expected = {
      battleId,
      phase: 'running',
      startedAt,
      endsAt: startedAt + 60_000,
      users: [{ userId: 'ann' }, { userId: 'bob' }],
    };
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(world.document(userId).battle).toMatchObject(expected);
      expect(world.document(userId).board).toEqual({
        battleId,
        version: 1,
        totals: { ann: 0, bob: 0 },
        contributors: {},
      });
    }
  });

  it('leaves out who is not in the link', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    const { results } = await world.host('ann', { type: 'request-battle', userIds: ['cid', 'bob'] });
    expect(results).toEqual({ cid: BattleCode.liveNotExist, bob: BattleCode.success });
  });

  it('tells who was in the last battle and has left the link since', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.battle(10, 'ann', 'bob', 'cid');
    await world.clock.advance(10_000);
    await world.host('cid', { type: 'exit-host-connection' });
    const { results } = await world.host('ann', { type: 'request-battle', userIds: ['cid', 'dan', 'bob'] });
    expect(results).toEqual({ cid: BattleCode.liveExited, dan: BattleCode.liveNotExist, bob: BattleCode.success });
  });

  interface Case {
    of: string;
    prepare: (world: TestWorld) => Promise<unknown>;
    code: LiveErrorCode;
  }
  const refusals: Case[] = [
    {
      of: 'outside a link',
      prepare: (world) => world.host('ann', { type: 'exit-host-connection' }),
      code: LiveErrorCode.requestNotFound,
    },
    {
      of: 'when none of those named is in the link',
      prepare: async (world) => {
        await world.link('ann', 'cid');
        await world.host('bob', { type: 'exit-host-connection' });
      },
      code: LiveErrorCode.noValidOpponent,
    },
    {
      of: 'while another challenge waits',
      prepare: (world) => world.challenge('ann', 'bob'),
      code: LiveErrorCode.battleRequestPending,
    },
    {
      of: 'while a challenge of somebody else waits',
      prepare: (world) => world.challenge('bob', 'ann'),
      code: LiveErrorCode.battleRequestPending,
    },
    {
      of: 'while a battle runs',
      prepare: (world) => world.battle(60, 'bob', 'ann'),
      code: LiveErrorCode.alreadyInBattle,
    },
  ];
  it.each(refusals)('is refused $of', async ({ prepare, code }) => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await prepare(world);
    const before = [world.document('ann'), world.personal('ann')];
    expect(await codeOf(world.challenge('ann', 'bob'))).toBe(code);
    expect([world.document('ann'), world.personal('ann')]).toEqual(before);
  });

  it('is remembered for a minute: a host who challenges all evening does not fill their record', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const times: number[] = [];
    for (let i = 0; i < 8; i++) {
      const battleId = await world.challenge('ann', 'bob');
      times.push(world.clock.now());
      await world.host('ann', { type: 'cancel-battle-request', battleId });
      await world.clock.advance(20_000);
    }
    const { lives } = await world.store.read({ liveIds: [liveOf('ann')] });
    expect(lives[liveOf('ann')]?.challengedAt).toEqual(times.slice(-3));
  });

  it('is refused to whoever asks too often in a minute, to nobody else', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const askAndCancel = async (userId: string): Promise<void> => {
      const battleId = await world.challenge(userId, 'cid');
      await world.host(userId, { type: 'cancel-battle-request', battleId });
    };
    for (let i = 0; i < limits.challengesPerMinute; i++) {
      await askAndCancel('ann');
      await world.clock.advance(1_000);
    }
    expect(await codeOf(askAndCancel('ann'))).toBe(LiveErrorCode.battleTooFrequent);
    await askAndCancel('bob');
    await world.host('ann', { type: 'exit-host-connection' });
    await world.link('bob', 'ann');
    expect(await codeOf(askAndCancel('ann'))).toBe(LiveErrorCode.battleTooFrequent);
    await world.clock.advance(49_999);
    expect(await codeOf(askAndCancel('ann'))).toBe(LiveErrorCode.battleTooFrequent);
    await world.clock.advance(1);
    await askAndCancel('ann');
    expect(await codeOf(askAndCancel('ann'))).toBe(LiveErrorCode.battleTooFrequent);
  });

  const invalid: [string, Partial<Extract<UserCommand, { type: 'request-battle' }>>][] = [
    ['oneself', { userIds: ['ann', 'bob'] }],
    ['for longer than an hour', { config: { duration: limits.battleDurationMax + 1 } }],
    ['for a negative time', { config: { duration: -1 } }],
    ['for a fraction of a second', { config: { duration: 0.5 } }],
    ...([0, null, Number.NaN, '', false, []] as never[]).flatMap((none): typeof invalid => [
      [`for ${JSON.stringify(none)} (${typeof none}) seconds`, { config: { duration: none } }],
      [`with ${JSON.stringify(none)} (${typeof none}) as timeout`, { timeout: none }],
    ]),
    ...([null, Number.NaN, '', false, [], 0] as never[]).map((config): (typeof invalid)[number] => [
      `with ${JSON.stringify(config)} (${typeof config}) as config`,
      { config },
    ]),
    ['nobody', { userIds: [] }],
    ['with a negative timeout', { timeout: -1 }],
    ['with a timeout beyond ten minutes', { timeout: 601 }],
  ];
  it.each(invalid)('is invalid %s', async (_, wrong) => {
    const world = await TestWorld.withLink('ann', 'bob');
    const attempt = world.host('ann', { type: 'request-battle', userIds: ['bob'], ...wrong });
    expect(await codeOf(attempt)).toBe(LiveErrorCode.invalidParameter);
    expect(world.personal('bob').battleRequests).toEqual([]);
  });
});

describe('answering a challenge', () => {
  it('starts the battle when the last of those challenged has answered', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await world.challenge('ann', 'bob', 'cid', 'dan');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.host('cid', { type: 'reject-battle', battleId });
    expect(world.document('ann').battle).toBeNull();
    world.clock.skip(5_000);
    await world.host('dan', { type: 'accept-battle', battleId });
    const { battle } = world.document('cid');
    expect(battle).toMatchObject({ battleId, phase: 'running', startedAt: world.clock.now() });
    expect(battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob', 'dan']);
    expect(challenges(world, 'ann')).toEqual({ bob: 'accepted', cid: 'rejected', dan: 'accepted' });
  });

  it('is done once: who has accepted cannot accept again', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    const again = world.host('bob', { type: 'accept-battle', battleId });
    expect(await codeOf(again)).toBe(LiveErrorCode.requestNotFound);
  });

  it('is waited for where no live shows the battle yet', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    expect(await world.referee.battle(battleId)).toMatchObject({ phase: 'requested', shownIn: [], scores: {} });
  });

  it('is the end of it when all reject', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'reject-battle', battleId });
    await world.host('cid', { type: 'reject-battle', battleId });
    expect(world.document('ann').battle).toBeNull();
    expect(challenges(world, 'ann')).toEqual({ bob: 'rejected', cid: 'rejected' });
    expect(await world.challenge('bob', 'ann')).not.toBe(battleId);
  });

  it('is missed by who is silent; those who accepted begin', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.challenge('ann', 'bob', 'cid');
    const battleId = world.personal('bob').battleRequests[0]?.battleId ?? '';
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.clock.advance(30_000);
    expect(world.document('cid').battle).toMatchObject({ phase: 'running', startedAt: world.clock.now() });
    expect(challenges(world, 'cid')).toEqual({ cid: 'timeout' });
    expect(challenges(world, 'ann')).toEqual({ bob: 'accepted', cid: 'timeout' });
  });

  it('times out for both sides when nobody answers, and leaves the way free', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], timeout: 10 });
    await world.clock.advance(10_000);
    expect(challenges(world, 'ann')).toEqual({ bob: 'timeout' });
    expect(challenges(world, 'bob')).toEqual({ bob: 'timeout' });
    expect(world.document('ann').battle).toBeNull();
    expect(await codeOf(world.host('bob', { type: 'accept-battle', battleId }))).toBe(LiveErrorCode.requestNotFound);
    await world.challenge('bob', 'ann');
    expect(challenges(world, 'ann')).toEqual({ ann: 'pending' });
  });

  it('is refused to whoever was not challenged, or answered before', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob');
    const accept = { type: 'accept-battle', battleId } as const;
    expect(await codeOf(world.host('cid', accept))).toBe(LiveErrorCode.notInBattle);
    expect(await codeOf(world.host('ann', accept))).toBe(LiveErrorCode.requestNotFound);
    expect(await codeOf(world.host('bob', { ...accept, battleId: 'constructor' }))).toBe(LiveErrorCode.battleNotFound);
    await world.host('bob', accept);
    expect(await codeOf(world.host('bob', accept))).toBe(LiveErrorCode.requestNotFound);
  });
});

describe('taking a challenge back', () => {
  it('ends it for all', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('ann', { type: 'cancel-battle-request', battleId });
    expect(challenges(world, 'ann')).toEqual({ bob: 'cancelled', cid: 'cancelled' });
    expect(challenges(world, 'bob')).toEqual({ bob: 'cancelled' });
    expect(world.document('ann').battle).toBeNull();
    const again = world.host('ann', { type: 'cancel-battle-request', battleId });
    expect(await codeOf(again)).toBe(LiveErrorCode.requestNotFound);
  });

  it('starts nothing with those who had accepted before', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.host('ann', { type: 'cancel-battle-request', battleId });
    expect(world.document('ann').battle).toBeNull();
    expect(challenges(world, 'bob')).toEqual({ bob: 'cancelled' });
  });

  it('may concern some only', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await world.challenge('ann', 'bob', 'cid', 'dan');
    await world.host('ann', { type: 'cancel-battle-request', battleId, userIds: ['cid'] });
    expect(challenges(world, 'ann')).toEqual({ bob: 'pending', cid: 'cancelled', dan: 'pending' });
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.host('dan', { type: 'accept-battle', battleId });
    expect(world.document('ann').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob', 'dan']);
  });

  it('is for the inviter alone, and too late once the battle runs', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.challenge('ann', 'bob');
    const cancel = { type: 'cancel-battle-request', battleId } as const;
    expect(await codeOf(world.host('bob', cancel))).toBe(LiveErrorCode.noPermission);
    await world.host('bob', { type: 'accept-battle', battleId });
    expect(await codeOf(world.host('ann', cancel))).toBe(LiveErrorCode.battleNotCancellable);
    await world.clock.advance(300_000);
    expect(await codeOf(world.host('ann', cancel))).toBe(LiveErrorCode.requestNotFound);
  });

  it.each(['dan', 'ann', 'constructor'])('is refused for %s, who was not challenged', async (userId) => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    const cancel = world.host('ann', { type: 'cancel-battle-request', battleId, userIds: ['bob', userId] });
    expect(await codeOf(cancel)).toBe(LiveErrorCode.notInBattle);
    expect(challenges(world, 'ann')).toEqual({ bob: 'pending', cid: 'pending' });
  });
});

describe('whoever has accepted', () => {
  it.each(['reject-battle', 'exit-battle'] as const)('may withdraw with %s while others are silent', async (type) => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.host('bob', { type, battleId });
    expect(challenges(world, 'ann')).toEqual({ bob: 'rejected', cid: 'pending' });
    expect(challenges(world, 'bob')).toEqual({ bob: 'rejected' });
    expect(await codeOf(world.host('bob', { type: 'accept-battle', battleId }))).toBe(LiveErrorCode.requestNotFound);
    await world.host('cid', { type: 'accept-battle', battleId });
    expect(world.document('bob').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'cid']);
  });

  it('cannot reject what runs', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.challenge('ann', 'bob');
    await world.host('bob', { type: 'accept-battle', battleId });
    expect(await codeOf(world.host('bob', { type: 'reject-battle', battleId }))).toBe(LiveErrorCode.requestNotFound);
    expect(world.document('ann').battle?.phase).toBe('running');
  });

  it('is not the inviter, who takes the challenge back instead', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    expect(await codeOf(world.host('ann', { type: 'reject-battle', battleId }))).toBe(LiveErrorCode.requestNotFound);
    expect(await codeOf(world.host('ann', { type: 'exit-battle', battleId }))).toBe(LiveErrorCode.battleNotRunning);
    expect(await codeOf(world.host('bob', { type: 'exit-battle', battleId }))).toBe(LiveErrorCode.battleNotRunning);
    expect(challenges(world, 'ann')).toEqual({ bob: 'pending', cid: 'pending' });
  });
});

describe('leaving the link with a challenge open', () => {
  it('takes the challenges of the inviter back', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.host('ann', { type: 'exit-host-connection' });
    expect(challenges(world, 'bob')).toEqual({ bob: 'cancelled' });
    expect(challenges(world, 'cid')).toEqual({ cid: 'cancelled' });
    expect(await codeOf(world.host('cid', { type: 'accept-battle', battleId }))).toBe(LiveErrorCode.requestNotFound);
    await world.challenge('bob', 'cid');
  });

  it('is no answer any more; the others begin', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.execute('cid', { type: 'exit-host-connection', liveId: liveOf('cid') });
    expect(challenges(world, 'ann')).toEqual({ bob: 'accepted', cid: 'cancelled' });
    expect(world.document('ann').battle).toMatchObject({ battleId, phase: 'running' });
    expect(world.document('cid').battle).toBeNull();
  });

  it('takes an acceptance back', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.host('bob', { type: 'exit-host-connection' });
    await world.host('cid', { type: 'reject-battle', battleId });
    expect(world.document('ann').battle).toBeNull();
    expect(challenges(world, 'ann')).toEqual({ bob: 'cancelled', cid: 'rejected' });
  });

  it('leaves a refusal as it was', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'reject-battle', battleId });
    await world.host('bob', { type: 'exit-host-connection' });
    expect(challenges(world, 'ann')).toEqual({ bob: 'rejected', cid: 'pending' });
  });
});
