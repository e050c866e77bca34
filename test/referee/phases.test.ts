import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode, type BattleConfig } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

const phased: Partial<BattleConfig> = { countdown: 3, duration: 60, penalty: 30, needResponse: false };

/** Starts a battle of `ann` against all others. They are linked with `eve`, who does not take part. */
async function begin(config: Partial<BattleConfig> = {}, ...others: string[]) {
  const opponents = others.length > 0 ? others : ['bob'];
  const world = await TestWorld.withLink('ann', ...opponents, 'eve');
  const command = { type: 'request-battle' as const, userIds: opponents, config: { ...phased, ...config } };
  const { battleId } = await world.host('ann', command);
  return { world, battleId, begunAt: world.clock.now() };
}

/** As `begin`, and moves on to the penalty of the losers; `ann` wins. */
async function inPenalty(config: Partial<BattleConfig> = {}, ...others: string[]) {
  const battle = await begin(config, ...others);
  await battle.world.clock.advance(3000);
  await battle.world.score(battle.battleId, 'ann', 5);
  await battle.world.clock.advance(60_000);
  return battle;
}

const phaseSeenBy = (world: TestWorld, userId: string): string | undefined => world.document(userId).battle?.phase;

describe('a battle with all phases', () => {
  it('goes through them by itself, seen by everybody in the link', async () => {
    const { world, battleId, begunAt } = await begin();
    const [startedAt, endsAt, penaltyEndsAt] = [begunAt + 3000, begunAt + 63_000, begunAt + 93_000];
    const seen: [number, object][] = [
      [0, { phase: 'countdown', startedAt, endsAt, endedAt: null, result: null, penaltyEndsAt: null }],
      [2999, { phase: 'countdown' }],
      [1, { phase: 'running', startedAt, endsAt, result: null }],
      [59_999, { phase: 'running' }],
      [1, { phase: 'penalty', endedAt: endsAt, endedReason: 'time-over', penaltyEndsAt, penaltyEndedReason: null }],
      [29_999, { phase: 'penalty' }],
      [1, { phase: 'over', endedAt: endsAt, penaltyEndsAt, penaltyEndedReason: 'time-over' }],
    ];
    for (const [wait, expected] of seen) {
      await world.clock.advance(wait);
      if (phaseSeenBy(world, 'ann') === 'running') await world.score(battleId, 'ann', 1);
      for (const userId of ['ann', 'bob', 'eve']) expect(world.document(userId).battle).toMatchObject(expected);
    }
    expect(world.document('bob').battle?.result?.standings).toMatchObject([
      { userId: 'ann', outcome: 'win' },
      { userId: 'bob', outcome: 'lose' },
    ]);
    await world.clock.advance(60_000);
    expect(world.clock.pending).toBe(0);
  });

  it('has been through them, each at its time, when the referee was away', async () => {
    const { world, battleId, begunAt } = await begin({ penalty: 0 }, 'bob');
    world.clock.skip(1_000_000);
    await world.restart().start();
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', endedAt: begunAt + 63_000 });
    const told = (await world.events(battleId)).map(({ type, at }) => [type, at - begunAt]);
    expect(told.slice(-5)).toEqual([
      ['countdown-started', 0],
      ['battle-started', 3000],
      ['battle-ended', 63_000],
      ['rematch-opened', 63_000],
      ['rematch-closed', 123_000],
    ]);
  });

  it('begins after the last answer', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const config = { countdown: 5, duration: 60 };
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config });
    expect(world.document('ann').battle).toBeNull();
    await world.host('bob', { type: 'accept-battle', battleId });
    expect(phaseSeenBy(world, 'ann')).toBe('countdown');
  });

  it('is one battle: no other may be asked for meanwhile', async () => {
    const { world } = await begin();
    for (const wait of [0, 3000, 30_000]) {
      await world.clock.advance(wait);
      expect(await codeOf(world.battle(10, 'eve', 'bob'))).toBe(LiveErrorCode.alreadyInBattle);
    }
  });

  it('is seen by a host who joins the link in its countdown or penalty', async () => {
    const { world } = await begin();
    await world.live('cid');
    await world.link('ann', 'cid');
    expect(phaseSeenBy(world, 'cid')).toBe('countdown');
    await world.clock.advance(3000);
    expect(phaseSeenBy(world, 'cid')).toBe('running');
  });

  const lengths: [keyof BattleConfig, unknown][] = [
    ['countdown', -1],
    ['countdown', limits.battleCountdownMax + 1],
    ['countdown', 1.5],
    ['penalty', -1],
    ['penalty', limits.battlePenaltyMax + 1],
    ['penalty', '9'],
    ['extraTime', limits.battleExtraTimeMax + 1],
    ['rematchWindow', limits.rematchWindowMax + 1],
    ['rematchWindow', -1],
  ];
  it.each(lengths)('cannot have a %s of %s', async (name, value) => {
    expect(await codeOf(begin({ [name]: value }))).toBe(LiveErrorCode.invalidParameter);
  });
});

describe('points', () => {
  it('do not count before the countdown is over, and from then on at once', async () => {
    const { world, battleId } = await begin();
    expect(await world.post(battleId, { userId: 'ann' })).toBe('battle-not-started');
    // The alarm has not rung yet.
    world.clock.skip(3000);
    await world.score(battleId, 'ann', 2);
    expect(world.document('eve').battle?.phase).toBe('running');
    expect(world.boards('eve').at(-1)?.totals).toEqual({ ann: 2, bob: 0 });
  });

  it('do not count in the penalty, and the result stays', async () => {
    const { world, battleId } = await inPenalty();
    const { battle, board } = world.document('ann');
    expect(await world.post(battleId, { userId: 'bob', points: 99 })).toBe('battle-ended');
    expect(world.document('ann')).toMatchObject({ battle: battle!, board: board! });
  });
});

describe('in the countdown', () => {
  it('one of two who leaves calls it off: nobody has won', async () => {
    const { world, battleId } = await begin();
    await world.host('bob', { type: 'exit-battle', battleId });
    expect(world.document('ann')).toMatchObject({ battle: null, board: null });
    expect((await world.referee.battle(battleId))?.phase).toBe('void');
    await world.battle(10, 'ann', 'bob');
    expect(phaseSeenBy(world, 'eve')).toBe('running');
  });

  it('one of three who leaves has lost, and the others go on', async () => {
    const { world, battleId } = await begin({}, 'bob', 'cid');
    await world.host('cid', { type: 'exit-host-connection' });
    await world.clock.advance(3000);
    expect(phaseSeenBy(world, 'ann')).toBe('running');
    await world.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(world.document('ann').battle?.result?.standings.at(-1)).toMatchObject({ userId: 'cid', outcome: 'lose' });
  });

  it('a host who vanishes is out of it after the grace', async () => {
    const { world, battleId } = await begin({ countdown: 60 });
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    await world.clock.advance(30_000);
    expect((await world.referee.battle(battleId))?.phase).toBe('void');
    expect(world.document('ann').battle).toBeNull();
  });

  it('the backend may call it off', async () => {
    const { world, battleId } = await begin();
    await world.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(world.document('ann').battle).toBeNull();
  });
});

describe('the penalty', () => {
  it('is not held after a draw, after the backend ended it, or when every loser is gone', async () => {
    const ends: ((world: TestWorld, battleId: string) => Promise<unknown>)[] = [
      (world) => world.clock.advance(60_000),
      async (world, battleId) => {
        await world.score(battleId, 'ann', 1);
        await world.referee.executeForBackend({ type: 'end-battle', battleId });
      },
      (world, battleId) => world.host('bob', { type: 'exit-battle', battleId }),
      (world) => world.host('bob', { type: 'exit-host-connection' }),
    ];
    for (const end of ends) {
      const { world, battleId } = await begin();
      await world.clock.advance(3000);
      await end(world, battleId);
      expect(world.document('ann').battle).toMatchObject({
        phase: 'over',
        penaltyEndsAt: null,
        penaltyEndedReason: null,
      });
    }
  });

  it('is served by whoever came behind two at the top', async () => {
    const { world, battleId } = await begin({}, 'bob', 'cid');
    await world.clock.advance(3000);
    for (const userId of ['ann', 'bob']) await world.score(battleId, userId, 5);
    await world.clock.advance(60_000);
    expect(phaseSeenBy(world, 'ann')).toBe('penalty');
    await world.host('bob', { type: 'end-penalty', battleId });
    expect(phaseSeenBy(world, 'ann')).toBe('over');
  });

  const cuts: [string, (world: TestWorld, battleId: string) => Promise<unknown>][] = [
    ['a loser exits the battle', (world, battleId) => world.host('bob', { type: 'exit-battle', battleId })],
    ['a loser exits the link', (world) => world.host('bob', { type: 'exit-host-connection' })],
    ['a loser ends the live', (world) => world.host('bob', { type: 'end-live' })],
    ['the winner exits', (world, battleId) => world.host('ann', { type: 'exit-battle', battleId })],
    ['the winner waives it', (world, battleId) => world.host('ann', { type: 'end-penalty', battleId })],
    ['the backend says so', (world, battleId) => world.referee.executeForBackend({ type: 'end-battle', battleId })],
  ];
  it.each(cuts)('is cut short when %s, and the result stays', async (_, cut) => {
    const { world, battleId } = await inPenalty();
    const before = world.document('eve').battle?.result;
    await cut(world, battleId);
    expect(world.document('eve').battle).toMatchObject({
      phase: 'over',
      penaltyEndedReason: 'cut-short',
      endedReason: 'time-over',
      result: before!,
    });
  });

  it('is cut short when a loser has vanished for too long', async () => {
    const { world, battleId } = await begin({ penalty: 120 });
    await world.clock.advance(3000);
    await world.score(battleId, 'ann', 5);
    await world.clock.advance(60_000);
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    await world.clock.advance(30_000);
    expect((await world.referee.battle(battleId))?.penaltyEndedReason).toBe('cut-short');
  });

  const partings: [string, (world: TestWorld, battleId: string, userId: string) => Promise<unknown>][] = [
    ['exits the battle', (world, battleId, userId) => world.host(userId, { type: 'exit-battle', battleId })],
    ['exits the link', (world, _, userId) => world.host(userId, { type: 'exit-host-connection' })],
    [
      'vanishes',
      async (world, _, userId) => {
        await world.referee.notePresence(liveOf(userId), userId, false);
        await world.clock.advance(30_000);
      },
    ],
  ];
  it.each(partings)('goes on for the others when one of two losers %s, and ends with the last', async (_, part) => {
    const { world, battleId } = await inPenalty({ penalty: 300 }, 'bob', 'cid');
    await part(world, battleId, 'cid');
    expect(world.document('eve').battle).toMatchObject({ phase: 'penalty', penaltyEndedReason: null });
    await part(world, battleId, 'bob');
    expect(world.document('eve').battle).toMatchObject({ phase: 'over', penaltyEndedReason: 'cut-short' });
  });

  it('goes on when one of two winners leaves, and ends with the last: nobody is left to watch it', async () => {
    const { world, battleId } = await begin({}, 'bob', 'cid');
    await world.clock.advance(3000);
    for (const userId of ['ann', 'bob']) await world.score(battleId, userId, 5);
    await world.clock.advance(60_000);
    await world.host('ann', { type: 'exit-battle', battleId });
    expect(phaseSeenBy(world, 'eve')).toBe('penalty');
    await world.host('bob', { type: 'exit-battle', battleId });
    expect(phaseSeenBy(world, 'eve')).toBe('over');
  });

  it('that the backend cuts short leads to no rematch: the backend has the last word', async () => {
    const { world, battleId } = await inPenalty();
    expect(world.document('ann').battle?.rematch).not.toBeNull();
    await world.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', rematch: null });
    const agree = codeOf(world.host('ann', { type: 'request-rematch', battleId }));
    expect(await agree).toBe(LiveErrorCode.battleEnded);
  });

  const refused: [string, string, LiveErrorCode][] = [
    ['the loser', 'bob', LiveErrorCode.noPermission],
    ['somebody who only watches', 'eve', LiveErrorCode.notInBattle],
  ];
  it.each(refused)('cannot be waived by %s', async (_, userId, code) => {
    const { world, battleId } = await inPenalty();
    expect(await codeOf(world.host(userId, { type: 'end-penalty', battleId }))).toBe(code);
    expect(phaseSeenBy(world, 'ann')).toBe('penalty');
  });

  it('cannot be waived before it starts, nor after it', async () => {
    const { world, battleId } = await begin();
    const waive = () => codeOf(world.host('ann', { type: 'end-penalty', battleId }));
    expect(await waive()).toBe(LiveErrorCode.battleNotStarted);
    await world.clock.advance(3000);
    expect(await waive()).toBe(LiveErrorCode.battleNotStarted);
    await world.clock.advance(90_000);
    expect(await waive()).toBe(LiveErrorCode.battleEnded);
  });
});
