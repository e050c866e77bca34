import { describe, expect, it } from 'vitest';
import type { BattleConfig } from '../../src/core/index.js';
import { replay, type ScoreEntry, type ScoreTotal } from '../../src/referee/index.js';
import { TestWorld } from './test-world.js';

async function battle(config: Partial<BattleConfig> = {}, lateScores = 0) {
  const world = new TestWorld({ lateScores });
  for (const userId of ['ann', 'bob']) await world.live(userId);
  await world.link('ann', 'bob');
  const wanted = { duration: 60, needResponse: false, ...config };
  const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config: wanted });
  const post = async (...entries: (ScoreEntry | ScoreTotal)[]) => await world.referee.addScores(battleId, entries);
  return { world, battleId, post };
}

const points = (eventId: string, value: number, userId = 'ann'): ScoreEntry => ({ eventId, userId, points: value });
const total = (eventId: string, value: number, userId = 'ann'): ScoreTotal => ({ eventId, userId, total: value });

describe('the backend corrects a score', () => {
  it('by negative points, and everybody is told', async () => {
    const { world, battleId, post } = await battle();
    await post(points('gift', 100));
    const { results, totals, version } = await post(points('refund', -30), points('other', 5, 'bob'));
    expect(results).toEqual([
      { eventId: 'refund', status: 'counted', points: -30 },
      { eventId: 'other', status: 'counted', points: 5 },
    ]);
    expect({ totals, version }).toEqual({ totals: { ann: 70, bob: 5 }, version: 4 });
    expect(world.boards('bob').at(-1)).toMatchObject({ totals: { ann: 70, bob: 5 }, version: 4 });
    const kinds = (await world.events(battleId)).slice(-2);
    expect(kinds).toMatchObject([
      { type: 'score-corrected', points: -30 },
      { type: 'score-added', points: 5 },
    ]);
  });

  it('never below nothing, and says by how much the total changed', async () => {
    const { post } = await battle();
    await post(points('gift', 20));
    const { results, totals } = await post(points('refund', -50));
    expect(results).toEqual([{ eventId: 'refund', status: 'counted', points: -20 }]);
    expect(totals).toEqual({ ann: 0, bob: 0 });
  });

  it('by a total, up or down', async () => {
    const { world, battleId, post } = await battle();
    await post(points('gift', 20));
    expect((await post(total('up', 500))).results[0]).toEqual({ eventId: 'up', status: 'counted', points: 480 });
    expect((await post(total('down', 0))).results[0]?.points).toBe(-500);
    expect((await post(points('more', 3))).totals).toEqual({ ann: 3, bob: 0 });
    expect((await world.events(battleId)).at(-2)).toMatchObject({ type: 'score-set', userId: 'ann', total: 0 });
  });

  it('as it is, whatever multiplier lasts', async () => {
    const { post } = await battle({ multipliers: [{ from: 0, to: 60, factor: 3 }] });
    const { totals } = await post(points('gift', 10), points('refund', -10), total('set', 7, 'bob'));
    expect(totals).toEqual({ ann: 20, bob: 7 });
  });

  it('once for each event, and tells repetitions from conflicts', async () => {
    const { post } = await battle();
    await post(points('gift', 100), points('refund', -30), total('set', 9, 'bob'));
    const { results, totals } = await post(
      points('refund', -30),
      total('set', 9, 'bob'),
      points('refund', -31),
      total('set', 8, 'bob'),
      points('set', 9, 'bob'),
      total('refund', 70),
      total('gift', 100),
    );
    const [repeated, conflicting] = ['duplicate', 'conflict'];
    expect(results.map(({ status }) => status)).toEqual([repeated, repeated, ...Array<string>(5).fill(conflicting)]);
    expect(totals).toEqual({ ann: 70, bob: 9 });
  });

  it('until the result is decided, and no longer; it decides who wins', async () => {
    const { world, post } = await battle({}, 2_000);
    await post(points('gift', 100), points('other', 50, 'bob'));
    await world.clock.advance(61_000);
    expect((await post(points('refund', -80))).results[0]?.status).toBe('counted');
    expect((await post(total('count', 30))).results[0]?.status).toBe('counted');
    await world.clock.advance(1_000);
    expect(world.document('ann').battle?.result?.standings[0]).toMatchObject({ userId: 'bob', outcome: 'win' });
    const { results } = await post(total('late', 999), points('later', -1));
    expect(results.map(({ status }) => status)).toEqual(['battle-ended', 'battle-ended']);
  });

  it('no longer in the penalty, which the result has decided', async () => {
    const { world, post } = await battle({ penalty: 30 });
    await post(points('gift', 100));
    await world.clock.advance(60_000);
    expect(world.document('ann').battle?.phase).toBe('penalty');
    const { results } = await post(points('refund', -1), total('count', 5));
    expect(results.map(({ status }) => status)).toEqual(['battle-ended', 'battle-ended']);
  });

  it('for hosts of the battle alone', async () => {
    const { post } = await battle();
    const { results } = await post(total('x', 5, 'cid'), points('y', -5, 'constructor'));
    expect(results.map(({ status }) => status)).toEqual(['not-in-battle', 'not-in-battle']);
  });

  it('so that a replay comes to the same', async () => {
    const { world, battleId, post } = await battle();
    await post(points('gift', 100), points('refund', -130), total('set', 44, 'bob'), points('more', 6));
    const replayed = replay(await world.referee.ledger(battleId)).at(-1)?.battle;
    expect(replayed).toEqual(await world.referee.battle(battleId));
    expect(replayed?.scores).toEqual({ ann: 6, bob: 44 });
  });
});
