import { describe, expect, it } from 'vitest';
import { CoHostLayoutTemplate, LiveErrorCode } from '../../src/core/index.js';
import { TestWorld, codeOf, liveOf } from './test-world.js';

describe('being linked', () => {
  it('shows all hosts in every live, in the order of joining', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.link('ann', 'bob');
    world.clock.skip(5_000);
    await world.link('bob', 'cid');
    const { link } = world.document('ann');
    expect(link?.members.map(({ userId, lostAt }) => [userId, lostAt])).toEqual([
      ['ann', null],
      ['bob', null],
      ['cid', null],
    ]);
    expect(link?.members[2]?.joinedAt).toBe(world.clock.now());
    expect(link?.members.map(({ seats }) => seats)).toEqual([[], [], []]);
    expect(world.document('bob').link).toEqual(link);
    expect(world.document('cid').link).toEqual(link);
  });

  it('tells the others nothing when they are shown nothing new of a host', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    const { revision } = world.document('bob');
    await world.host('ann', { type: 'update-live-metadata', metaData: { mood: 'good' } });
    await world.host('ann', { type: 'update-live', notice: 'hello' });
    await world.host('ann', { type: 'kick-user', userId: 'troll' });
    await world.referee.notePresence(liveOf('ann'), 'ann', false);
    expect(world.document('bob').revision).toBe(revision);
    await world.clock.advance(5_000);
    expect(world.document('bob').link?.members[0]?.lostAt).toBe(world.clock.now() - 5_000);
    await world.referee.notePresence(liveOf('ann'), 'ann', true);
    expect(world.document('bob').link?.members[0]?.lostAt).toBeNull();
    expect(world.document('bob').revision).toBe(revision + 2);
  });

  it('takes a free host in, whichever side asked', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await world.link('cid', 'bob');
    expect(world.linked('ann')).toEqual(['ann', 'bob', 'cid']);
  });

  it('has the template of whoever brings a newcomer in, not of the newcomer', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.live('cid');
    await world.live('dan');
    const ask = { type: 'request-host-connection', layoutTemplate: CoHostLayoutTemplate.hostDynamic1v6 } as const;
    await world.host('cid', { ...ask, targetLiveIds: [liveOf('bob')] });
    await world.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('cid') });
    expect(world.document('ann').link?.layoutTemplate).toBe(CoHostLayoutTemplate.hostDynamicGrid);
    await world.host('ann', { ...ask, targetLiveIds: [liveOf('dan')] });
    await world.host('dan', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(world.document('ann').link?.layoutTemplate).toBe(CoHostLayoutTemplate.hostDynamic1v6);
  });

  it('cancels what its hosts had still asked each other', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid');
    await world.invite('ann', 'cid');
    await world.link('ann', 'bob');
    await world.link('bob', 'cid');
    expect(world.invitation('ann', 'cid')).toBe('cancelled');
  });

  it('does not merge two links by an invitation from before', async () => {
    const world = await TestWorld.withLives('ann', 'bob', 'cid', 'dan');
    await world.invite('ann', 'bob');
    await world.link('ann', 'cid');
    await world.link('bob', 'dan');
    const accept = world.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.connectedElsewhere);
    expect(world.linked('ann')).toEqual(['ann', 'cid']);
  });

  it('is full at nine, also for who was invited in time', async () => {
    const others = ['bob', 'cid', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida'];
    const world = await TestWorld.withLives('ann', 'jim', ...others);
    await world.invite('ann', 'jim');
    for (const userId of others) await world.link('ann', userId);
    const accept = world.host('jim', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.linkFull);
    expect(world.linked('ann')).toHaveLength(9);
  });
});

describe('the template of a link', () => {
  const layOut = (world: TestWorld, userId: string, layoutTemplate: CoHostLayoutTemplate): Promise<unknown> =>
    world.host(userId, { type: 'update-link-layout', layoutTemplate });
  const { hostDynamic1v6, hostPkDuel, hostVoiceConnection } = CoHostLayoutTemplate;

  it('is changed by whoever has been in it the longest, for everybody', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    expect(await codeOf(layOut(world, 'bob', hostDynamic1v6))).toBe(LiveErrorCode.noPermission);
    await layOut(world, 'ann', hostDynamic1v6);
    for (const userId of ['ann', 'bob', 'cid']) {
      expect(world.document(userId).link?.layoutTemplate).toBe(hostDynamic1v6);
    }
    await world.host('ann', { type: 'exit-host-connection' });
    await layOut(world, 'bob', hostPkDuel);
    expect(world.document('cid').link?.layoutTemplate).toBe(hostPkDuel);
    const { revision } = world.document('cid');
    await layOut(world, 'bob', hostPkDuel);
    expect(world.document('cid').revision).toBe(revision);
  });

  it('must be one for such lives, with room for all of them, and needs a link', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.live('dan');
    expect(await codeOf(layOut(world, 'ann', hostPkDuel))).toBe(LiveErrorCode.linkFull);
    for (const wrong of [hostVoiceConnection, 800 as never, undefined as never]) {
      expect(await codeOf(layOut(world, 'ann', wrong))).toBe(LiveErrorCode.invalidParameter);
    }
    expect(await codeOf(layOut(world, 'dan', hostDynamic1v6))).toBe(LiveErrorCode.requestNotFound);
    expect(world.document('ann').link?.layoutTemplate).toBe(CoHostLayoutTemplate.hostDynamicGrid);
  });
});

describe('leaving a link', () => {
  it('ends it for both of two', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.host('bob', { type: 'exit-host-connection' });
    expect(world.document('ann').link).toBeNull();
    expect(world.document('bob').link).toBeNull();
    expect(await codeOf(world.host('ann', { type: 'exit-host-connection' }))).toBe(LiveErrorCode.requestNotFound);
  });

  it('leaves the others of three together', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.host('ann', { type: 'exit-host-connection' });
    expect(world.document('ann').link).toBeNull();
    expect(world.linked('bob')).toEqual(['bob', 'cid']);
    expect(world.linked('cid')).toEqual(['bob', 'cid']);
  });

  it('leaves the others the scores of the battle that goes on', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    const battleId = await world.battle(300, 'ann', 'bob');
    await world.host('cid', { type: 'exit-host-connection' });
    const before = world.published.length;
    await world.score(battleId, 'ann', 7);
    const told = world.published.slice(before).flatMap((news) => (news.topic === 'scores' ? [news.liveId] : []));
    expect(told).toEqual([liveOf('ann'), liveOf('bob')]);
  });

  it('happens when the live ends', async () => {
    const world = await TestWorld.withLink('ann', 'bob', 'cid');
    await world.host('bob', { type: 'end-live' });
    expect(world.linked('ann')).toEqual(['ann', 'cid']);
    await world.host('ann', { type: 'end-live' });
    expect(world.document('cid').link).toBeNull();
  });

  it('leaves the way free to be linked again', async () => {
    const world = await TestWorld.withLink('ann', 'bob');
    await world.host('ann', { type: 'exit-host-connection' });
    await world.link('bob', 'ann');
    expect(world.linked('ann')).toEqual(['bob', 'ann']);
  });
});
