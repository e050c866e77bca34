import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

describe('a host who vanishes', () => {
  it('is shown as lost after five seconds, in every linked live', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    const lostAt = court.clock.now();
    await court.clock.advance(4_999);
    expect(court.document('bob').hostLostAt).toBeNull();
    expect(court.document('ann').link?.members.map((member) => member.lostAt)).toEqual([null, null]);
    await court.clock.advance(1);
    expect(court.document('bob').hostLostAt).toBe(lostAt);
    expect(court.document('ann').link?.members.map((member) => member.lostAt)).toEqual([null, lostAt]);
  });

  it('is back as if nothing had happened when they return in time', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.battle(300, 'ann', 'bob');
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    await court.clock.advance(29_999);
    await court.referee.notePresence(liveOf('bob'), 'bob', true);
    await court.clock.advance(120_000);
    expect(court.document('ann')).toMatchObject({
      link: { members: [{ lostAt: null }, { lostAt: null }] },
      battle: { phase: 'running' },
    });
  });

  it('leaves link and battle after 30 seconds, and their live ends after 120', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    await court.battle(300, 'ann', 'bob', 'cid');
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    await court.clock.advance(30_000);
    expect(court.linked('ann')).toEqual(['ann', 'cid']);
    expect(court.document('ann').battle?.users.map(({ exited }) => exited)).toEqual([false, true, false]);
    expect(court.document('bob')).toMatchObject({ link: null, battle: null, live: { endedAt: null } });
    await court.clock.advance(89_999);
    expect(court.document('bob').live.endedAt).toBeNull();
    await court.clock.advance(1);
    expect(court.document('bob').live).toMatchObject({ endedAt: court.clock.now(), endedReason: 'ended-by-server' });
  });

  it('ends a battle of two', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(300, 'ann', 'bob');
    await court.score(battleId, 'bob', 100);
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    await court.clock.advance(30_000);
    expect(court.document('ann')).toMatchObject({
      link: null,
      battle: { endedReason: 'all-member-exit', result: { standings: [{ userId: 'ann' }, { userId: 'bob' }] } },
    });
  });

  it('takes back what they had asked, and is told so by nobody', async () => {
    const court = await Court.withLives('ann', 'bob');
    await court.host('ann', { type: 'request-host-connection', targetLiveIds: [liveOf('bob')], timeout: 300 });
    await court.referee.notePresence(liveOf('ann'), 'ann', false);
    await court.clock.advance(120_000);
    expect(court.invitation('ann', 'bob')).toBe('cancelled');
  });

  it('is waited for as long as configured', async () => {
    const court = new Court({ seat: 1_000, live: 2_000 });
    await court.live('ann');
    await court.live('bob');
    await court.link('ann', 'bob');
    await court.referee.notePresence(liveOf('ann'), 'ann', false);
    await court.clock.advance(1_000);
    expect(court.document('bob').link).toBeNull();
    await court.clock.advance(1_000);
    expect(court.document('ann').live.endedReason).toBe('ended-by-server');
  });

  it('may be told of any number of times', async () => {
    const court = await Court.withLives('ann');
    const { revision } = court.document('ann');
    await court.referee.notePresence(liveOf('ann'), 'ann', true);
    await court.referee.notePresence('constructor', 'ann', false);
    expect(court.document('ann').revision).toBe(revision);
    await court.referee.notePresence(liveOf('ann'), 'ann', false);
    await court.clock.advance(100_000);
    await court.referee.notePresence(liveOf('ann'), 'ann', false);
    await court.clock.advance(20_000);
    expect(court.document('ann').live.endedReason).toBe('ended-by-server');
    await court.referee.notePresence(liveOf('ann'), 'ann', true);
    expect(court.document('ann').live.endedReason).toBe('ended-by-server');
  });

  it('takes up their live by creating it again', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(300, 'ann', 'bob');
    await court.referee.notePresence(liveOf('ann'), 'ann', false);
    await court.live('ann');
    await court.referee.notePresence(liveOf('ann'), 'ann', true);
    await court.clock.advance(60_000);
    expect(court.document('ann')).toMatchObject({ hostLostAt: null, battle: { battleId, phase: 'running' } });
    expect(await codeOf(court.invite('ann', 'bob'))).toBe(LiveErrorCode.connectionRequestPending);
  });
});

it('an absence that ends a live late, while somebody else acts, takes its invitations along', async () => {
  const court = await Court.withLink('ann', 'bob');
  await court.live('dan');
  await court.host('bob', { type: 'request-host-connection', targetLiveIds: [liveOf('dan')], timeout: 600 });
  await court.referee.notePresence(liveOf('bob'), 'bob', false);
  court.clock.skip(130_000);
  // Ann's records reach bob's live, which is settled with them.
  await court.referee.notePresence(liveOf('ann'), 'ann', false);
  expect(court.document('bob').live.endedAt).not.toBeNull();
  expect(court.invitation('bob', 'dan')).toBe('cancelled');
});
