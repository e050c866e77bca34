import { describe, expect, it } from 'vitest';
import type { ScoreHighlight } from '../../src/core/index.js';
import { TestWorld, liveOf } from './test-world.js';

const by = (userId: string) => ({ userId, userName: userId.toUpperCase(), avatarUrl: '' });

/** The highlights of the last message of scores to a live. */
function lastHighlights(world: TestWorld, host: string): readonly ScoreHighlight[] {
  const last = world.published.findLast((message) => message.topic === 'scores' && message.liveId === liveOf(host));
  return last?.topic === 'scores' ? last.highlights : [];
}

describe('highlights', () => {
  it('are the five largest gifts that name a giver, the largest first, as they counted', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const config = { duration: 60, needResponse: false, multipliers: [{ from: 0, to: 60, factor: 2 }] };
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config });
    const gifts = [5, 900, 3, 4, 1200, 4, 6].map((points, index) => ({
      eventId: `gift-${index}`,
      userId: index % 2 === 0 ? 'ann' : 'bob',
      points,
      contributor: by(`vic${index}`),
    }));
    await world.referee.addScores(battleId, [...gifts, { eventId: 'nameless', userId: 'ann', points: 5000 }]);
    const expected = [
      ['ann', 'vic4', 2400],
      ['bob', 'vic1', 1800],
      ['ann', 'vic6', 12],
      ['ann', 'vic0', 10],
      ['bob', 'vic3', 8],
    ];
    for (const host of ['ann', 'bob']) {
      const told = lastHighlights(world, host).map((one) => [one.hostUserId, one.contributor.userId, one.points]);
      expect(told).toEqual(expected);
    }
    const [version] = world.boards('ann').map((board) => board.version);
    expect(lastHighlights(world, 'ann').map((highlight) => highlight.version)).toEqual(Array(5).fill(version));
  });

  it('are none where no gift names a giver', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    await world.score(battleId, 'ann', 5);
    expect(world.boards('ann')).toHaveLength(1);
    expect(lastHighlights(world, 'ann')).toEqual([]);
  });

  it('leave out what did not count, and corrections', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    const gift = { eventId: 'gift', userId: 'ann', points: 7, contributor: by('vic') };
    await world.referee.addScores(battleId, [gift]);
    expect(lastHighlights(world, 'bob')).toHaveLength(1);
    await world.referee.addScores(battleId, [gift, { eventId: 'fix', userId: 'ann', points: -1 }]);
    expect(lastHighlights(world, 'bob')).toEqual([]);
  });
});
