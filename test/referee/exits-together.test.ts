import { describe, expect, it } from 'vitest';
import type { BattleConfig } from '../../src/core/index.js';
import { TestWorld, liveOf } from './test-world.js';

const hosts = ['ann', 'bob', 'cid'];

/** Starts a battle of three hosts; a fourth host of the link watches. Ann is ahead of cid, and cid of bob. */
async function begin(config: Partial<BattleConfig> = {}) {
  const world = await TestWorld.withLink(...hosts, 'eve');
  const wanted = { duration: 300, needResponse: false, penalty: 60, ...config };
  const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob', 'cid'], config: wanted });
  await world.clock.advance((config.countdown ?? 0) * 1000);
  await world.score(battleId, 'ann', 50);
  await world.score(battleId, 'cid', 20);
  return { world, battleId };
}

const vanish = async (world: TestWorld, ...userIds: string[]): Promise<void> => {
  for (const userId of userIds) await world.referee.notePresence(liveOf(userId), userId, false);
};

const standings = async (world: TestWorld, battleId: string): Promise<unknown> =>
  (await world.referee.battle(battleId))?.result?.standings.map(
    ({ userId, rank, outcome }) => `${rank}. ${userId} ${outcome}`,
  );

describe('hosts who are gone from one instant to the next', () => {
  it.each([[['ann', 'bob', 'cid']], [['bob', 'cid', 'ann']], [['cid', 'bob', 'ann']]])(
    'are compared by points as if they had stayed, when nobody else is left (%s)',
    async (order) => {
      const { world, battleId } = await begin();
      await vanish(world, ...order);
      await world.clock.advance(30_000);
      expect(await standings(world, battleId)).toEqual(['1. ann win', '2. cid lose', '3. bob lose']);
      expect(await world.referee.battle(battleId)).toMatchObject({
        phase: 'over',
        endedReason: 'all-member-exit',
        endedAt: world.clock.now(),
        penaltyEndsAt: null,
        rematchEndsAt: null,
      });
      const members = (await world.referee.battle(battleId))?.members.map(({ exited }) => exited);
      expect(members).toEqual([true, true, true]);
    },
  );

  it('draw, with the same points', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(300, 'ann', 'bob');
    await vanish(world, 'ann', 'bob');
    await world.clock.advance(30_000);
    expect(await standings(world, battleId)).toEqual(['1. ann draw', '1. bob draw']);
  });

  it('are behind whoever stays, however few points that host has', async () => {
    const { world, battleId } = await begin();
    await vanish(world, 'cid', 'ann');
    await world.clock.advance(30_000);
    expect(await standings(world, battleId)).toEqual(['1. bob win', '2. ann lose', '3. cid lose']);
    expect(world.document('bob').battle).toMatchObject({ phase: 'over', endedReason: 'all-member-exit' });
  });

  it('are ahead of whoever left before them', async () => {
    const { world, battleId } = await begin();
    await world.host('ann', { type: 'exit-battle', battleId });
    await vanish(world, 'bob', 'cid');
    await world.clock.advance(30_000);
    expect(await standings(world, battleId)).toEqual(['1. cid win', '2. bob lose', '3. ann lose']);
  });

  it('a millisecond apart are one after the other', async () => {
    const { world, battleId } = await begin();
    await vanish(world, 'ann');
    await world.clock.advance(1);
    await vanish(world, 'cid', 'bob');
    await world.clock.advance(30_000);
    expect(await standings(world, battleId)).toEqual(['1. cid win', '2. bob lose', '3. ann lose']);
  });

  it('count it once, each with what it came to', async () => {
    const { world } = await begin();
    await vanish(world, ...hosts);
    await world.clock.advance(30_000);
    for (const [userId, totalWins, totalPoints] of [
      ['ann', 1, 50],
      ['bob', 0, 0],
      ['cid', 0, 20],
    ] as const) {
      const told = await world.host(userId, { type: 'end-live' });
      expect(told).toMatchObject({ totalBattles: 1, totalWins, totalPoints });
    }
  });

  it('in the countdown call it off, and nobody has lost', async () => {
    const world = await TestWorld.withLink(...hosts);
    const config = { duration: 60, countdown: 60, needResponse: false };
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob', 'cid'], config });
    await vanish(world, 'cid', 'bob');
    await world.clock.advance(30_000);
    expect((await world.referee.battle(battleId))?.phase).toBe('void');
    const told = await world.host('cid', { type: 'end-live' });
    expect(told).toMatchObject({ totalBattles: 0 });
  });

  it('are gone together, too, when the server was down meanwhile', async () => {
    const { world, battleId } = await begin();
    await vanish(world, 'ann');
    await world.clock.advance(7_000);
    await vanish(world, 'bob', 'cid');
    await world.restart().start();
    world.clock.skip(30_000);
    await world.clock.advance(0);
    expect(await standings(world, battleId)).toEqual(['1. ann win', '2. cid lose', '3. bob lose']);
  });

  it('leave nothing of a countdown, and no result', async () => {
    const world = await TestWorld.withLink(...hosts);
    const config = { duration: 300, countdown: 60, needResponse: false };
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob', 'cid'], config });
    await vanish(world, ...hosts);
    await world.clock.advance(30_000);
    expect(await world.referee.battle(battleId)).toMatchObject({ phase: 'void', result: null });
    expect((await world.events(battleId)).at(-1)?.type).toBe('battle-voided');
  });
});
