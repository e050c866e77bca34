import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type BattleStanding } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf, userOf } from './test-world.js';

/** User id, rank, outcome and score of each, as in `ann 1 win 10, bob 2 lose 3`. */
function summary(standings: readonly BattleStanding[] | undefined): string {
  return (standings ?? [])
    .map(({ userId, rank, outcome, score }) => `${userId} ${rank} ${outcome} ${score}`)
    .join(', ');
}

describe('the end of a battle', () => {
  it('comes by itself when time is over', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.battle(60, 'ann', 'bob');
    await world.score(battleId, 'ann', 10);
    await world.clock.advance(59_999);
    expect(world.document('ann').battle?.phase).toBe('running');
    await world.clock.advance(1);
    for (const userId of ['ann', 'bob', 'cid']) {
      const { battle, board, link } = world.document(userId);
      expect(battle).toMatchObject({ phase: 'over', endedReason: 'time-over', endedAt: world.clock.now() });
      expect(summary(battle?.result?.standings)).toBe('ann 1 win 10, bob 2 lose 0');
      expect(board).toMatchObject({ battleId, totals: { ann: 10, bob: 0 } });
      expect(link?.members).toHaveLength(3);
    }
  });

  it('comes at its time though the referee looks later', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.battle(60, 'ann', 'bob');
    const endsAt = world.clock.now() + 60_000;
    world.clock.skip(90_000);
    await world.clock.advance(0);
    expect(world.document('ann').battle).toMatchObject({ phase: 'over', endedAt: endsAt });
  });

  it('comes when the backend says so', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    await world.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(world.document('bob').battle).toMatchObject({ phase: 'over', endedReason: 'ended-by-server' });
    const again = world.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(await codeOf(again)).toBe(LiveErrorCode.battleEnded);
    const unknown = world.referee.executeForBackend({ type: 'end-battle', battleId: 'constructor' });
    expect(await codeOf(unknown)).toBe(LiveErrorCode.battleNotFound);
  });

  it('leaves no alarm behind', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    await world.referee.executeForBackend({ type: 'end-battle', battleId });
    await world.clock.advance(60_000);
    expect(world.clock.pending).toBe(0);
  });

  it('lets a new battle begin, which replaces the old one on every screen', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const first = await world.battle(10, 'ann', 'bob');
    await world.score(first, 'ann', 5);
    await world.clock.advance(10_000);
    const second = await world.battle(10, 'bob', 'ann');
    expect(world.document('ann')).toMatchObject({
      battle: { battleId: second, phase: 'running' },
      board: { battleId: second, totals: { ann: 0, bob: 0 } },
    });
  });

  it('stays on the screen when the link is left, until the next link', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(10, 'ann', 'bob');
    await world.clock.advance(10_000);
    await world.host('ann', { type: 'exit-host-connection' });
    expect(world.document('ann').battle).toMatchObject({ battleId, phase: 'over' });
    await world.link('ann', 'bob');
    expect(world.document('ann').battle).toBeNull();
  });
});

describe('who wins', () => {
  const cases: [string, Record<string, number>, string[], string][] = [
    ['the one with more points', { ann: 2, bob: 5, cid: 3 }, [], 'bob 1 win 5, cid 2 lose 3, ann 3 lose 2'],
    ['nobody when all are even', { ann: 4, bob: 4, cid: 4 }, [], 'ann 1 draw 4, bob 1 draw 4, cid 1 draw 4'],
    ['nobody without any points', {}, [], 'ann 1 draw 0, bob 1 draw 0, cid 1 draw 0'],
    ['both of two at the top', { ann: 1, bob: 7, cid: 7 }, [], 'bob 1 draw 7, cid 1 draw 7, ann 3 lose 1'],
    [
      'one, and the others share the second rank',
      { ann: 9, bob: 2, cid: 2 },
      [],
      'ann 1 win 9, bob 2 lose 2, cid 2 lose 2',
    ],
    ['not whoever left', { ann: 9, bob: 2, cid: 1 }, ['ann'], 'bob 1 win 2, cid 2 lose 1, ann 3 lose 9'],
    ['whoever stayed alone', { ann: 9, bob: 9 }, ['ann', 'bob'], 'cid 1 win 0, ann 2 lose 9, bob 2 lose 9'],
  ];
  it.each(cases)('is %s', async (_, points, leavers, expected) => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.battle(60, 'ann', 'bob', 'cid');
    for (const [userId, score] of Object.entries(points)) await world.score(battleId, userId, score);
    for (const userId of leavers) await world.host(userId, { type: 'exit-battle', battleId });
    await world.clock.advance(60_000);
    expect(summary(world.document('ann').battle?.result?.standings)).toBe(expected);
  });
});

describe('leaving a battle', () => {
  it('of two ends it at once, and keeps the link', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    await world.score(battleId, 'ann', 10);
    await world.host('ann', { type: 'exit-battle', battleId });
    const { battle, link } = world.document('bob');
    expect(battle).toMatchObject({
      phase: 'over',
      endedReason: 'all-member-exit',
      users: [
        { userId: 'ann', exited: true },
        { userId: 'bob', exited: false },
      ],
    });
    expect(summary(battle?.result?.standings)).toBe('bob 1 win 0, ann 2 lose 10');
    expect(link?.members).toHaveLength(2);
  });

  it('of three goes on with two', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.battle(60, 'ann', 'bob', 'cid');
    await world.host('cid', { type: 'exit-battle', battleId });
    expect(world.document('ann').battle).toMatchObject({ phase: 'running' });
    expect(world.document('cid').battle?.users.map(({ exited }) => exited)).toEqual([false, false, true]);
    expect(await codeOf(world.host('cid', { type: 'exit-battle', battleId }))).toBe(LiveErrorCode.notInBattle);
  });

  it.each([
    ['by leaving the link', (world: TestWorld) => world.host('cid', { type: 'exit-host-connection' })],
    ['by ending the live', (world: TestWorld) => world.host('cid', { type: 'end-live' })],
  ])('happens %s too', async (_, leave) => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.battle(60, 'ann', 'bob', 'cid');
    await leave(world);
    expect(world.document('ann').battle?.users.map(({ exited }) => exited)).toEqual([false, false, true]);
    expect(world.document('cid').battle).toBeNull();
    expect(world.linked('ann')).toEqual(['ann', 'bob']);
  });

  it('of two by ending the live tells the other of the end before the link is gone', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.battle(60, 'ann', 'bob');
    await world.host('ann', { type: 'end-live' });
    expect(world.document('bob')).toMatchObject({
      link: null,
      battle: { phase: 'over', endedReason: 'all-member-exit' },
    });
  });

  it('does not concern a host who only watches', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await world.challenge('ann', 'bob', 'cid');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.host('cid', { type: 'reject-battle', battleId });
    await world.host('dan', { type: 'exit-host-connection' });
    await world.host('cid', { type: 'exit-host-connection' });
    expect(world.document('ann').battle).toMatchObject({
      phase: 'running',
      users: [{ exited: false }, { exited: false }],
    });
    expect((await world.events(battleId)).map(({ type }) => type)).not.toContain('battle-exited');
  });

  it.each([
    ['before it has begun', LiveErrorCode.battleNotRunning],
    ['by somebody who is not in it', LiveErrorCode.notInBattle],
    ['when it is over', LiveErrorCode.battleEnded],
    ['that never was', LiveErrorCode.battleNotFound],
  ] as const)('is refused %s', async (when, code) => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    let battleId = 'constructor';
    if (when === 'before it has begun') battleId = await world.challenge('ann', 'bob');
    if (when === 'by somebody who is not in it') battleId = await world.battle(60, 'ann', 'bob');
    if (when === 'when it is over') battleId = await world.battle(60, 'cid', 'bob');
    if (when === 'when it is over') await world.clock.advance(60_000);
    expect(await codeOf(world.host('cid', { type: 'exit-battle', battleId }))).toBe(code);
  });
});

describe('joining the link while a battle runs', () => {
  it('shows the battle to the newcomer, who is not in it', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    const battleId = await world.battle(60, 'ann', 'bob');
    await world.score(battleId, 'ann', 7);
    await world.link('bob', 'cid');
    expect(world.document('cid')).toMatchObject({
      battle: { battleId, phase: 'running', users: [{ userId: 'ann' }, { userId: 'bob' }] },
      board: { totals: { ann: 7, bob: 0 } },
    });
    await world.score(battleId, 'bob', 9);
    expect(world.boards('cid').at(-1)?.totals).toEqual({ ann: 7, bob: 9 });
    await world.host('cid', { type: 'exit-host-connection' });
    expect(world.document('cid').battle).toBeNull();
    await world.score(battleId, 'bob', 1);
    expect(world.boards('cid')).toHaveLength(1);
  });
});

describe('the ledger of a battle', () => {
  it('tells the whole story in order', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.challenge('ann', 'bob');
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.score(battleId, 'bob', 3, 'rocket');
    await world.clock.advance(300_000);
    const ledger = await world.referee.ledger(battleId);
    expect(ledger.map(({ event }) => event.type)).toEqual([
      'battle-requested',
      'battle-answered',
      'battle-started',
      'score-added',
      'battle-ended',
      'rematch-opened',
    ]);
    expect(ledger[3]?.event).toMatchObject({ userId: 'bob', eventId: 'rocket', points: 3 });
    const sequences = ledger.map(({ sequence }) => sequence);
    expect(sequences).toEqual([...sequences].sort((a, b) => a - b));
  });
});

it('keeps the owner as they were named when the live began', async () => {
  const world = await TestWorld.withLink('ann', 'bob');
  await world.referee.executeForUser(
    { ...userOf('ann'), userName: 'Somebody else' },
    { type: 'request-battle', liveId: liveOf('ann'), userIds: ['bob'], config: { needResponse: false } },
  );
  expect(world.document('bob').battle?.inviter.userName).toBe('ANN');
});
