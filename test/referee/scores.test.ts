import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode } from '../../src/core/index.js';
import { decide, defaultGrace, type ScoreEntry } from '../../src/referee/index.js';
import { TestWorld, codeOf } from './test-world.js';

async function battle(...extra: string[]): Promise<{ world: TestWorld; battleId: string }> {
  const world = await TestWorld.withLink('ann', 'bob', ...extra);
  return { world, battleId: await world.battle(60, 'ann', 'bob') };
}

describe('adding points', () => {
  it('answers with the totals, and tells every live that shows the battle', async () => {
    const { world, battleId } = await battle('cid');
    const reply = await world.referee.addScores(battleId, [
      { eventId: 'rose', userId: 'ann', points: 1 },
      { eventId: 'rocket', userId: 'bob', points: 500 },
      { eventId: 'heart', userId: 'ann', points: 2 },
    ]);
    expect(reply).toEqual({
      results: [
        { eventId: 'rose', status: 'counted', points: 1 },
        { eventId: 'rocket', status: 'counted', points: 500 },
        { eventId: 'heart', status: 'counted', points: 2 },
      ],
      version: 4,
      totals: { ann: 3, bob: 500 },
    });
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(world.boards(userId)).toEqual([{ battleId, version: 4, totals: { ann: 3, bob: 500 }, contributors: {} }]);
    }
  });

  it('leaves what was sent in the ledger, and nothing besides', async () => {
    const { world, battleId } = await battle();
    await world.score(battleId, 'ann', 5, 'rose');
    const at = world.clock.now();
    const event = { type: 'score-added', battleId, userId: 'ann', eventId: 'rose', points: 5, at };
    expect((await world.events(battleId)).at(-1)).toStrictEqual(event);
  });

  it('costs no document: the board is a packet of its own', async () => {
    const { world, battleId } = await battle();
    const { revision } = world.document('ann');
    await world.score(battleId, 'ann', 5);
    expect(world.document('ann').revision).toBe(revision);
  });

  it('counts an event once, in one call and over several', async () => {
    const { world, battleId } = await battle();
    const rose: ScoreEntry = { eventId: 'rose', userId: 'ann', points: 5 };
    const first = await world.referee.addScores(battleId, [rose, rose]);
    expect(first.results).toEqual([
      { eventId: 'rose', status: 'counted', points: 5 },
      { eventId: 'rose', status: 'duplicate' },
    ]);
    const second = await world.referee.addScores(battleId, [rose]);
    expect(second).toEqual({
      results: [{ eventId: 'rose', status: 'duplicate' }],
      version: first.version,
      totals: { ann: 5, bob: 0 },
    });
    expect(world.boards('ann')).toHaveLength(1);
  });

  it('counts the same event id again in another battle', async () => {
    const { world, battleId } = await battle();
    await world.score(battleId, 'ann', 5, 'rose');
    await world.clock.advance(60_000);
    const next = await world.battle(60, 'ann', 'bob');
    await world.score(next, 'ann', 5, 'rose');
    expect(world.boards('ann').at(-1)?.totals).toEqual({ ann: 5, bob: 0 });
  });

  it('takes a hundred events at once, the largest points and the longest id', async () => {
    const { world, battleId } = await battle();
    const entries = Array.from({ length: limits.scoreEventsPerCall }, (_, i) => ({
      eventId: `${i}`.padEnd(limits.scoreEventIdLength, 'x'),
      userId: 'ann',
      points: limits.pointsPerEvent,
    }));
    const { totals } = await world.referee.addScores(battleId, entries);
    expect(totals).toEqual({ ann: 100 * limits.pointsPerEvent, bob: 0 });
  });
});

describe('one call', () => {
  const entry = (eventId: string, userId = 'ann', points = 1): ScoreEntry => ({ eventId, userId, points });

  it('counts what it can, though a host has just exited: a paid gift is not lost with others', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await world.battle(60, 'ann', 'bob', 'cid');
    await world.host('cid', { type: 'exit-battle', battleId });
    const entries = [entry('a'), entry('b', 'cid'), entry('c', 'dan'), entry('d', 'constructor'), entry('e', 'bob', 7)];
    const { results, totals } = await world.referee.addScores(battleId, entries);
    expect(results).toEqual([
      { eventId: 'a', status: 'counted', points: 1 },
      { eventId: 'b', status: 'not-in-battle' },
      { eventId: 'c', status: 'not-in-battle' },
      { eventId: 'd', status: 'not-in-battle' },
      { eventId: 'e', status: 'counted', points: 7 },
    ]);
    expect(totals).toEqual({ ann: 1, bob: 7, cid: 0 });
  });

  it('tells a conflict from a repetition: the same event with other points, or for another host', async () => {
    const { world, battleId } = await battle();
    await world.referee.addScores(battleId, [entry('rose', 'ann', 5)]);
    for (const phase of ['running', 'over']) {
      expect(world.document('ann').battle?.phase).toBe(phase);
      const entries = [entry('rose', 'ann', 6), entry('rose', 'bob', 5), entry('rose', 'ann', 5)];
      const { results, totals } = await world.referee.addScores(battleId, entries);
      expect(results.map(({ status }) => status)).toEqual(['conflict', 'conflict', 'duplicate']);
      expect(totals).toEqual({ ann: 5, bob: 0 });
      await world.clock.advance(60_000);
    }
  });

  it('tells a conflict within itself', async () => {
    const { world, battleId } = await battle();
    const { results } = await world.referee.addScores(battleId, [entry('rose', 'ann', 5), entry('rose', 'bob', 5)]);
    expect(results.map(({ status }) => status)).toEqual(['counted', 'conflict']);
  });

  it('repeats an event of which only the id was kept', async () => {
    const { world, battleId } = await battle();
    const slice = await world.store.read({ battleId });
    const kept = { ...slice, countedEvents: new Map([['rose', null]]) };
    const command = { type: 'add-scores', battleId, entries: [entry('rose')] } as const;
    const settings = { grace: defaultGrace, battleDurationMax: 3600 };
    const decision = decide(kept, { by: 'backend', commandId: 'c', command }, world.clock.now(), settings);
    expect(decision.outcome).toMatchObject({ reply: { results: [{ eventId: 'rose', status: 'duplicate' }] } });
  });

  it('after the end says of each what it was', async () => {
    const { world, battleId } = await battle();
    await world.referee.addScores(battleId, [entry('in time')]);
    await world.clock.advance(60_000);
    const { results } = await world.referee.addScores(battleId, [entry('late'), entry('in time')]);
    expect(results.map(({ status }) => status)).toEqual(['battle-ended', 'duplicate']);
  });
});

describe('refused points', () => {
  const good: ScoreEntry = { eventId: 'good', userId: 'ann', points: 1 };
  const bad: [string, Partial<Record<keyof ScoreEntry | 'total', unknown>>, LiveErrorCode][] = [
    ['that are too few', { points: -limits.pointsPerEvent - 1 }, LiveErrorCode.invalidParameter],
    ['beside a total', { total: 5 }, LiveErrorCode.invalidParameter],
    [
      'with a total that names a giver',
      { points: undefined, total: 5, contributor: { userId: 'gus' } },
      LiveErrorCode.invalidParameter,
    ],
    ['with a negative total', { points: undefined, total: -1 }, LiveErrorCode.invalidParameter],
    ['with half a total', { points: undefined, total: 0.5 }, LiveErrorCode.invalidParameter],
    ['that are zero', { points: 0 }, LiveErrorCode.invalidParameter],
    ['that are a fraction', { points: 1.5 }, LiveErrorCode.invalidParameter],
    ['that are too many', { points: limits.pointsPerEvent + 1 }, LiveErrorCode.invalidParameter],
    ['that are no number', { points: '5' }, LiveErrorCode.invalidParameter],
    ['that are not a number', { points: Number.NaN }, LiveErrorCode.invalidParameter],
    ['without an event id', { eventId: '' }, LiveErrorCode.invalidParameter],
    ['with an event id that is too long', { eventId: 'x'.repeat(129) }, LiveErrorCode.invalidParameter],
    ['of a giver who is none', { contributor: null }, LiveErrorCode.invalidParameter],
    ['of a giver without an id', { contributor: { userName: 'Gus' } }, LiveErrorCode.invalidParameter],
    ['of a giver with a bad id', { contributor: { userId: 'a/b' } }, LiveErrorCode.invalidParameter],
    ['of a giver whose name is no text', { contributor: { userId: 'g', userName: 5 } }, LiveErrorCode.invalidParameter],
    ['of a giver whose URL is no text', { contributor: { userId: 'g', avatarUrl: 5 } }, LiveErrorCode.invalidParameter],
    ['for somebody without an id', { userId: undefined }, LiveErrorCode.invalidParameter],
  ];
  it.each(bad)('%s change nothing, the good ones of the call included', async (_, wrong, code) => {
    const { world, battleId } = await battle('cid');
    const entries = [good, { eventId: 'bad', userId: 'bob', points: 1, ...wrong } as ScoreEntry];
    expect(await codeOf(world.referee.addScores(battleId, entries))).toBe(code);
    expect(world.boards('ann')).toEqual([]);
    expect((await world.referee.battle(battleId))?.scores).toEqual({ ann: 0, bob: 0 });
    expect((await world.referee.addScores(battleId, [good])).results).toMatchObject([
      { eventId: 'good', status: 'counted' },
    ]);
  });

  it.each([0, 101])('in a call of %i events', async (length) => {
    const { world, battleId } = await battle();
    const entries = Array.from({ length }, (_, i) => ({ ...good, eventId: `${i}` }));
    expect(await codeOf(world.referee.addScores(battleId, entries))).toBe(LiveErrorCode.invalidParameter);
  });

  it('beyond what a number can hold exactly', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    // Set directly: nine million full calls would be needed to get there.
    await world.store.transact({ battleId }, (slice) => {
      const record = slice.battles[battleId]!;
      const scores = { ann: Number.MAX_SAFE_INTEGER - 5, bob: 0 };
      return { slice: { ...slice, battles: { [battleId]: { ...record, scores } } }, events: [], value: null };
    });
    expect(await world.post(battleId, { userId: 'ann', points: 6 })).toBe('too-large');
    await world.score(battleId, 'ann', 5);
    expect((await world.referee.battle(battleId))?.scores.ann).toBe(Number.MAX_SAFE_INTEGER);
  });

  it('for a battle that never was', async () => {
    const { world } = await battle();
    for (const battleId of ['nothing', 'constructor', '__proto__']) {
      expect(await codeOf(world.score(battleId, 'ann', 1))).toBe(LiveErrorCode.battleNotFound);
    }
  });

  it('before the battle has started', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.challenge('ann', 'bob');
    expect(await world.post(battleId, { userId: 'ann' })).toBe('battle-not-started');
  });

  it('after the end, and the result stays as it was', async () => {
    const { world, battleId } = await battle();
    await world.score(battleId, 'ann', 5);
    await world.clock.advance(60_000);
    const { battle: before } = world.document('ann');
    expect(await world.post(battleId, { userId: 'bob', points: 50 })).toBe('battle-ended');
    expect(world.document('ann').battle).toEqual(before);
    expect((await world.referee.battle(battleId))?.scores).toEqual({ ann: 5, bob: 0 });
  });

  it('that come after the end but before the alarm: and everybody still learns of the end', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.battle(300, 'ann', 'bob');
    // By then the invitations are forgotten, so only the battle is left to publish.
    await world.clock.advance(200_000);
    world.clock.skip(100_000);
    expect(await world.post(battleId, { userId: 'bob', points: 50 })).toBe('battle-ended');
    await world.clock.advance(0);
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(world.document(userId).battle).toMatchObject({ phase: 'over', endedReason: 'time-over' });
      expect(world.document(userId).board?.totals).toEqual({ ann: 0, bob: 0 });
    }
  });

  it('for a host who has left the battle', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.battle(60, 'ann', 'bob', 'cid');
    await world.host('cid', { type: 'exit-battle', battleId });
    expect(await world.post(battleId, { userId: 'cid' })).toBe('not-in-battle');
  });
});

it('an event id that is half a character is refused: stores could not tell it from another', async () => {
  const { world, battleId } = await battle();
  const entry = { eventId: 'rose\ud83c', userId: 'ann', points: 1 };
  expect(await codeOf(world.referee.addScores(battleId, [entry]))).toBe(LiveErrorCode.invalidParameter);
  await world.score(battleId, 'ann', 1, 'rose\u{1F339}');
});

describe('a host who is lost, when no timer has rung', () => {
  it('has left the battle before points are counted; times never run back', async () => {
    const { world, battleId } = await battle();
    await world.score(battleId, 'bob', 50);
    const lostAt = world.clock.now();
    await world.referee.notePresence('bob_live', 'bob', false);
    world.clock.skip(30_500);
    expect(await world.post(battleId, { userId: 'ann', points: 5 })).toBe('battle-ended');
    expect(world.document('ann').battle).toMatchObject({ endedAt: lostAt + 30_000, endedReason: 'all-member-exit' });
    expect((await world.referee.battle(battleId))?.scores).toEqual({ ann: 0, bob: 50 });
    const times = (await world.events(battleId)).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });

  it('is shown as missing, and points still count, until the grace is over', async () => {
    const { world, battleId } = await battle('cid');
    await world.referee.notePresence('bob_live', 'bob', false);
    world.clock.skip(5_000);
    await world.score(battleId, 'ann', 5);
    expect(world.document('ann').link?.members.find(({ userId }) => userId === 'bob')?.lostAt).not.toBeNull();
    expect((await world.referee.battle(battleId))?.scores).toEqual({ ann: 5, bob: 0 });
  });

  it('keeps nobody from scoring when two of three go on', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.battle(60, 'ann', 'bob', 'cid');
    await world.referee.notePresence('bob_live', 'bob', false);
    world.clock.skip(31_000);
    await world.score(battleId, 'ann', 5);
    expect((await world.referee.battle(battleId))?.members.map(({ exited }) => exited)).toEqual([false, true, false]);
    const times = (await world.events(battleId)).map(({ at }) => at);
    expect(times).toEqual([...times].sort((a, b) => a - b));
  });
});
