import { describe, expect, it } from 'vitest';
import { CoHostLayoutTemplate, LiveErrorCode } from '../../src/core/index.js';
import { Court, codeOf, liveOf } from './court.js';

describe('being linked', () => {
  it('shows all hosts in every live, in the order of joining', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid');
    await court.link('ann', 'bob');
    court.clock.skip(5_000);
    await court.link('bob', 'cid');
    const { link } = court.document('ann');
    expect(link?.members.map(({ userId, lostAt }) => [userId, lostAt])).toEqual([
      ['ann', null],
      ['bob', null],
      ['cid', null],
    ]);
    expect(link?.members[2]?.joinedAt).toBe(court.clock.now());
    expect(court.document('bob').link).toEqual(link);
    expect(court.document('cid').link).toEqual(link);
  });

  it('tells the others nothing when they are shown nothing new of a host', async () => {
    const court = await Court.withLink('ann', 'bob');
    const { revision } = court.document('bob');
    await court.host('ann', { type: 'update-live-metadata', metaData: { mood: 'good' } });
    await court.host('ann', { type: 'update-live', notice: 'hello' });
    await court.host('ann', { type: 'kick-user', userId: 'troll' });
    await court.referee.notePresence(liveOf('ann'), 'ann', false);
    expect(court.document('bob').revision).toBe(revision);
    await court.clock.advance(5_000);
    expect(court.document('bob').link?.members[0]?.lostAt).toBe(court.clock.now() - 5_000);
    await court.referee.notePresence(liveOf('ann'), 'ann', true);
    expect(court.document('bob').link?.members[0]?.lostAt).toBeNull();
    expect(court.document('bob').revision).toBe(revision + 2);
  });

  it('takes a free host in, whichever side asked', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    await court.link('cid', 'bob');
    expect(court.linked('ann')).toEqual(['ann', 'bob', 'cid']);
  });

  it('has the template of whoever brings a newcomer in, not of the newcomer', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.live('cid');
    await court.live('dan');
    const ask = { type: 'request-host-connection', layoutTemplate: CoHostLayoutTemplate.hostDynamic1v6 } as const;
    await court.host('cid', { ...ask, targetLiveIds: [liveOf('bob')] });
    await court.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('cid') });
    expect(court.document('ann').link?.layoutTemplate).toBe(CoHostLayoutTemplate.hostDynamicGrid);
    await court.host('ann', { ...ask, targetLiveIds: [liveOf('dan')] });
    await court.host('dan', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(court.document('ann').link?.layoutTemplate).toBe(CoHostLayoutTemplate.hostDynamic1v6);
  });

  it('cancels what its hosts had still asked each other', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid');
    await court.invite('ann', 'cid');
    await court.link('ann', 'bob');
    await court.link('bob', 'cid');
    expect(court.invitation('ann', 'cid')).toBe('cancelled');
  });

  it('does not merge two links by an invitation from before', async () => {
    const court = await Court.withLives('ann', 'bob', 'cid', 'dan');
    await court.invite('ann', 'bob');
    await court.link('ann', 'cid');
    await court.link('bob', 'dan');
    const accept = court.host('bob', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.connectedElsewhere);
    expect(court.linked('ann')).toEqual(['ann', 'cid']);
  });

  it('is full at nine, also for who was invited in time', async () => {
    const others = ['bob', 'cid', 'dan', 'eva', 'fay', 'gus', 'hal', 'ida'];
    const court = await Court.withLives('ann', 'jim', ...others);
    await court.invite('ann', 'jim');
    for (const userId of others) await court.link('ann', userId);
    const accept = court.host('jim', { type: 'accept-host-connection', fromLiveId: liveOf('ann') });
    expect(await codeOf(accept)).toBe(LiveErrorCode.linkFull);
    expect(court.linked('ann')).toHaveLength(9);
  });
});

describe('leaving a link', () => {
  it('ends it for both of two', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.host('bob', { type: 'exit-host-connection' });
    expect(court.document('ann').link).toBeNull();
    expect(court.document('bob').link).toBeNull();
    expect(await codeOf(court.host('ann', { type: 'exit-host-connection' }))).toBe(LiveErrorCode.requestNotFound);
  });

  it('leaves the others of three together', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    await court.host('ann', { type: 'exit-host-connection' });
    expect(court.document('ann').link).toBeNull();
    expect(court.linked('bob')).toEqual(['bob', 'cid']);
    expect(court.linked('cid')).toEqual(['bob', 'cid']);
  });

  it('happens when the live ends', async () => {
    const court = await Court.withLink('ann', 'bob', 'cid');
    await court.host('bob', { type: 'end-live' });
    expect(court.linked('ann')).toEqual(['ann', 'cid']);
    await court.host('ann', { type: 'end-live' });
    expect(court.document('cid').link).toBeNull();
  });

  it('leaves the way free to be linked again', async () => {
    const court = await Court.withLink('ann', 'bob');
    await court.host('ann', { type: 'exit-host-connection' });
    await court.link('bob', 'ann');
    expect(court.linked('ann')).toEqual(['bob', 'ann']);
  });
});
