import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

describe('a host who vanishes', () => {
  it('is shown as lost after five seconds, in every linked live', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    const lostAt = world.clock.now();
    await world.clock.advance(4_999);
    expect(world.document('bob').hostLostAt).toBeNull();
    expect(world.document('ann').link?.members.map((member) => member.lostAt)).toEqual([null, null]);
    await world.clock.advance(1);
    expect(world.document('bob').hostLostAt).toBe(lostAt);
    expect(world.document('ann').link?.members.map((member) => member.lostAt)).toEqual([null, lostAt]);
  });

  it('is back as if nothing had happened when they return in time', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.battle(300, 'ann', 'bob');
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    await world.clock.advance(29_999);
    await world.referee.notePresence(liveOf('bob'), 'bob', true);
    await world.clock.advance(120_000);
    expect(world.document('ann')).toMatchObject({
      link: { members: [{ lostAt: null }, { lostAt: null }] },
      battle: { phase: 'running' },
    });
  });

  it('leaves link and battle after 30 seconds, and their live ends after 120', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.battle(300, 'ann', 'bob', 'cid');
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    await world.clock.advance(30_000);
    expect(world.linked('ann')).toEqual(['ann', 'cid']);
    expect(world.document('ann').battle?.users.map(({ exited }) => exited)).toEqual([false, true, false]);
    expect(world.document('bob')).toMatchObject({ link: null, battle: null, live: { endedAt: null } });
    await world.clock.advance(89_999);
    expect(world.document('bob').live.endedAt).toBeNull();
    await world.clock.advance(1);
    expect(world.document('bob').live).toMatchObject({ endedAt: world.clock.now(), endedReason: 'ended-by-server' });
  });

  it('ends a battle of two', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(300, 'ann', 'bob');
    await world.score(battleId, 'bob', 100);
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    await world.clock.advance(30_000);
    expect(world.document('ann')).toMatchObject({
      link: null,
      battle: { endedReason: 'all-member-exit', result: { standings: [{ userId: 'ann' }, { userId: 'bob' }] } },
    });
  });

  it('takes back what they had asked, and is told so by nobody', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.host('ann', { type: 'request-host-connection', targetLiveIds: [liveOf('bob')], timeout: 300 });
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(120_000);
    expect(world.invitation('ann', 'bob')).toBe('cancelled');
  });

  it('is waited for as long as configured', async () => {
    const world = new TestWorld({ seat: 1_000, live: 2_000 });
    await world.live('ann');
    await world.live('bob');
    await world.link('ann', 'bob');
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(1_000);
    expect(world.document('bob').link).toBeNull();
    await world.clock.advance(1_000);
    expect(world.document('ann').live.endedReason).toBe('ended-by-server');
  });

  it('may be told of any number of times', async () => {
    const world = await TestWorld.withLives('ann');
    const { revision } = world.document('ann');
    await world.referee.notePresence(liveOf('ann'), 'ann', true);
    await world.referee.notePresence('constructor', 'ann', false);
    expect(world.document('ann').revision).toBe(revision);
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(100_000);
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(20_000);
    expect(world.document('ann').live.endedReason).toBe('ended-by-server');
    await world.referee.notePresence(liveOf('ann'), 'ann', true);
    expect(world.document('ann').live.endedReason).toBe('ended-by-server');
  });

  it('takes up their live by creating it again', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(300, 'ann', 'bob');
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.live('ann');
    await world.referee.notePresence(liveOf('ann'), 'ann', true);
    await world.clock.advance(60_000);
    expect(world.document('ann')).toMatchObject({ hostLostAt: null, battle: { battleId, phase: 'running' } });
    expect(await codeOf(world.invite('ann', 'bob'))).toBe(LiveErrorCode.connectionRequestPending);
  });
});

describe('a host who is missing when a link is made', () => {
  it('has their time anew, and stays shown as missing', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(60_000);
    await world.link('ann', 'bob');
    const linkedAt = world.clock.now();
    expect(world.document('bob').link?.members.map(({ lostAt }) => lostAt)).toEqual([linkedAt, null]);
    expect(world.document('ann').hostLostAt).toBe(linkedAt);
    await world.clock.advance(29_999);
    expect(world.linked('bob')).toEqual(['ann', 'bob']);
    await world.clock.advance(1);
    expect(world.document('bob').link).toBeNull();
    expect(world.document('ann').live.endedAt).toBeNull();
    await world.clock.advance(90_000);
    expect(world.document('ann').live.endedAt).toBe(linkedAt + 120_000);
  });

  it('has it anew before they are shown as missing, too', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(3_000);
    await world.link('ann', 'bob');
    const linkedAt = world.clock.now();
    await world.clock.advance(4_999);
    expect(world.document('ann').hostLostAt).toBeNull();
    await world.clock.advance(1);
    expect(world.document('ann').hostLostAt).toBe(linkedAt);
  });

  it('has it anew when somebody joins, whichever of the hosts they are', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await world.invite('ann', 'cid');
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(29_000);
    await world.host('cid', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    await world.clock.advance(29_999);
    expect(world.linked('cid')).toEqual(['ann', 'bob', 'cid']);
    await world.clock.advance(1);
    expect(world.linked('cid')).toEqual(['bob', 'cid']);
  });

  it('leaves no battle that ends before it began', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    const battle = { duration: 300 };
    const ask = { type: 'request-host-connection', targetLiveIds: [liveOf('bob')], timeout: 300, battle } as const;
    await world.host('ann', ask);
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    await world.clock.advance(60_000);
    await world.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    await world.clock.advance(30_000);
    const shown = world.document('bob').battle;
    expect(shown?.endedAt ?? Infinity).toBeGreaterThanOrEqual(shown?.startedAt ?? 0);
  });
});

it('an absence that ends a live late, while somebody else acts, takes its invitations along', async () => {
  const world = await TestWorld.withLink('ann', 'bob');
  await world.live('dan');
  await world.host('bob', { type: 'request-host-connection', targetLiveIds: [liveOf('dan')], timeout: 600 });
  await world.referee.notePresence(liveOf('bob'), 'bob', false);
  world.clock.skip(130_000);
  // This command loads bob's live along with ann's, so it is brought up to date as well.
  await world.referee.notePresence(liveOf('ann'), 'ann', false);
  expect(world.document('bob').live.endedAt).not.toBeNull();
  expect(world.invitation('bob', 'dan')).toBe('cancelled');
});
