import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode, multiplierAt, type BattleConfig, type MultiplierWindow } from '../../src/core/index.js';
import type { ScoreEntry } from '../../src/referee/index.js';
import { TestWorld, codeOf } from './test-world.js';

const doubled: MultiplierWindow = { from: 10, to: 20, factor: 2 };
const tenfold: MultiplierWindow = { from: 50, to: 60, factor: 10 };

async function battle(config: Partial<BattleConfig> = {}, lateScores = 0) {
  const world = new TestWorld({ lateScores });
  for (const userId of ['ann', 'bob']) await world.live(userId);
  await world.link('ann', 'bob');
  const wanted = { duration: 60, needResponse: false, multipliers: [tenfold, doubled], ...config };
  const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config: wanted });
  const add = async (change: Partial<ScoreEntry> = {}) =>
    await world.referee.addScores(battleId, [
      { eventId: `${world.clock.now()} ${change.sentAt}`, userId: 'ann', points: 3, ...change },
    ]);
  return { world, battleId, startedAt: world.clock.now(), add };
}

describe('multiplier windows', () => {
  it('are announced in their order', async () => {
    const { world } = await battle();
    expect(world.document('bob').battle?.config.multipliers).toEqual([doubled, tenfold]);
  });

  const instants: [number, number][] = [
    [0, 1],
    [9999, 1],
    [10_000, 2],
    [19_999, 2],
    [20_000, 1],
    [59_999, 10],
  ];
  it.each(instants)('after %i ms points count %i times', async (elapsed, factor) => {
    const { world, battleId, add } = await battle();
    await world.clock.advance(elapsed);
    expect(multiplierAt(world.document('ann').battle!, world.clock.now())).toBe(factor);
    const { results, totals } = await add();
    expect(results).toMatchObject([{ status: 'counted', points: 3 * factor }]);
    expect(totals).toEqual({ ann: 3 * factor, bob: 0 });
    const event = (await world.events(battleId)).at(-1);
    expect(event).toMatchObject({ type: 'score-added', points: 3 });
    expect(event && 'factor' in event ? event.factor : 1).toBe(factor);
  });

  it('count from the end of the countdown', async () => {
    const { world, add } = await battle({ countdown: 5 });
    await world.clock.advance(15_000);
    expect((await add()).totals.ann).toBe(6);
  });

  it('go by when the gift was sent, if the battle ran then, and else by when it came', async () => {
    const { world, startedAt, add } = await battle({}, 2000);
    await world.clock.advance(21_000);
    expect((await add({ sentAt: startedAt + 19_999 })).results[0]?.points).toBe(6);
    expect((await add({ sentAt: startedAt - 1 })).results[0]?.points).toBe(3);
    // A gift with a time in the future does not count in a later window.
    expect((await add({ sentAt: startedAt + 50_000 })).results[0]?.points).toBe(3);
    await world.clock.advance(40_000);
    expect((await add({ sentAt: startedAt + 59_999 })).results[0]?.points).toBe(30);
  });

  it('are over with the announced duration: there is none in extra time', async () => {
    const { world, startedAt, add } = await battle({ extraTime: 30 });
    await world.clock.advance(61_000);
    expect((await add()).results[0]?.points).toBe(3);
    expect((await add({ sentAt: startedAt + 59_999 })).results[0]?.points).toBe(30);
  });

  it('a repeated event tells no points', async () => {
    const { add } = await battle();
    await add();
    expect((await add()).results).toEqual([{ eventId: expect.any(String) as string, status: 'duplicate' }]);
  });

  it('cannot take a total beyond what a number can hold exactly', async () => {
    const { world, battleId, add } = await battle();
    await world.store.transact({ battleId }, (slice) => {
      const record = slice.battles[battleId]!;
      const scores = { ann: Number.MAX_SAFE_INTEGER - 5, bob: 0 };
      return { slice: { ...slice, battles: { [battleId]: { ...record, scores } } }, events: [], value: null };
    });
    await world.clock.advance(10_000);
    expect((await add()).results[0]?.status).toBe('too-large');
    expect((await add({ points: 2, eventId: 'two' })).results[0]?.points).toBe(4);
  });

  const bad: [string, unknown][] = [
    ['that overlap', [doubled, { from: 19, to: 25, factor: 3 }]],
    ['that end before they begin', [{ from: 20, to: 20, factor: 2 }]],
    ['after the end', [{ from: 50, to: 61, factor: 2 }]],
    ['before the beginning', [{ from: -1, to: 5, factor: 2 }]],
    ['of parts of a second', [{ from: 0.5, to: 5, factor: 2 }]],
    ['that change nothing', [{ from: 0, to: 5, factor: 1 }]],
    ['that do too much', [{ from: 0, to: 5, factor: limits.battleFactorMax + 1 }]],
    ['of half a factor', [{ from: 0, to: 5, factor: 2.5 }]],
    ['that are none', [null]],
    ['that are no list', { from: 0, to: 5, factor: 2 }],
    [
      'that are too many',
      Array.from({ length: limits.battleMultipliers + 1 }, (_, i) => ({ from: i, to: i + 1, factor: 2 })),
    ],
  ];
  it.each(bad)('%s are refused', async (_, multipliers) => {
    expect(await codeOf(battle({ multipliers: multipliers as MultiplierWindow[] }))).toBe(
      LiveErrorCode.invalidParameter,
    );
  });

  it('may follow each other without a gap', async () => {
    const windows = [
      { from: 0, to: 30, factor: 2 },
      { from: 30, to: 60, factor: 3 },
    ];
    const { world, add } = await battle({ multipliers: windows });
    await world.clock.advance(30_000);
    expect((await add()).totals.ann).toBe(9);
  });
});
