import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

describe('a referee that starts over the store of another', () => {
  it('ends battles at their time', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(60, 'ann', 'bob');
    const endsAt = court.clock.now() + 60_000;
    await court.score(battleId, 'ann', 3, 'rose');
    await court.restart().start();
    await court.score(battleId, 'ann', 3, 'rose');
    await court.clock.advance(60_000);
    expect(court.document('bob')).toMatchObject({
      battle: { phase: 'over', endedAt: endsAt },
      board: { totals: { ann: 3, bob: 0 } },
    });
  });

  it('settles what fell due while there was none, and tells everybody', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    await court.live('dan');
    await court.live('eva');
    await court.invite('dan', 'eva');
    await court.battle(60, 'ann', 'bob');
    await court.referee.notePresence(liveOf('cid'), 'cid', false);
    const endsAt = court.clock.now() + 60_000;
    const successor = court.restart();
    await court.clock.advance(200_000);
    expect(court.document('ann').battle?.phase).toBe('running');
    await successor.start();
    await court.clock.advance(0);
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(court.document(userId)).toMatchObject({
        battle: { phase: 'over', endedAt: endsAt, endedReason: 'time-over' },
        link: { members: [{ userId: 'ann' }, { userId: 'bob' }, { userId: 'cid' }] },
      });
    }
    // One second later than due is still within the minute that a settled invitation is shown.
    expect(court.invitation('dan', 'eva')).toBe('timeout');
  });

  it('gives whoever is missing their time anew, and shows them as missing meanwhile', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.execute('cid', { type: 'create-live', liveId: liveOf('cid'), seatMode: 'free' });
    await court.execute('dan', { type: 'take-seat', liveId: liveOf('cid') });
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    await court.referee.notePresence(liveOf('cid'), 'dan', false);
    await court.clock.advance(10_000);
    const successor = court.restart();
    court.clock.skip(500_000);
    const restartedAt = court.clock.now();
    await successor.start();
    expect(court.document('bob').hostLostAt).toBe(restartedAt);
    expect(court.document('cid').seats[1]?.occupant).toMatchObject({ userId: 'dan', lostAt: restartedAt });
    await court.clock.advance(29_999);
    expect(court.linked('ann')).toEqual(['ann', 'bob']);
    expect(court.document('cid').seats[1]?.occupant?.userId).toBe('dan');
    await court.clock.advance(1);
    expect(court.document('ann').link).toBeNull();
    expect(court.document('cid').seats[1]?.occupant).toBeNull();
  });

  it('keeps a host who comes back in that time', async () => {
    const court = await Court.withLink('ann', 'bob');
    const battleId = await court.battle(300, 'ann', 'bob');
    await court.referee.notePresence(liveOf('bob'), 'bob', false);
    const successor = court.restart();
    court.clock.skip(60_000);
    await successor.start();
    await successor.notePresence(liveOf('bob'), 'bob', true);
    await court.clock.advance(60_000);
    expect(court.document('ann')).toMatchObject({
      battle: { battleId, phase: 'running' },
      link: { members: [{}, {}] },
    });
  });

  it('times out challenges and invitations at their time', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    await court.challenge('ann', 'bob');
    await court.invite('cid', 'ann');
    await court.restart().start();
    await court.clock.advance(30_000);
    expect(court.personal('bob').battleRequests[0]?.status).toBe('timeout');
    expect(court.invitation('cid', 'ann')).toBe('timeout');
  });

  it('arms nothing twice', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.battle(60, 'ann', 'bob');
    const { pending } = court.clock;
    await court.restart().start();
    expect(court.clock.pending).toBe(pending);
    court.referee.stop();
    expect(court.clock.pending).toBe(0);
  });
});

describe('a store that fails', () => {
  it('is asked again a second later when an alarm could not be served', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.battle(60, 'ann', 'bob');
    const transact = court.store.transact.bind(court.store);
    court.store.transact = () => Promise.reject(new Error('disk full'));
    await court.clock.advance(60_000);
    expect(court.errors.map(({ code, message }) => [code, message])).toContainEqual([
      LiveErrorCode.internal,
      'disk full',
    ]);
    expect(court.document('ann').battle?.phase).toBe('running');
    court.store.transact = transact;
    await court.clock.advance(1_000);
    expect(court.document('ann').battle?.phase).toBe('over');
  });

  it('fails the command that needed it, and changes nothing', async () => {
    const court = await Court.withLives('ann', 'bob');
    const transact = court.store.transact.bind(court.store);
    court.store.transact = () => Promise.reject(new Error('disk full'));
    await expect(court.invite('ann', 'bob')).rejects.toThrow('disk full');
    court.store.transact = transact;
    expect(await codeOf(court.invite('ann', 'bob'))).toBeUndefined();
  });
});
