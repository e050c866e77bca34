import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

describe('a referee that starts over the store of another', () => {
  it('ends battles at their time', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(60, 'ann', 'bob');
    const endsAt = world.clock.now() + 60_000;
    await world.score(battleId, 'ann', 3, 'rose');
    await world.restart().start();
    expect(await world.post(battleId, { userId: 'ann', points: 3, eventId: 'rose' })).toBe('duplicate');
    await world.clock.advance(60_000);
    expect(world.document('bob')).toMatchObject({
      battle: { phase: 'over', endedAt: endsAt },
      board: { totals: { ann: 3, bob: 0 } },
    });
  });

  it('settles what fell due while there was none, and tells everybody', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.live('dan');
    await world.live('eva');
    await world.invite('dan', 'eva');
    await world.battle(60, 'ann', 'bob');
    await world.referee.notePresence(liveOf('cid'), 'cid', false);
    const endsAt = world.clock.now() + 60_000;
    const successor = world.restart();
    await world.clock.advance(200_000);
    expect(world.document('ann').battle?.phase).toBe('running');
    await successor.start();
    await world.clock.advance(0);
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(world.document(userId)).toMatchObject({
        battle: { phase: 'over', endedAt: endsAt, endedReason: 'time-over' },
        link: { members: [{ userId: 'ann' }, { userId: 'bob' }, { userId: 'cid' }] },
      });
    }
    // The invitation expired while there was no referee. It is settled as of the restart, and shown for a minute from
    // then.
    expect(world.invitation('dan', 'eva')).toBe('timeout');
  });

  it('gives whoever is missing their time anew, and shows them as missing meanwhile', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.execute('cid', { type: 'create-live', liveId: liveOf('cid'), seatMode: 'free' });
    await world.execute('dan', { type: 'take-seat', liveId: liveOf('cid') });
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    await world.referee.notePresence(liveOf('cid'), 'dan', false);
    await world.clock.advance(10_000);
    const successor = world.restart();
    world.clock.skip(500_000);
    const restartedAt = world.clock.now();
    await successor.start();
    expect(world.document('bob').hostLostAt).toBe(restartedAt);
    expect(world.document('cid').seats[1]?.occupant).toMatchObject({ userId: 'dan', lostAt: restartedAt });
    await world.clock.advance(29_999);
    expect(world.linked('ann')).toEqual(['ann', 'bob']);
    expect(world.document('cid').seats[1]?.occupant?.userId).toBe('dan');
    await world.clock.advance(1);
    expect(world.document('ann').link).toBeNull();
    expect(world.document('cid').seats[1]?.occupant).toBeNull();
  });

  it('shows nobody as missing before their time', async () => {
    const world = new TestWorld();
    await world.execute('ann', { type: 'create-live', liveId: liveOf('ann'), seatMode: 'free' });
    await world.execute('gus', { type: 'take-seat', liveId: liveOf('ann') });
    for (const userId of ['ann', 'gus']) await world.referee.notePresence(liveOf('ann'), userId, false);
    await world.clock.advance(2_000);
    await world.restart().start();
    const restartedAt = world.clock.now();
    const shown = () => [world.document('ann').hostLostAt, world.document('ann').seats[1]?.occupant?.lostAt];
    expect(shown()).toEqual([null, null]);
    await world.clock.advance(4_999);
    expect(shown()).toEqual([null, null]);
    await world.clock.advance(1);
    expect(shown()).toEqual([restartedAt, restartedAt]);
  });

  it('counts an absence that begins while it starts from its own beginning', async () => {
    const world = new TestWorld();
    await world.execute('ann', { type: 'create-live', liveId: liveOf('ann'), seatMode: 'free' });
    await world.execute('gus', { type: 'take-seat', liveId: liveOf('ann') });
    const successor = world.restart();
    const lostAt = world.clock.now();
    const pendingScopes = world.store.pendingScopes.bind(world.store);
    world.store.pendingScopes = async () => {
      for (const userId of ['ann', 'gus']) await successor.notePresence(liveOf('ann'), userId, false);
      world.clock.skip(6_000);
      return await pendingScopes();
    };
    await successor.start();
    expect(world.document('ann').hostLostAt).toBe(lostAt);
    expect(world.document('ann').seats[1]?.occupant?.lostAt).toBe(lostAt);
  });

  it('leaves a live alone that has ended', async () => {
    const world = new TestWorld();
    await world.execute('ann', { type: 'create-live', liveId: liveOf('ann'), seatMode: 'free' });
    await world.execute('gus', { type: 'take-seat', liveId: liveOf('ann') });
    await world.referee.notePresence(liveOf('ann'), 'gus', false);
    await world.clock.advance(10_000);
    await world.host('ann', { type: 'invite-to-seat', userId: 'eve' });
    await world.host('ann', { type: 'end-live' });
    const ended = world.document('ann');
    const successor = world.restart();
    await world.clock.advance(10_000);
    await successor.start();
    expect(world.document('ann')).toEqual(ended);
  });

  it('keeps a host who comes back in that time', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const battleId = await world.battle(300, 'ann', 'bob');
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    const successor = world.restart();
    world.clock.skip(60_000);
    await successor.start();
    await successor.notePresence(liveOf('bob'), 'bob', true);
    await world.clock.advance(60_000);
    expect(world.document('ann')).toMatchObject({
      battle: { battleId, phase: 'running' },
      link: { members: [{}, {}] },
    });
  });

  it('times out challenges and invitations at their time', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await world.challenge('ann', 'bob');
    await world.invite('cid', 'ann');
    await world.restart().start();
    await world.clock.advance(30_000);
    expect(world.personal('bob').battleRequests[0]?.status).toBe('timeout');
    expect(world.invitation('cid', 'ann')).toBe('timeout');
  });

  it('arms nothing twice', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.battle(60, 'ann', 'bob');
    const { pending } = world.clock;
    await world.restart().start();
    expect(world.clock.pending).toBe(pending);
    world.referee.stop();
    expect(world.clock.pending).toBe(0);
  });
});

describe('a store that fails', () => {
  it('is asked again a second later when an alarm could not be served', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.battle(60, 'ann', 'bob');
    const transact = world.store.transact.bind(world.store);
    world.store.transact = () => Promise.reject(new Error('disk full'));
    await world.clock.advance(60_000);
    expect(world.errors.map(({ code, message }) => [code, message])).toContainEqual([
      LiveErrorCode.internal,
      'disk full',
    ]);
    expect(world.document('ann').battle?.phase).toBe('running');
    world.store.transact = transact;
    await world.clock.advance(1_000);
    expect(world.document('ann').battle?.phase).toBe('over');
  });

  it('fails the command that needed it, and changes nothing', async () => {
    const world = await TestWorld.withLives('ann', 'bob');
    const transact = world.store.transact.bind(world.store);
    world.store.transact = () => Promise.reject(new Error('disk full'));
    await expect(world.invite('ann', 'bob')).rejects.toThrow('disk full');
    world.store.transact = transact;
    expect(await codeOf(world.invite('ann', 'bob'))).toBeUndefined();
  });
});
