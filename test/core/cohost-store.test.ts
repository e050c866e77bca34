import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type CoHostEvents, type LiveInfo } from '../../src/core/index.js';
import { documentOf, invitation, linkOf, personalOf } from './examples.js';
import { settled } from '../fake-clock.js';
import { enter, inside, start } from './inside.js';

const lives = (...userIds: string[]): LiveInfo[] => userIds.map((userId) => documentOf(userId).live);
const ids = (users: readonly { userId: string }[]): string[] => users.map(({ userId }) => userId);

describe('invitations', () => {
  it('invitees and applicant tell own ones from those received', async () => {
    const { session, sink } = await inside();
    const coHostRequests = [
      invitation('ann', 'bob'),
      invitation('cid', 'ann', { status: 'rejected' }),
      invitation('dan', 'ann'),
      invitation('eva', 'ann'),
      invitation('ann', 'fay'),
    ];
    sink.personal(personalOf({ coHostRequests }));
    const { invitees, applicant } = session.coHostStore;
    expect(ids(invitees.get().map(({ invitee }) => invitee))).toEqual(['bob', 'fay']);
    expect(applicant.get()?.inviter.userId).toBe('dan');
    // The next invitation is shown once the first one is answered.
    const answered = coHostRequests.map((request) =>
      request.inviter.userId === 'dan' ? { ...request, status: 'rejected' as const } : request,
    );
    sink.personal(personalOf({ revision: 2, coHostRequests: answered }));
    expect(applicant.get()?.inviter.userId).toBe('eva');
  });

  it('go out to several at once, also while connected, and each is told apart', async () => {
    const { engine, session, sink } = await inside(documentOf('ann', { link: linkOf('ann', 'bob') }));
    const heard: string[] = [];
    session.coHostStore.events.onAny((name, payload) => {
      heard.push(`${name} ${'invitee' in payload ? payload.invitee.userId : ''}`);
    });
    engine.reply = { results: { cid_live: 0, dan_live: 4, eva_live: 0 } };
    const targetHostLiveIds = ['cid_live', 'dan_live', 'eva_live'];
    const results = await session.coHostStore.requestHostConnection({ targetHostLiveIds, extensionInfo: 'hi' });
    expect(results).toEqual({ cid_live: 0, dan_live: 4, eva_live: 0 });
    const statuses = (cid: 'pending' | 'accepted', eva: 'pending' | 'timeout') => [
      invitation('ann', 'cid', { status: cid }),
      invitation('ann', 'eva', { status: eva }),
    ];
    sink.personal(personalOf({ coHostRequests: statuses('pending', 'pending') }));
    expect(ids(session.coHostStore.invitees.get().map(({ invitee }) => invitee))).toEqual(['cid', 'eva']);
    sink.personal(personalOf({ revision: 2, coHostRequests: statuses('accepted', 'timeout') }));
    expect(heard).toEqual(['cohost-request-accepted cid', 'cohost-request-timeout eva']);
    expect(session.coHostStore.invitees.get()).toEqual([]);
  });

  it.each([
    ['cancelHostConnection', { toLiveId: 'bob_live' }, 'cancel-host-connection'],
    ['acceptHostConnection', { fromLiveId: 'bob_live' }, 'accept-host-connection'],
    ['rejectHostConnection', { fromLiveId: 'bob_live' }, 'reject-host-connection'],
    ['exitHostConnection', {}, 'exit-host-connection'],
    ['updateLayoutTemplate', { layoutTemplate: 601 }, 'update-link-layout'],
  ] as const)('%s commands the current live', async (method, about, type) => {
    const { engine, session } = await inside();
    const named = { toHostLiveId: 'bob_live', fromHostLiveId: 'bob_live', layoutTemplate: 601 } as const;
    await session.coHostStore[method](named);
    expect(engine.commands).toEqual([{ type, liveId: 'ann_live', ...about }]);
  });
});

describe('a link', () => {
  it('is told by coHostStatus, connected with the own host, and layoutTemplate', async () => {
    const { session, sink } = await inside();
    const { coHostStatus, connected, layoutTemplate } = session.coHostStore;
    expect([coHostStatus.get(), connected.get(), layoutTemplate.get()]).toEqual(['disconnected', [], null]);
    sink.document(documentOf('ann', { revision: 2, link: linkOf('bob', 'ann') }));
    expect([coHostStatus.get(), ids(connected.get()), layoutTemplate.get()]).toEqual([
      'connected',
      ['bob', 'ann'],
      600,
    ]);
  });

  it('tells every one of its events', async () => {
    const { session, sink } = await inside();
    const heard: (keyof CoHostEvents)[] = [];
    session.coHostStore.events.onAny((name) => heard.push(name));
    let revision = 1;
    const told = (from: string, to: string, status: 'pending' | 'accepted' | 'rejected' | 'cancelled' | 'timeout') => {
      revision++;
      sink.personal(personalOf({ revision, coHostRequests: [invitation(from, to, { status })] }));
    };
    sink.personal(personalOf());
    for (const [from, to, status] of [
      ['bob', 'ann', 'pending'],
      ['bob', 'ann', 'cancelled'],
      ['ann', 'cid', 'accepted'],
      ['ann', 'dan', 'rejected'],
      ['ann', 'eva', 'timeout'],
    ] as const) {
      told(from, to, status);
    }
    sink.document(documentOf('ann', { revision: 2, link: linkOf('ann', 'cid') }));
    sink.document(documentOf('ann', { revision: 3 }));
    expect(heard).toEqual([
      'cohost-request-received',
      'cohost-request-cancelled',
      'cohost-request-accepted',
      'cohost-request-rejected',
      'cohost-request-timeout',
      'cohost-user-joined',
      'cohost-user-left',
    ]);
  });
});

describe('candidates', () => {
  it('come in pages; the first replaces what was there', async () => {
    const { engine, session } = await inside();
    engine.pages = [
      { lives: lives('bob', 'cid'), cursor: 'more' },
      { lives: lives('cid', 'dan'), cursor: '' },
      { lives: lives('eva'), cursor: '' },
    ];
    const { coHostStore } = session;
    const { candidates, candidatesCursor } = coHostStore;
    expect(ids(await coHostStore.getCoHostCandidates())).toEqual(['bob', 'cid']);
    expect(candidatesCursor.get()).toBe('more');
    await coHostStore.getCoHostCandidates({ cursor: 'more', count: 2 });
    expect(ids(candidates.get())).toEqual(['bob', 'cid', 'dan']);
    expect(candidatesCursor.get()).toBe('');
    await coHostStore.getCoHostCandidates();
    expect(ids(candidates.get())).toEqual(['eva']);
    expect(engine.calls.filter((call) => call.startsWith('list'))).toEqual([
      'list "" 20',
      'list "more" 2',
      'list "" 20',
    ]);
  });

  it('do not touch the live list', async () => {
    const { engine, session } = await inside();
    engine.pages = [{ lives: lives('bob'), cursor: 'more' }];
    await session.coHostStore.getCoHostCandidates();
    expect(session.liveListStore.liveList.get()).toEqual([]);
    expect(session.liveListStore.liveListCursor.get()).toBe('');
  });

  it('lose who connects or is invited, and have them again afterwards; never the own host', async () => {
    const { engine, session, sink } = await inside();
    engine.pages = [{ lives: lives('ann', 'bob', 'cid', 'dan'), cursor: '' }];
    await session.coHostStore.getCoHostCandidates();
    const { candidates } = session.coHostStore;
    expect(ids(candidates.get())).toEqual(['bob', 'cid', 'dan']);
    sink.personal(personalOf({ coHostRequests: [invitation('ann', 'cid')] }));
    sink.document(documentOf('ann', { revision: 2, link: linkOf('ann', 'bob') }));
    expect(ids(candidates.get())).toEqual(['dan']);
    sink.personal(personalOf({ revision: 2, coHostRequests: [invitation('ann', 'cid', { status: 'rejected' })] }));
    sink.document(documentOf('ann', { revision: 3 }));
    expect(ids(candidates.get())).toEqual(['bob', 'cid', 'dan']);
  });

  it('are of the own kind: voice lives with voice lives', async () => {
    const voice = (userId: string): LiveInfo => ({ ...documentOf(userId).live, seatLayoutTemplate: 70 });
    const { engine, session, sink } = await inside();
    engine.pages = [{ lives: [...lives('bob'), voice('cid')], cursor: '' }];
    expect(ids(await session.coHostStore.getCoHostCandidates())).toEqual(['bob']);
    sink.document(documentOf('ann', { revision: 2, live: voice('ann') }));
    expect(ids(session.coHostStore.candidates.get())).toEqual(['cid']);
  });

  it('are forgotten with the live', async () => {
    const { engine, session } = await inside();
    engine.pages = [{ lives: lives('bob'), cursor: 'more' }];
    await session.coHostStore.getCoHostCandidates();
    await session.liveListStore.leaveLive();
    expect(session.coHostStore.candidates.get()).toEqual([]);
    expect(session.coHostStore.candidatesCursor.get()).toBe('');
  });

  it('that arrive after the live was left are forgotten, too', async () => {
    const { engine, session } = await inside();
    engine.pages = [{ lives: lives('bob'), cursor: 'more' }];
    const fetching = session.coHostStore.getCoHostCandidates();
    await session.liveListStore.leaveLive();
    await fetching;
    await enter({ engine, session }, documentOf('ann'));
    expect(session.coHostStore.candidates.get()).toEqual([]);
    expect(session.coHostStore.candidatesCursor.get()).toBe('');
  });
});

describe('muteRemoteHostAudio', () => {
  const linked = documentOf('ann', { link: linkOf('ann', 'bob', 'cid') });

  it('silences linked lives for this user, until they are let be heard', async () => {
    const { session, connection } = await inside(linked);
    const { coHostStore } = session;
    await coHostStore.muteRemoteHostAudio({ liveId: 'bob_live', isMuted: true });
    await coHostStore.muteRemoteHostAudio({ liveId: 'cid_live', isMuted: true });
    await coHostStore.muteRemoteHostAudio({ liveId: 'bob_live', isMuted: true });
    expect(coHostStore.mutedHosts.get()).toEqual(['cid_live', 'bob_live']);
    await coHostStore.muteRemoteHostAudio({ liveId: 'cid_live', isMuted: false });
    expect(coHostStore.mutedHosts.get()).toEqual(['bob_live']);
    expect(connection.calls).toEqual(['mute bob_live', 'mute cid_live', 'mute bob_live', 'unmute cid_live']);
  });

  it('is forgotten with the own live', async () => {
    const { session } = await inside(linked);
    await session.coHostStore.muteRemoteHostAudio({ liveId: 'bob_live', isMuted: true });
    await session.liveListStore.leaveLive();
    expect(session.coHostStore.mutedHosts.get()).toEqual([]);
  });

  it.each(['eva_live', 'ann_live'])('is refused for %s, which is not linked', async (liveId) => {
    const { session, connection } = await inside(linked);
    await expect(session.coHostStore.muteRemoteHostAudio({ liveId, isMuted: true })).rejects.toMatchObject({
      code: LiveErrorCode.requestNotFound,
    });
    expect(session.coHostStore.mutedHosts.get()).toEqual([]);
    expect(connection.calls).toEqual([]);
  });

  it('is refused while the live is still being entered', async () => {
    const { engine, session } = start();
    void session.liveListStore.joinLive({ liveId: 'ann_live' });
    await settled();
    engine.joins[0]!.sink.document(linked);
    const muting = session.coHostStore.muteRemoteHostAudio({ liveId: 'bob_live', isMuted: true });
    await expect(muting).rejects.toMatchObject({ code: LiveErrorCode.notInLive });
    expect(session.coHostStore.mutedHosts.get()).toEqual([]);
  });

  it('may be taken back of a live that has gone', async () => {
    const { session, sink, connection } = await inside(linked);
    await session.coHostStore.muteRemoteHostAudio({ liveId: 'bob_live', isMuted: true });
    sink.document(documentOf('ann', { revision: 2 }));
    await session.coHostStore.muteRemoteHostAudio({ liveId: 'bob_live', isMuted: false });
    expect(connection.calls.at(-1)).toBe('unmute bob_live');
  });
});
