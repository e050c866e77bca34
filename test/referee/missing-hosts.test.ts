import { describe, expect, it } from 'vitest';
import { BattleCode, LiveErrorCode, type BattleConfig } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

/** Lets users be missing for so long that it is shown. */
async function vanish(world: TestWorld, ...userIds: string[]): Promise<void> {
  for (const userId of userIds) await world.referee.notePresence(liveOf(userId), userId, false);
  await world.clock.advance(5_000);
}

const comeBack = (world: TestWorld, userId: string) => world.referee.notePresence(liveOf(userId), userId, true);

const answers = async (world: TestWorld, battleId: string): Promise<unknown> =>
  (await world.referee.battle(battleId))?.members.map(({ userId, answer }) => `${userId} ${answer}`);

describe('a host who is shown as missing when a battle begins', () => {
  const atOnce: Partial<BattleConfig> = { duration: 60, needResponse: false };
  const ask = (world: TestWorld, ...userIds: string[]) =>
    world.host('ann', { type: 'request-battle', userIds, config: atOnce });

  it('is not in one for which nobody is asked', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await vanish(world, 'cid');
    const { battleId, results } = await ask(world, 'bob', 'cid');
    expect(results).toEqual({ bob: BattleCode.success, cid: BattleCode.liveExited });
    expect(world.document('ann').battle).toMatchObject({ battleId, users: [{ userId: 'ann' }, { userId: 'bob' }] });
  });

  it('cannot be the only opponent in it, nor begin it', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await vanish(world, 'bob');
    expect(await codeOf(ask(world, 'bob'))).toBe(LiveErrorCode.noValidOpponent);
    await comeBack(world, 'bob');
    await vanish(world, 'ann');
    expect(await codeOf(ask(world, 'bob'))).toBe(LiveErrorCode.noValidOpponent);
    await comeBack(world, 'ann');
    expect((await ask(world, 'bob')).results).toEqual({ bob: BattleCode.success });
  });

  it('may be challenged: they may be back in time', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await vanish(world, 'bob');
    const battleId = await world.challenge('ann', 'bob');
    await comeBack(world, 'bob');
    await world.host('bob', { type: 'accept-battle', battleId });
    expect(world.document('ann').battle?.phase).toBe('running');
  });

  it('has not answered, though they had accepted', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('cid', { type: 'accept-battle', battleId });
    await vanish(world, 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    expect(await answers(world, battleId)).toEqual(['ann accepted', 'bob accepted', 'cid timeout']);
    expect(world.document('ann').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob']);
  });

  it('has taken the challenge back, when it was theirs, and the others begin', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await vanish(world, 'ann');
    for (const userId of ['bob', 'cid']) await world.host(userId, { type: 'accept-battle', battleId });
    expect(await answers(world, battleId)).toEqual(['ann cancelled', 'bob accepted', 'cid accepted']);
    expect(world.document('bob').battle).toMatchObject({ phase: 'running', inviter: { userId: 'ann' } });
  });

  it('leaves nothing to begin when one host alone is there', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.challenge('ann', 'bob');
    await vanish(world, 'ann');
    await world.host('bob', { type: 'accept-battle', battleId });
    expect(await answers(world, battleId)).toEqual(['ann cancelled', 'bob accepted']);
    expect((await world.referee.battle(battleId))?.phase).toBe('void');
    await world.clock.advance(30_000);
    expect(world.document('bob').battle).toBeNull();
  });

  it('is only linked by an invitation that carries a battle', async () => {
    for (const missing of ['ann', 'bob']) {
      const world = await TestWorld.withLives('ann', 'bob');
      const targetLiveIds = [liveOf('bob')];
      await world.host('ann', { type: 'request-host-connection', targetLiveIds, battle: { duration: 60 } });
      await vanish(world, missing);
      await world.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
      expect(world.linked('ann')).toEqual(['ann', 'bob']);
      expect(world.document('bob').battle).toBeNull();
      for (const userId of ['ann', 'bob']) expect(world.personal(userId).battleRequests).toEqual([]);
    }
  });

  it('calls a countdown off at its end, when only one host is there', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const config = { ...atOnce, countdown: 20 };
    for (const [opponents, phase] of [
      [['bob'], 'void'],
      [['bob', 'cid'], 'running'],
    ] as const) {
      const { battleId } = await world.host('ann', { type: 'request-battle', userIds: opponents, config });
      await vanish(world, 'bob');
      await world.clock.advance(15_000);
      expect((await world.referee.battle(battleId))?.phase).toBe(phase);
      await comeBack(world, 'bob');
    }
  });
});

describe('a rematch', () => {
  async function agreedByBoth(missing: string) {
    const world = await TestWorld.withLink('ann', 'bob', 'eve');
    const battleId = await world.battle(10, 'ann', 'bob');
    await world.clock.advance(10_000);
    await world.host('bob', { type: 'request-rematch', battleId });
    await vanish(world, missing);
    await world.host('ann', { type: 'request-rematch', battleId });
    expect(world.document('eve').battle).toMatchObject({
      battleId,
      phase: 'over',
      rematch: { userIds: ['bob', 'ann'] },
    });
    return { world, battleId };
  }

  it.each(['ann', 'bob'])('waits until %s, who is missing, is back', async (missing) => {
    const { world, battleId } = await agreedByBoth(missing);
    await comeBack(world, missing);
    expect(world.document('eve').battle).toMatchObject({
      phase: 'running',
      users: [{ exited: false }, { exited: false }],
    });
    expect(world.document('eve').battle?.battleId).not.toBe(battleId);
  });

  it('does not begin when they are out', async () => {
    const { world, battleId } = await agreedByBoth('bob');
    await world.clock.advance(25_000);
    expect(world.document('eve').battle).toMatchObject({ battleId, rematch: null });
  });
});
