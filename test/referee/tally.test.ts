import { describe, expect, it } from 'vitest';
import { TestWorld, liveOf } from './test-world.js';

/** Starts a battle of ann against the others, and gives points to the winner; null: to nobody. Returns its id. */
async function fight(world: TestWorld, winner: string | null, ...others: string[]): Promise<string> {
  const battleId = await world.battle(10, 'ann', ...others);
  if (winner) await world.score(battleId, winner, 5);
  return battleId;
}

const streaks = (world: TestWorld): string[] =>
  (world.document('ann').battle?.result?.standings ?? []).map(({ userId, winStreak }) => `${userId} ${winStreak}`);

describe('a win streak', () => {
  it('grows with every win, ends with a defeat, and outlives a draw', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const told: string[][] = [];
    for (const winner of ['ann', 'ann', null, 'ann', 'bob']) {
      await fight(world, winner, 'bob');
      await world.clock.advance(10_000);
      told.push(streaks(world));
    }
    expect(told).toEqual([
      ['ann 1', 'bob 0'],
      ['ann 2', 'bob 0'],
      ['ann 2', 'bob 0'],
      ['ann 3', 'bob 0'],
      ['bob 1', 'ann 0'],
    ]);
  });

  it('is seen by everybody in the link', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'eve');
    await fight(world, 'bob', 'bob');
    await world.clock.advance(10_000);
    expect(world.document('eve').link?.members.map(({ winStreak }) => winStreak)).toEqual([0, 1, 0]);
  });

  it('is lost by whoever leaves, from the countdown on, unless nothing comes of the battle', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await fight(world, 'cid', 'bob', 'cid');
    await world.clock.advance(10_000);
    const streakOf = async (userId: string): Promise<number | undefined> =>
      (await world.store.read({ liveIds: [liveOf(userId)] })).lives[liveOf(userId)]?.tally.winStreak;
    const config = { countdown: 5, needResponse: false };
    const ask = (...userIds: string[]) => world.host('ann', { type: 'request-battle', userIds, config });
    const called = await ask('cid');
    await world.host('cid', { type: 'exit-battle', battleId: called.battleId });
    expect(await streakOf('cid')).toBe(1);
    const { battleId } = await ask('bob', 'cid');
    await world.host('cid', { type: 'exit-battle', battleId });
    expect(await streakOf('cid')).toBe(0);
  });
});

describe('what the battles of a live came to', () => {
  it('is told at its end', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    for (const winner of ['ann', 'bob', null]) {
      await fight(world, winner, 'bob');
      await world.clock.advance(10_000);
    }
    expect(await world.host('ann', { type: 'end-live' })).toMatchObject({
      totalBattles: 3,
      totalWins: 1,
      totalPoints: 5,
    });
  });

  it('counts the battle that is left with the live, for both sides', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await fight(world, 'ann', 'bob');
    expect(await world.host('ann', { type: 'end-live' })).toMatchObject({
      totalBattles: 1,
      totalWins: 0,
      totalPoints: 5,
    });
    expect(await world.host('bob', { type: 'end-live' })).toMatchObject({
      totalBattles: 1,
      totalWins: 1,
      totalPoints: 0,
    });
  });

  it('counts a battle once for those who left before its end', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await fight(world, 'cid', 'bob', 'cid');
    await world.host('cid', { type: 'exit-battle', battleId });
    await world.clock.advance(10_000);
    const told = { totalBattles: 1, totalWins: 0, totalPoints: 5 };
    expect(await world.host('cid', { type: 'end-live' })).toMatchObject(told);
  });

  it('is not what became of a battle without a result, or of an exit in the penalty', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const config = { countdown: 5, needResponse: false };
    const first = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config });
    await world.host('bob', { type: 'exit-battle', battleId: first.battleId });
    const penalty = { duration: 10, penalty: 30, needResponse: false };
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config: penalty });
    await world.score(battleId, 'ann', 5);
    await world.clock.advance(10_000);
    await world.host('bob', { type: 'exit-battle', battleId });
    expect(await world.host('bob', { type: 'end-live' })).toMatchObject({ totalBattles: 1 });
  });

  it('counts a battle of three once for whoever leaves in its penalty', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const config = { duration: 10, penalty: 30, needResponse: false };
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob', 'cid'], config });
    await world.score(battleId, 'ann', 5);
    await world.clock.advance(10_000);
    await world.host('bob', { type: 'exit-battle', battleId });
    expect(world.document('ann').battle?.phase).toBe('penalty');
    expect(await world.host('bob', { type: 'end-live' })).toMatchObject({ totalBattles: 1 });
  });
});
