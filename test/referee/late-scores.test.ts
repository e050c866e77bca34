import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import type { ScoreEntry } from '../../src/referee/index.js';
import { TestWorld, codeOf } from './test-world.js';

/** Starts a battle of one minute. Returns also when it began, epoch milliseconds. */
async function battle(lateScores: number, penalty = 0) {
  const world = new TestWorld({ lateScores });
  for (const userId of ['ann', 'bob']) await world.live(userId);
  await world.link('ann', 'bob');
  const config = { duration: 60, needResponse: false, penalty };
  const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config });
  return { world, battleId, startedAt: world.clock.now() };
}

const gift = (userId: string, sentAt?: number): ScoreEntry => ({
  eventId: `${userId} ${sentAt}`,
  userId,
  points: 5,
  ...(sentAt !== undefined && { sentAt }),
});

describe('points that come after the end', () => {
  const cases: [string, number, number | undefined, number, boolean][] = [
    ['sent in the last millisecond', 2000, 59_999, 60_000, true],
    ['sent at the beginning', 2000, 0, 61_999, true],
    ['sent at the end', 2000, 60_000, 60_001, false],
    ['sent before the beginning', 2000, -1, 60_001, false],
    ['of which nobody knows when they were sent', 2000, undefined, 60_001, false],
    ['when the grace is over', 2000, 59_999, 62_000, false],
    ['without a grace', 0, 59_999, 60_000, false],
  ];
  it.each(cases)('%s (grace %i, sent %s, there %i): count: %s', async (_, grace, sentAfter, thereAfter, counts) => {
    const { world, battleId, startedAt } = await battle(grace);
    // The alarm of that millisecond has not rung yet.
    world.clock.skip(thereAfter);
    const entry = gift('bob', sentAfter === undefined ? undefined : startedAt + sentAfter);
    const { results } = await world.referee.addScores(battleId, [entry]);
    expect(results[0]?.status).toBe(counts ? 'counted' : 'battle-ended');
    await world.clock.advance(2000);
    expect(world.document('ann').battle?.phase).toBe('over');
    expect(world.document('ann').board?.totals).toEqual({ ann: 0, bob: counts ? 5 : 0 });
  });

  it('decide, and nobody was told another result before', async () => {
    const { world, battleId, startedAt } = await battle(2000, 30);
    await world.referee.addScores(battleId, [{ ...gift('ann'), points: 1 }]);
    await world.clock.advance(61_000);
    expect(world.document('bob').battle).toMatchObject({ phase: 'running', result: null });
    await world.referee.addScores(battleId, [gift('bob', startedAt + 59_000)]);
    await world.clock.advance(1000);
    expect(world.document('bob').battle).toMatchObject({
      phase: 'penalty',
      endsAt: startedAt + 60_000,
      endedAt: startedAt + 62_000,
      penaltyEndsAt: startedAt + 92_000,
      result: { standings: [{ userId: 'bob', score: 5, outcome: 'win' }, { userId: 'ann' }] },
    });
  });

  it('count each for itself', async () => {
    const { world, battleId, startedAt } = await battle(2000);
    await world.clock.advance(60_500);
    const entries = [gift('ann', startedAt + 1), gift('bob')];
    const { results, totals } = await world.referee.addScores(battleId, entries);
    expect(results.map(({ status }) => status)).toEqual(['counted', 'battle-ended']);
    expect(totals).toEqual({ ann: 5, bob: 0 });
  });

  it('leave the time of sending in the ledger', async () => {
    const { world, battleId, startedAt } = await battle(2000);
    await world.referee.addScores(battleId, [gift('ann', startedAt + 1)]);
    expect((await world.events(battleId)).at(-1)).toMatchObject({ type: 'score-added', sentAt: startedAt + 1 });
  });

  it.each([-1, 0.5, '5'])('cannot have been sent at %s', async (sentAt) => {
    const { world, battleId } = await battle(2000);
    const entry = { ...gift('ann'), sentAt } as ScoreEntry;
    expect(await codeOf(world.referee.addScores(battleId, [entry]))).toBe(LiveErrorCode.invalidParameter);
  });
});
