import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type BattleStanding } from '../../src/core/index.js';
import { Court, codeOf, liveOf, userOf } from './court.js';

/** "ann 1 win 10, bob 2 lose 3" */
function summary(standings: readonly BattleStanding[] | undefined): string {
  return (standings ?? [])
    .map(({ userId, rank, outcome, score }) => `${userId} ${rank} ${outcome} ${score}`)
    .join(', ');
}

describe('the end of a battle', () => {
  it('comes by itself when time is over', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.battle(60, 'ann', 'bob');
    await court.score(battleId, 'ann', 10);
    await court.clock.advance(59_999);
    expect(court.document('ann').battle?.phase).toBe('running');
    await court.clock.advance(1);
    for (const userId of ['ann', 'bob', 'cid']) {
      const { battle, board, link } = court.document(userId);
      expect(battle).toMatchObject({ phase: 'over', endedReason: 'time-over', endedAt: court.clock.now() });
      expect(summary(battle?.result?.standings)).toBe('ann 1 win 10, bob 2 lose 0');
      expect(board).toMatchObject({ battleId, totals: { ann: 10, bob: 0 } });
      expect(link?.members).toHaveLength(3);
    }
  });

  it('comes at its time though the referee looks later', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.battle(60, 'ann', 'bob');
    const endsAt = court.clock.now() + 60_000;
    court.clock.skip(90_000);
    await court.clock.advance(0);
    expect(court.document('ann').battle).toMatchObject({ phase: 'over', endedAt: endsAt });
  });

  it('comes when the backend says so', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(60, 'ann', 'bob');
    await court.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(court.document('bob').battle).toMatchObject({ phase: 'over', endedReason: 'ended-by-server' });
    const again = court.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(await codeOf(again)).toBe(LiveErrorCode.battleEnded);
    const unknown = court.referee.executeForBackend({ type: 'end-battle', battleId: 'constructor' });
    expect(await codeOf(unknown)).toBe(LiveErrorCode.battleNotFound);
  });

  it('leaves no alarm behind', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(60, 'ann', 'bob');
    await court.referee.executeForBackend({ type: 'end-battle', battleId });
    await court.clock.advance(60_000);
    expect(court.clock.pending).toBe(0);
  });

  it('lets a new battle begin, which replaces the old one on every screen', async () => {
    const court = await Court.withLink('ann', 'bob');
    const first = await court.battle(10, 'ann', 'bob');
    await court.score(first, 'ann', 5);
    await court.clock.advance(10_000);
    const second = await court.battle(10, 'bob', 'ann');
    expect(court.document('ann')).toMatchObject({
      battle: { battleId: second, phase: 'running' },
      board: { battleId: second, totals: { ann: 0, bob: 0 } },
    });
  });

  it('stays on the screen when the link is left, until the next link', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(10, 'ann', 'bob');
    await court.clock.advance(10_000);
    await court.host('ann', { type: 'exit-host-connection' });
    expect(court.document('ann').battle).toMatchObject({ battleId, phase: 'over' });
    await court.link('ann', 'bob');
    expect(court.document('ann').battle).toBeNull();
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
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.battle(60, 'ann', 'bob', 'cid');
    for (const [userId, score] of Object.entries(points)) await court.score(battleId, userId, score);
    for (const userId of leavers) await court.host(userId, { type: 'exit-battle', battleId });
    await court.clock.advance(60_000);
    expect(summary(court.document('ann').battle?.result?.standings)).toBe(expected);
  });
});

describe('leaving a battle', () => {
  it('of two ends it at once, and keeps the link', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(60, 'ann', 'bob');
    await court.score(battleId, 'ann', 10);
    await court.host('ann', { type: 'exit-battle', battleId });
    const { battle, link } = court.document('bob');
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
    const court = await Court.withLink('ann', 'bob', 'cid');
    const battleId = await court.battle(60, 'ann', 'bob', 'cid');
    await court.host('cid', { type: 'exit-battle', battleId });
    expect(court.document('ann').battle).toMatchObject({ phase: 'running' });
    expect(court.document('cid').battle?.users.map(({ exited }) => exited)).toEqual([false, false, true]);
    expect(await codeOf(court.host('cid', { type: 'exit-battle', battleId }))).toBe(LiveErrorCode.notInBattle);
  });

  it.each([
    ['by leaving the link', (court: Court) => court.host('cid', { type: 'exit-host-connection' })],
    ['by ending the live', (court: Court) => court.host('cid', { type: 'end-live' })],
  ])('happens %s too', async (_, leave) => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    await court.battle(60, 'ann', 'bob', 'cid');
    await leave(court);
    expect(court.document('ann').battle?.users.map(({ exited }) => exited)).toEqual([false, false, true]);
    expect(court.document('cid').battle).toBeNull();
    expect(court.linked('ann')).toEqual(['ann', 'bob']);
  });

  it('of two by ending the live tells the other of the end before the link is gone', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.battle(60, 'ann', 'bob');
    await court.host('ann', { type: 'end-live' });
    expect(court.document('bob')).toMatchObject({
      link: null,
      battle: { phase: 'over', endedReason: 'all-member-exit' },
    });
  });

  it('does not concern a host who only watches', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid', 'dan');
    const battleId = await court.challenge('ann', 'bob', 'cid');
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.host('cid', { type: 'reject-battle', battleId });
    await court.host('dan', { type: 'exit-host-connection' });
    await court.host('cid', { type: 'exit-host-connection' });
    expect(court.document('ann').battle).toMatchObject({
      phase: 'running',
      users: [{ exited: false }, { exited: false }],
    });
    expect((await court.events(battleId)).map(({ type }) => type)).not.toContain('battle-exited');
  });

  it.each([
    ['before it has begun', LiveErrorCode.battleNotStarted],
    ['by somebody who is not in it', LiveErrorCode.notInBattle],
    ['when it is over', LiveErrorCode.battleEnded],
    ['that never was', LiveErrorCode.battleNotFound],
  ] as const)('is refused %s', async (when, code) => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    let battleId = 'constructor';
    if (when === 'before it has begun') battleId = await court.challenge('ann', 'bob');
    if (when === 'by somebody who is not in it') battleId = await court.battle(60, 'ann', 'bob');
    if (when === 'when it is over') battleId = await court.battle(60, 'cid', 'bob');
    if (when === 'when it is over') await court.clock.advance(60_000);
    expect(await codeOf(court.host('cid', { type: 'exit-battle', battleId }))).toBe(code);
  });
});

describe('joining the link while a battle runs', () => {
  it('shows the battle to the newcomer, who is not in it', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    const battleId = await court.battle(60, 'ann', 'bob');
    await court.score(battleId, 'ann', 7);
    await court.link('bob', 'cid');
    expect(court.document('cid')).toMatchObject({
      battle: { battleId, phase: 'running', users: [{ userId: 'ann' }, { userId: 'bob' }] },
      board: { totals: { ann: 7, bob: 0 } },
    });
    await court.score(battleId, 'bob', 9);
    expect(court.boards('cid').at(-1)?.totals).toEqual({ ann: 7, bob: 9 });
    await court.host('cid', { type: 'exit-host-connection' });
    expect(court.document('cid').battle).toBeNull();
    await court.score(battleId, 'bob', 1);
    expect(court.boards('cid')).toHaveLength(1);
  });
});

describe('the ledger of a battle', () => {
  it('tells the whole story in order', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.challenge('ann', 'bob');
    await court.host('bob', { type: 'accept-battle', battleId });
    await court.score(battleId, 'bob', 3, 'rocket');
    await court.clock.advance(300_000);
    const ledger = await court.referee.ledger(battleId);
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
  const court = await Court.withLink('ann', 'bob');
  await court.referee.executeForUser(
    { ...userOf('ann'), userName: 'Somebody else' },
    { type: 'request-battle', liveId: liveOf('ann'), userIds: ['bob'], config: { needResponse: false } },
  );
  expect(court.document('bob').battle?.inviter.userName).toBe('ANN');
});
