import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode, type BattleConfig } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

const phased: Partial<BattleConfig> = { countdown: 3, duration: 60, penalty: 30, needResponse: false };

/** Hosts in one link, of whom `ann` battles all others. */
async function begin(config: Partial<BattleConfig> = {}, ...others: string[]) {
  const opponents = others.length > 0 ? others : ['bob'];
  const court = await Court.withLink('ann', ...opponents, 'eve');
  const command = { type: 'request-battle' as const, userIds: opponents, config: { ...phased, ...config } };
  const { battleId } = await court.host('ann', command);
  return { court, battleId, begunAt: court.clock.now() };
}

/** The same, in the penalty that bob has to serve. */
async function inPenalty(...others: string[]) {
  const battle = await begin({}, ...others);
  await battle.court.clock.advance(3000);
  await battle.court.score(battle.battleId, 'ann', 5);
  await battle.court.clock.advance(60_000);
  return battle;
}

const phaseSeenBy = (court: Court, userId: string): string | undefined => court.document(userId).battle?.phase;

describe('a battle with all phases', () => {
  it('goes through them by itself, seen by everybody in the link', async () => {
    const { court, battleId, begunAt } = await begin();
    const [startedAt, endsAt, penaltyEndsAt] = [begunAt + 3000, begunAt + 63_000, begunAt + 93_000];
    const seen: [number, object][] = [
      [0, { phase: 'countdown', startedAt, endsAt, endedAt: null, result: null, penaltyEndsAt: null }],
      [2999, { phase: 'countdown' }],
      [1, { phase: 'running', startedAt, endsAt, result: null }],
      [59_999, { phase: 'running' }],
      [1, { phase: 'penalty', endedAt: endsAt, endedReason: 'time-over', penaltyEndsAt, penaltyEndedReason: null }],
      [29_999, { phase: 'penalty' }],
      [1, { phase: 'over', endedAt: endsAt, penaltyEndsAt, penaltyEndedReason: 'time-over' }],
    ];
    for (const [wait, expected] of seen) {
      await court.clock.advance(wait);
      if (phaseSeenBy(court, 'ann') === 'running') await court.score(battleId, 'ann', 1);
      for (const userId of ['ann', 'bob', 'eve']) expect(court.document(userId).battle).toMatchObject(expected);
    }
    expect(court.document('bob').battle?.result?.standings).toMatchObject([
      { userId: 'ann', outcome: 'win' },
      { userId: 'bob', outcome: 'lose' },
    ]);
    await court.clock.advance(60_000);
    expect(court.clock.pending).toBe(0);
  });

  it('has been through them, each at its time, when the referee was away', async () => {
    const { court, battleId, begunAt } = await begin({ penalty: 0 }, 'bob');
    await court.score(battleId, 'ann', 1).catch(() => undefined);
    court.clock.skip(1_000_000);
    await court.restart().start();
    expect(court.document('ann').battle).toMatchObject({ phase: 'over', endedAt: begunAt + 63_000 });
    const told = (await court.events(battleId)).map(({ type, at }) => [type, at - begunAt]);
    expect(told.slice(-5)).toEqual([
      ['countdown-started', 0],
      ['battle-started', 3000],
      ['battle-ended', 63_000],
      ['rematch-opened', 63_000],
      ['rematch-closed', 123_000],
    ]);
  });

  it('begins after the last answer', async () => {
    const court = await Court.withLink('ann', 'bob');
    const config = { countdown: 5, duration: 60 };
    const { battleId } = await court.host('ann', { type: 'request-battle', userIds: ['bob'], config });
    expect(court.document('ann').battle).toBeNull();
    await court.host('bob', { type: 'accept-battle', battleId });
    expect(phaseSeenBy(court, 'ann')).toBe('countdown');
  });

  it('is one battle: no other may be asked for meanwhile', async () => {
    const { court } = await begin();
    for (const wait of [0, 3000, 30_000]) {
      await court.clock.advance(wait);
      expect(await codeOf(court.battle(10, 'eve', 'bob'))).toBe(LiveErrorCode.alreadyInBattle);
    }
  });

  it('is seen by a host who joins the link in its countdown or penalty', async () => {
    const { court } = await begin();
    await court.live('cid');
    await court.link('ann', 'cid');
    expect(phaseSeenBy(court, 'cid')).toBe('countdown');
    await court.clock.advance(3000);
    expect(phaseSeenBy(court, 'cid')).toBe('running');
  });

  const lengths: [keyof BattleConfig, unknown][] = [
    ['countdown', -1],
    ['countdown', limits.battleCountdownMax + 1],
    ['countdown', 1.5],
    ['penalty', -1],
    ['penalty', limits.battlePenaltyMax + 1],
    ['penalty', '9'],
    ['extraTime', limits.battleExtraTimeMax + 1],
    ['rematchWindow', limits.rematchWindowMax + 1],
    ['rematchWindow', -1],
  ];
  it.each(lengths)('cannot have a %s of %s', async (name, value) => {
    expect(await codeOf(begin({ [name]: value }))).toBe(LiveErrorCode.invalidParameter);
  });
});

describe('points', () => {
  it('do not count before the countdown is over, and from then on at once', async () => {
    const { court, battleId } = await begin();
    expect(await codeOf(court.score(battleId, 'ann', 1))).toBe(LiveErrorCode.battleNotStarted);
    // No alarm has rung yet.
    court.clock.skip(3000);
    await court.score(battleId, 'ann', 2);
    expect(court.document('eve').battle?.phase).toBe('running');
    expect(court.boards('eve').at(-1)?.totals).toEqual({ ann: 2, bob: 0 });
  });

  it('do not count in the penalty, and the result stays', async () => {
    const { court, battleId } = await inPenalty();
    const { battle, board } = court.document('ann');
    expect(await codeOf(court.score(battleId, 'bob', 99))).toBe(LiveErrorCode.battleEnded);
    expect(court.document('ann')).toMatchObject({ battle: battle!, board: board! });
  });
});

describe('in the countdown', () => {
  it('one of two who leaves calls it off: nobody has won', async () => {
    const { court, battleId } = await begin();
    await court.host('bob', { type: 'exit-battle', battleId });
    expect(court.document('ann')).toMatchObject({ battle: null, board: null });
    expect((await court.referee.battle(battleId))?.phase).toBe('void');
    await court.battle(10, 'ann', 'bob');
    expect(phaseSeenBy(court, 'eve')).toBe('running');
  });

  it('one of three who leaves has lost, and the others go on', async () => {
    const { court, battleId } = await begin({}, 'bob', 'cid');
    await court.host('cid', { type: 'exit-host-connection' });
    await court.clock.advance(3000);
    expect(phaseSeenBy(court, 'ann')).toBe('running');
    await court.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(court.document('ann').battle?.result?.standings.at(-1)).toMatchObject({ userId: 'cid', outcome: 'lose' });
  });

  it('a host who vanishes is out of it after the grace', async () => {
    const { court, battleId } = await begin({ countdown: 60 });
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    await court.clock.advance(30_000);
    expect((await court.referee.battle(battleId))?.phase).toBe('void');
    expect(court.document('ann').battle).toBeNull();
  });

  it('the backend may call it off', async () => {
    const { court, battleId } = await begin();
    await court.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(court.document('ann').battle).toBeNull();
  });
});

describe('the penalty', () => {
  it('is not held after a draw, after the backend ended it, or when every loser is gone', async () => {
    const ends: ((court: Court, battleId: string) => Promise<unknown>)[] = [
      (court) => court.clock.advance(60_000),
      async (court, battleId) => {
        await court.score(battleId, 'ann', 1);
        await court.referee.executeForBackend({ type: 'end-battle', battleId });
      },
      (court, battleId) => court.host('bob', { type: 'exit-battle', battleId }),
      (court) => court.host('bob', { type: 'exit-host-connection' }),
    ];
    for (const end of ends) {
      const { court, battleId } = await begin();
      await court.clock.advance(3000);
      await end(court, battleId);
      expect(court.document('ann').battle).toMatchObject({
        phase: 'over',
        penaltyEndsAt: null,
        penaltyEndedReason: null,
      });
    }
  });

  it('is served by whoever came behind two at the top', async () => {
    const { court, battleId } = await begin({}, 'bob', 'cid');
    await court.clock.advance(3000);
    for (const userId of ['ann', 'bob']) await court.score(battleId, userId, 5);
    await court.clock.advance(60_000);
    expect(phaseSeenBy(court, 'ann')).toBe('penalty');
    await court.host('bob', { type: 'end-penalty', battleId });
    expect(phaseSeenBy(court, 'ann')).toBe('over');
  });

  const cuts: [string, (court: Court, battleId: string) => Promise<unknown>][] = [
    ['a loser exits the battle', (court, battleId) => court.host('bob', { type: 'exit-battle', battleId })],
    ['a loser exits the link', (court) => court.host('bob', { type: 'exit-host-connection' })],
    ['a loser ends the live', (court) => court.host('bob', { type: 'end-live' })],
    ['the winner exits', (court, battleId) => court.host('ann', { type: 'exit-battle', battleId })],
    ['the winner waives it', (court, battleId) => court.host('ann', { type: 'end-penalty', battleId })],
    ['the backend says so', (court, battleId) => court.referee.executeForBackend({ type: 'end-battle', battleId })],
  ];
  it.each(cuts)('is cut short when %s, and the result stays', async (_, cut) => {
    const { court, battleId } = await inPenalty();
    const before = court.document('eve').battle?.result;
    await cut(court, battleId);
    expect(court.document('eve').battle).toMatchObject({
      phase: 'over',
      penaltyEndedReason: 'cut-short',
      endedReason: 'time-over',
      result: before!,
    });
  });

  it('is cut short when a loser has vanished for too long', async () => {
    const { court, battleId } = await begin({ penalty: 120 });
    await court.clock.advance(3000);
    await court.score(battleId, 'ann', 5);
    await court.clock.advance(60_000);
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    await court.clock.advance(30_000);
    expect((await court.referee.battle(battleId))?.penaltyEndedReason).toBe('cut-short');
  });

  const refused: [string, string, LiveErrorCode][] = [
    ['the loser', 'bob', LiveErrorCode.noPermission],
    ['somebody who only watches', 'eve', LiveErrorCode.notInBattle],
  ];
  it.each(refused)('cannot be waived by %s', async (_, userId, code) => {
    const { court, battleId } = await inPenalty();
    expect(await codeOf(court.host(userId, { type: 'end-penalty', battleId }))).toBe(code);
    expect(phaseSeenBy(court, 'ann')).toBe('penalty');
  });

  it('cannot be waived before it starts, nor after it', async () => {
    const { court, battleId } = await begin();
    const waive = () => codeOf(court.host('ann', { type: 'end-penalty', battleId }));
    expect(await waive()).toBe(LiveErrorCode.battleNotStarted);
    await court.clock.advance(3000);
    expect(await waive()).toBe(LiveErrorCode.battleNotStarted);
    await court.clock.advance(90_000);
    expect(await waive()).toBe(LiveErrorCode.battleEnded);
  });
});
