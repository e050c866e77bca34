import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type BattleConfig } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

/** Plays a battle of linked hosts to its end; `eve` is in the link and does not take part. */
async function over(config: Partial<BattleConfig> = {}, ...others: string[]) {
  const opponents = others.length > 0 ? others : ['bob'];
  const world = await TestWorld.withLink('ann', ...opponents, 'eve');
  const wanted = { duration: 60, needResponse: false, ...config };
  const { battleId } = await world.host('ann', { type: 'request-battle', userIds: opponents, config: wanted });
  await world.clock.advance((config.countdown ?? 0) * 1000);
  await world.score(battleId, 'ann', 5);
  await world.clock.advance(60_000);
  const agree = (userId: string) => world.host(userId, { type: 'request-rematch', battleId });
  const takeBack = (userId: string) => world.host(userId, { type: 'cancel-rematch', battleId });
  return { world, battleId, agree, takeBack, endedAt: world.clock.now() };
}

const rematchOf = (world: TestWorld, userId: string) => world.document(userId).battle?.rematch;

describe('a rematch', () => {
  it('is offered after the result, to be seen by everybody, and lapses', async () => {
    const { world, agree, endedAt } = await over();
    for (const userId of ['ann', 'bob', 'eve']) {
      expect(rematchOf(world, userId)).toEqual({ endsAt: endedAt + 60_000, userIds: [] });
    }
    await agree('bob');
    await world.clock.advance(59_999);
    expect(rematchOf(world, 'eve')).toEqual({ endsAt: endedAt + 60_000, userIds: ['bob'] });
    await world.clock.advance(1);
    expect(world.document('eve').battle).toMatchObject({ phase: 'over', rematch: null });
    expect(world.clock.pending).toBe(0);
    expect(await codeOf(agree('ann'))).toBe(LiveErrorCode.battleEnded);
  });

  it('begins once all have agreed: the same battle, and nobody is asked again', async () => {
    const config = { countdown: 3, extraTime: 7, extensionInfo: 'x', needResponse: false };
    const { world, battleId, agree } = await over(config, 'bob', 'cid');
    const first = world.document('ann').battle;
    await agree('ann');
    await agree('bob');
    await agree('bob');
    expect(rematchOf(world, 'eve')?.userIds).toEqual(['ann', 'bob']);
    await agree('cid');
    for (const userId of ['ann', 'bob', 'cid', 'eve']) {
      const { battle, board } = world.document(userId);
      expect(battle).toMatchObject({ phase: 'countdown', config: first!.config, inviter: { userId: 'ann' } });
      expect(battle!.users.map((user) => user.userId)).toEqual(['ann', 'bob', 'cid']);
      expect(battle!.battleId).not.toBe(battleId);
      expect(board?.totals).toEqual({ ann: 0, bob: 0, cid: 0 });
    }
    const next = world.document('ann').battle!.battleId;
    expect((await world.events(next)).map(({ type }) => type)).toEqual([
      'battle-requested',
      'battle-answered',
      'battle-answered',
      'countdown-started',
    ]);
    expect((await world.events(battleId)).at(-1)?.type).toBe('rematch-closed');
    expect((await world.referee.battle(battleId))?.rematchEndsAt).toBeNull();
  });

  it('begins without asking though the first one needed answers', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const config = { duration: 60, needResponse: true };
    const { battleId } = await world.host('ann', { type: 'request-battle', userIds: ['bob'], config });
    await world.host('bob', { type: 'accept-battle', battleId });
    await world.clock.advance(60_000);
    for (const userId of ['bob', 'ann']) await world.host(userId, { type: 'request-rematch', battleId });
    expect(world.document('ann').battle).toMatchObject({ phase: 'running', config: { needResponse: true } });
  });

  it('is offered though the clock was set back since the hosts linked', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    world.clock.skip(-1000);
    const battleId = await world.battle(10, 'ann', 'bob');
    await world.clock.advance(10_000);
    expect(rematchOf(world, 'ann')).not.toBeNull();
    for (const userId of ['ann', 'bob']) await world.host(userId, { type: 'request-rematch', battleId });
    expect(world.document('ann').battle).toMatchObject({ phase: 'running' });
    expect(world.document('ann').battle?.battleId).not.toBe(battleId);
  });

  it('waits for somebody who took the agreement back', async () => {
    const { world, agree, takeBack } = await over();
    await agree('ann');
    await takeBack('ann');
    expect(rematchOf(world, 'bob')?.userIds).toEqual([]);
    expect(await codeOf(takeBack('ann'))).toBe(LiveErrorCode.requestNotFound);
    await agree('bob');
    expect(world.document('ann').battle?.phase).toBe('over');
    await agree('ann');
    expect(world.document('ann').battle?.phase).toBe('running');
  });

  it('can be agreed on in the penalty, and cuts it short', async () => {
    const { world, battleId, agree, endedAt } = await over({ penalty: 30 });
    expect(world.document('ann').battle?.phase).toBe('penalty');
    expect(rematchOf(world, 'ann')?.endsAt).toBe(endedAt + 90_000);
    await world.clock.advance(1000);
    await agree('ann');
    await agree('bob');
    expect(await world.referee.battle(battleId)).toMatchObject({
      phase: 'over',
      penaltyEndedReason: 'cut-short',
      rematchEndsAt: null,
    });
    expect(world.document('eve').battle).toMatchObject({ phase: 'running', startedAt: endedAt + 1000 });
  });

  it('has its whole time after a penalty that ended early or in time', async () => {
    const { world, battleId, endedAt } = await over({ penalty: 30 });
    await world.clock.advance(10_000);
    await world.host('ann', { type: 'end-penalty', battleId });
    expect(rematchOf(world, 'ann')?.endsAt).toBe(endedAt + 70_000);
    const served = await over({ penalty: 30 });
    await served.world.clock.advance(30_000);
    expect(rematchOf(served.world, 'ann')?.endsAt).toBe(served.endedAt + 90_000);
  });

  it('is between those who are still there: the others have nothing to say', async () => {
    const { world, agree } = await over({}, 'bob', 'cid');
    await agree('ann');
    await agree('cid');
    await world.host('cid', { type: 'exit-host-connection' });
    expect(rematchOf(world, 'ann')?.userIds).toEqual(['ann']);
    expect(rematchOf(world, 'cid')).toBeNull();
    expect(await codeOf(agree('cid'))).toBe(LiveErrorCode.notInBattle);
    await agree('bob');
    expect(world.document('eve').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob']);
  });

  it('begins when the only one who had not agreed leaves, by whatever way', async () => {
    const ways: ((world: TestWorld) => Promise<unknown>)[] = [
      (world) => world.host('ann', { type: 'exit-host-connection' }),
      (world) => world.host('ann', { type: 'end-live' }),
      async (world) => {
        await world.referee.notePresence(liveOf('ann'), 'ann', false);
        await world.clock.advance(30_000);
      },
    ];
    for (const leave of ways) {
      const { world, agree } = await over({}, 'bob', 'cid');
      await agree('bob');
      await agree('cid');
      await leave(world);
      const { battle } = world.document('eve');
      expect(battle).toMatchObject({ phase: 'running', inviter: { userId: 'bob' } });
      expect(battle!.users.map(({ userId }) => userId)).toEqual(['bob', 'cid']);
    }
  });

  it('begins when the loser who had not agreed gives up the penalty', async () => {
    const { world, battleId, agree } = await over({ penalty: 30 }, 'bob', 'cid');
    await agree('ann');
    await agree('bob');
    await world.host('cid', { type: 'exit-battle', battleId });
    expect(world.document('cid').battle?.users.map(({ userId }) => userId)).toEqual(['ann', 'bob']);
  });

  it('of two links at the same moment are two battles', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid', 'dan', 'eva', 'fay');
    const invitation = { type: 'request-host-connection' as const, targetLiveIds: [liveOf('dan')], timeout: 600 };
    await world.host('ann', invitation);
    const both = [
      ['ann', 'bob', 'cid'],
      ['dan', 'eva', 'fay'],
    ] as const;
    for (const [first, ...others] of both) {
      for (const userId of others) await world.link(first, userId);
      const battleId = await world.battle(10, first, ...others);
      await world.clock.advance(10_000);
      for (const userId of others) await world.host(userId, { type: 'request-rematch', battleId });
    }
    for (const [first] of both) await world.referee.notePresence(liveOf(first), first, false);
    world.clock.skip(30_000);
    // A command about an invitation loads the lives of both hosts.
    await world.host('ann', { type: 'cancel-host-connection', toLiveId: liveOf('dan') });
    const battles = ['bob', 'eva'].map((userId) => world.document(userId).battle);
    expect(battles.map((battle) => battle?.users.map(({ userId }) => userId))).toEqual([
      ['bob', 'cid'],
      ['eva', 'fay'],
    ]);
    const battleIds = battles.map((battle) => battle!.battleId);
    expect(new Set(battleIds).size).toBe(2);
    for (const battleId of battleIds) await world.referee.executeForBackend({ type: 'end-battle', battleId });
    expect(['bob', 'eva'].map((userId) => world.document(userId).battle?.phase)).toEqual(['over', 'over']);
  });

  it('is off when fewer than two sides are left', async () => {
    const alone = await over();
    await alone.world.host('bob', { type: 'exit-host-connection' });
    expect(rematchOf(alone.world, 'eve')).toBeNull();
    const teams = [['ann', 'bob'], ['cid']];
    const { world, agree } = await over({ teams }, 'bob', 'cid');
    await agree('ann');
    await world.host('cid', { type: 'exit-host-connection' });
    expect(rematchOf(world, 'ann')).toBeNull();
    expect(await codeOf(agree('bob'))).toBe(LiveErrorCode.battleEnded);
  });

  it('of teams goes on with who is left of them', async () => {
    const teams = [['ann', 'bob'], ['cid']];
    const { world, agree } = await over({ teams }, 'bob', 'cid');
    await world.host('ann', { type: 'exit-host-connection' });
    await agree('bob');
    await agree('cid');
    expect(world.document('eve').battle).toMatchObject({ phase: 'running', config: { teams } });
    await world.clock.advance(60_000);
    expect(world.document('eve').battle?.result?.teams.map(({ team }) => team)).toEqual([0, 1]);
  });

  it('is not offered when none was wanted, after the backend ended it, or when one side is left', async () => {
    const none = await over({ rematchWindow: 0 });
    expect(rematchOf(none.world, 'ann')).toBeNull();
    expect(none.world.clock.pending).toBeLessThanOrEqual(1);
    expect(await codeOf(none.agree('ann'))).toBe(LiveErrorCode.battleEnded);
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const first = await world.battle(60, 'ann', 'bob');
    await world.referee.executeForBackend({ type: 'end-battle', battleId: first });
    expect(rematchOf(world, 'ann')).toBeNull();
    const second = await world.battle(60, 'ann', 'bob');
    await world.host('bob', { type: 'exit-battle', battleId: second });
    expect(rematchOf(world, 'ann')).toBeNull();
  });

  it('leaves a ledger without a window that nobody could use, or that opens or closes twice', async () => {
    const windows = async (world: TestWorld, battleId: string): Promise<readonly string[]> =>
      (await world.events(battleId)).flatMap(({ type }) => (/^rematch-(opened|closed)$/.test(type) ? [type] : []));
    const none = await over({ rematchWindow: 0 });
    expect(await windows(none.world, none.battleId)).toEqual([]);
    const alone = await TestWorld.withLink('ann', 'bob', 'eve');
    const left = await alone.battle(60, 'ann', 'bob');
    await alone.host('bob', { type: 'exit-battle', battleId: left });
    expect(await windows(alone, left)).toEqual([]);
    const { world, battleId } = await over({ penalty: 30 });
    await world.clock.advance(100_000);
    await world.battle(10, 'ann', 'bob');
    expect(await windows(world, battleId)).toEqual(['rematch-opened', 'rematch-closed']);
  });

  it('that waited for a missing host until it lapsed is off when that host is back', async () => {
    const { world, battleId, agree } = await over({ rematchWindow: 10 });
    await agree('ann');
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(5_000);
    await agree('bob');
    await world.clock.advance(5_000);
    expect(await world.referee.battle(battleId)).toMatchObject({ rematchEndsAt: null, rematchUserIds: [] });
    await world.referee.notePresence(liveOf('ann'), 'ann', true);
    expect(world.document('eve').battle).toMatchObject({ phase: 'over', rematch: null });
  });

  it('is off when another battle is asked for, whatever becomes of that', async () => {
    const { world, agree } = await over();
    await agree('ann');
    const next = await world.challenge('eve', 'bob');
    expect(rematchOf(world, 'ann')).toBeNull();
    expect(await codeOf(agree('bob'))).toBe(LiveErrorCode.requestConflict);
    await world.host('bob', { type: 'reject-battle', battleId: next });
    expect(await codeOf(agree('bob'))).toBe(LiveErrorCode.requestConflict);
  });

  it('does not wait for somebody who left and came back: their page does not show it any more', async () => {
    const { world, agree } = await over({}, 'bob', 'cid');
    await world.host('cid', { type: 'exit-host-connection' });
    await world.link('ann', 'cid');
    expect(rematchOf(world, 'cid')).toBeUndefined();
    expect(await codeOf(agree('cid'))).toBe(LiveErrorCode.notInBattle);
    await agree('ann');
    await agree('bob');
    const { battle } = world.document('cid');
    expect(battle?.phase).toBe('running');
    expect(battle!.users.map(({ userId }) => userId)).toEqual(['ann', 'bob']);
  });

  it('is refused before the result, to strangers, and of a battle that never was', async () => {
    const { world, battleId, agree } = await over();
    expect(await codeOf(agree('eve'))).toBe(LiveErrorCode.notInBattle);
    for (const unknown of ['nothing', 'constructor']) {
      const attempt = world.host('ann', { type: 'request-rematch', battleId: unknown });
      expect(await codeOf(attempt)).toBe(LiveErrorCode.battleNotFound);
    }
    const asStranger = { type: 'request-rematch' as const, liveId: liveOf('ann'), battleId };
    expect(await codeOf(world.execute('bob', asStranger))).toBe(LiveErrorCode.noPermission);
    const config = { countdown: 5, duration: 60 };
    const next = (await world.host('ann', { type: 'request-battle', userIds: ['bob'], config })).battleId;
    const early = () => codeOf(world.host('bob', { type: 'request-rematch', battleId: next }));
    expect(await early()).toBe(LiveErrorCode.battleNotStarted);
    await world.host('bob', { type: 'accept-battle', battleId: next });
    expect(await early()).toBe(LiveErrorCode.battleNotStarted);
    await world.clock.advance(5000);
    expect(await early()).toBe(LiveErrorCode.battleNotStarted);
  });

  it.each([0, 30])('can be declined, for all and for good; all are told by whom (penalty %i s)', async (penalty) => {
    const { world, battleId, agree } = await over({ penalty }, 'bob', 'cid');
    await agree('ann');
    await agree('bob');
    const decline = (userId: string) => world.host(userId, { type: 'decline-rematch', battleId });
    expect(await codeOf(decline('eve'))).toBe(LiveErrorCode.notInBattle);
    await decline('cid');
    for (const userId of ['ann', 'bob', 'cid', 'eve']) {
      expect(world.document(userId).battle).toMatchObject({ battleId, rematch: null, rematchDeclinedBy: 'cid' });
    }
    expect((await world.referee.battle(battleId))?.rematchUserIds).toEqual([]);
    for (const attempt of [agree('cid'), agree('ann'), decline('ann')]) {
      expect(await codeOf(attempt)).toBe(LiveErrorCode.battleEnded);
    }
    await world.clock.advance(penalty * 1000 + 60_000);
    expect(rematchOf(world, 'ann')).toBeNull();
    expect(world.clock.pending).toBe(0);
    await world.battle(10, 'bob', 'cid');
    expect(world.document('ann').battle).toMatchObject({ phase: 'running', rematchDeclinedBy: null });
  });

  it('can be declined by whoever had agreed, or while nobody has', async () => {
    const { world, battleId, agree } = await over();
    await agree('ann');
    await world.host('ann', { type: 'decline-rematch', battleId });
    expect(world.document('bob').battle).toMatchObject({ rematch: null, rematchDeclinedBy: 'ann' });
    const other = await over();
    await other.world.host('bob', { type: 'decline-rematch', battleId: other.battleId });
    expect(other.world.document('ann').battle).toMatchObject({ rematch: null, rematchDeclinedBy: 'bob' });
  });

  it('that was declined is nothing that a live is told which has left the link', async () => {
    const { world, battleId } = await over();
    await world.host('eve', { type: 'exit-host-connection' });
    await world.host('bob', { type: 'decline-rematch', battleId });
    const view = await world.referee.view(liveOf('eve'));
    expect(view?.document.battle).toMatchObject({ battleId, rematch: null, rematchDeclinedBy: null });
  });

  it('lapses for everybody, also when somebody who has left is the first to look', async () => {
    const { world } = await over({}, 'bob', 'cid');
    await world.host('cid', { type: 'exit-host-connection' });
    world.clock.skip(60_000);
    await world.host('cid', { type: 'update-live', notice: 'back' });
    for (const userId of ['ann', 'bob', 'eve']) expect(rematchOf(world, userId)).toBeNull();
  });

  it('lapses in time though the referee was away', async () => {
    const { world, battleId, endedAt } = await over();
    world.clock.skip(500_000);
    await world.restart().start();
    expect(rematchOf(world, 'eve')).toBeNull();
    expect((await world.events(battleId)).at(-1)).toMatchObject({ type: 'rematch-closed', at: endedAt + 60_000 });
  });

  it('lapses for everybody, also when a live that has left the link is the first to be looked at', async () => {
    const { world } = await over();
    await world.host('eve', { type: 'exit-host-connection' });
    world.clock.skip(70_000);
    await world.host('eve', { type: 'update-live', notice: 'hello' });
    for (const userId of ['ann', 'bob']) expect(rematchOf(world, userId)).toBeNull();
  });
});
