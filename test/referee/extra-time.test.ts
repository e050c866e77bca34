import { describe, expect, it } from 'vitest';
import type { BattleConfig } from '../../src/core/index.js';
import { TestWorld } from './test-world.js';

async function battle({ lateScores = 0, ...config }: Partial<BattleConfig> & { lateScores?: number } = {}) {
  const world = new TestWorld({ lateScores });
  for (const userId of ['ann', 'bob', 'cid']) await world.live(userId);
  for (const userId of ['bob', 'cid']) await world.link('ann', userId);
  const request = { type: 'request-battle' as const, userIds: ['bob', 'cid'] };
  const wanted = { duration: 60, needResponse: false, extraTime: 20, ...config };
  const { battleId } = await world.host('ann', { ...request, config: wanted });
  return { world, battleId, startedAt: world.clock.now() };
}

describe('extra time', () => {
  it('follows once when the first place is shared, and everybody sees the new end', async () => {
    const { world, battleId, startedAt } = await battle();
    await world.score(battleId, 'ann', 5);
    await world.score(battleId, 'bob', 5);
    await world.clock.advance(60_000);
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(world.document(userId).battle).toMatchObject({
        phase: 'running',
        extraTimeStartedAt: startedAt + 60_000,
        endsAt: startedAt + 80_000,
        result: null,
      });
    }
    await world.score(battleId, 'cid', 1);
    await world.clock.advance(19_999);
    expect(world.document('ann').battle?.phase).toBe('running');
    await world.clock.advance(1);
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', endedAt: startedAt + 80_000 });
    expect(world.document('ann').battle?.result?.standings.map(({ outcome }) => outcome)).toEqual([
      'draw',
      'draw',
      'lose',
    ]);
  });

  it('does not follow when somebody is ahead, whoever shares the places behind', async () => {
    const { world, battleId } = await battle();
    await world.score(battleId, 'ann', 5);
    await world.clock.advance(60_000);
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', extraTimeStartedAt: null });
  });

  it('does not follow when it was not asked for, or the backend ends the battle', async () => {
    const without = await battle({ extraTime: 0 });
    await without.world.clock.advance(60_000);
    expect(without.world.document('ann').battle?.phase).toBe('over');
    const { world, battleId } = await battle();
    await world.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', extraTimeStartedAt: null });
  });

  it('is not for those who left with as many points', async () => {
    const { world, battleId } = await battle();
    for (const userId of ['ann', 'bob']) await world.score(battleId, userId, 5);
    await world.host('ann', { type: 'exit-battle', battleId });
    await world.clock.advance(60_000);
    expect(world.document('bob').battle).toMatchObject({ phase: 'over', extraTimeStartedAt: null });
  });

  it('goes by the totals of teams', async () => {
    const even = await battle({ teams: [['ann', 'bob'], ['cid']] });
    await even.world.score(even.battleId, 'bob', 5);
    await even.world.score(even.battleId, 'cid', 5);
    await even.world.clock.advance(60_000);
    expect(even.world.document('ann').battle?.phase).toBe('running');
    const apart = await battle({ teams: [['ann', 'bob'], ['cid']] });
    for (const userId of ['ann', 'bob', 'cid']) await apart.world.score(apart.battleId, userId, 5);
    await apart.world.clock.advance(60_000);
    expect(apart.world.document('ann').battle?.phase).toBe('over');
  });

  it('ends when fewer than two are left', async () => {
    const { world, battleId } = await battle();
    await world.clock.advance(60_000);
    for (const userId of ['ann', 'bob']) await world.host(userId, { type: 'exit-battle', battleId });
    expect(world.document('cid').battle).toMatchObject({ phase: 'over', endedReason: 'all-member-exit' });
  });

  it('begins at the decision where late gifts are waited for: between end and beginning nothing runs', async () => {
    const { world, battleId, startedAt } = await battle({ lateScores: 2000 });
    const sent = async (eventId: string, sentAfter?: number): Promise<string | undefined> => {
      const sentAt = sentAfter === undefined ? {} : { sentAt: startedAt + sentAfter };
      return await world.post(battleId, { eventId, userId: 'ann', ...sentAt });
    };
    await world.clock.advance(61_000);
    expect(await sent('without an instant')).toBe('battle-ended');
    expect(await sent('in the gap', 60_500)).toBe('battle-ended');
    await world.clock.advance(1000);
    expect(world.document('ann').battle).toMatchObject({
      extraTimeStartedAt: startedAt + 62_000,
      endsAt: startedAt + 82_000,
    });
    expect(await sent('in extra time')).toBe('counted');
    await world.clock.advance(20_500);
    expect(await sent('late, of the gap', 61_000)).toBe('battle-ended');
    expect(await sent('late, of the duration', 59_999)).toBe('counted');
    expect(await sent('late, of extra time', 81_999)).toBe('counted');
    expect(await sent('late, of after it', 82_000)).toBe('battle-ended');
    await world.clock.advance(2000);
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', endedAt: startedAt + 84_000 });
    expect(world.document('ann').board?.totals).toEqual({ ann: 3, bob: 0, cid: 0 });
  });
});
