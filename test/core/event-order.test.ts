import { describe, expect, it } from 'vitest';
import { onSessionEvent, type LiveSession } from '../../src/core/index.js';
import type { LiveDocument } from '../../src/protocol/index.js';
import { battleOf, challenge, documentOf, invitation, linkOf, personalOf } from './examples.js';
import { settled } from '../fake-clock.js';
import { enter, inside, type Visit } from './inside.js';

/** The names of the events, each with the user it is about. */
function listen(session: LiveSession): string[] {
  const heard: string[] = [];
  onSessionEvent(session, (name, payload) => {
    const { battleUser, userInfo, invitee } = payload as Record<string, { userId: string } | undefined>;
    const whom = battleUser ?? userInfo ?? invitee;
    heard.push(whom ? `${name} ${whom.userId}` : name);
  });
  return heard;
}

const ended = (document: LiveDocument): LiveDocument => ({
  ...document,
  live: { ...document.live, endedAt: 1, endedReason: 'ended-by-host' },
});

const running = battleOf(['ann', 'bob']);
const inBattle = documentOf('ann', { link: linkOf('ann', 'bob'), battle: running });
const bobLeft = battleOf([], {
  users: running.users.map((user) => ({ ...user, exited: user.userId === 'ann' })),
  phase: 'over',
  endedAt: 1,
  endedReason: 'all-member-exit',
});
const allOver = ended(documentOf('ann', { revision: 2, battle: bobLeft }));

describe('the end of everything at once', () => {
  const expected = ['battle-user-exited ann', 'battle-ended', 'cohost-user-left bob', 'live-ended'];

  it('is told from the inside out, with the state of the live in every listener', async () => {
    const { session, sink, connection } = await inside(inBattle, 'eva');
    const heard = listen(session);
    const states: unknown[] = [];
    onSessionEvent(session, () => {
      const { liveListStore, battleStore, liveSeatStore } = session;
      const liveId = liveListStore.currentLive.get()?.liveId;
      states.push([liveId, battleStore.battlePhase.get(), liveSeatStore.seatList.get().length]);
    });
    sink.document(allOver);
    expect(heard).toEqual(expected);
    expect(states).toEqual(expected.map(() => ['ann_live', 'over', 1]));
    expect(session.liveListStore.currentLive.get()).toBeNull();
    await settled();
    expect(connection.calls).toEqual(['close']);
  });

  it('is told to the host who ends the live, though the answer comes before the document', async () => {
    const { engine, session, sink } = await inside(inBattle);
    const heard = listen(session);
    engine.documents.set('ann_live', allOver);
    await session.liveListStore.endLive();
    expect(heard).toEqual(expected);
    sink.document(allOver);
    expect(heard).toEqual(expected);
    expect(session.liveListStore.currentLive.get()).toBeNull();
  });

  it('is no news to a page that leaves as soon as it hears of it', async () => {
    const { session, sink } = await inside(inBattle, 'eva');
    const heard = listen(session);
    session.battleStore.events.on('battle-ended', () => void session.liveListStore.leaveLive());
    sink.document(allOver);
    expect(heard).toEqual(['battle-user-exited ann', 'battle-ended']);
  });

  it('for this user alone leaves the live when everybody has heard', async () => {
    const { session, sink, connection } = await inside(inBattle, 'eva');
    const states: unknown[] = [];
    session.liveListStore.events.on('kicked-out-of-live', () => {
      states.push(session.liveListStore.currentLive.get()?.liveId, session.battleStore.battlePhase.get());
    });
    sink.kickedOut('by-admin');
    expect(states).toEqual(['ann_live', 'running']);
    expect(session.liveListStore.currentLive.get()).toBeNull();
    expect(connection.calls).toEqual(['close']);
  });
});

it('what begins is told from the outside in', async () => {
  const { session, sink } = await inside();
  const heard = listen(session);
  sink.document({ ...inBattle, revision: 2 });
  expect(heard).toEqual([
    'cohost-user-joined bob',
    'battle-user-joined ann',
    'battle-user-joined bob',
    'battle-started',
  ]);
});

it('what ends is told before what begins', async () => {
  const { session, sink } = await inside(inBattle);
  const heard = listen(session);
  const next = battleOf(['ann', 'cid'], { battleId: 'next', startedAt: running.endsAt + 1 });
  sink.document(documentOf('ann', { revision: 2, link: linkOf('ann', 'cid'), battle: next }));
  expect(heard).toEqual([
    'battle-ended',
    'cohost-user-left bob',
    'cohost-user-joined cid',
    'battle-user-joined ann',
    'battle-user-joined cid',
    'battle-started',
  ]);
});

describe('an invitation that is accepted', () => {
  const pending = personalOf({ coHostRequests: [invitation('ann', 'bob')] });
  const accepted = personalOf({ revision: 2, coHostRequests: [invitation('ann', 'bob', { status: 'accepted' })] });
  const linked = documentOf('ann', { revision: 2, link: linkOf('ann', 'bob') });
  const expected = ['cohost-request-accepted bob', 'cohost-user-joined bob'];

  async function inviting(): Promise<Visit & { heard: string[] }> {
    const visit = await inside();
    visit.sink.personal(pending);
    return { ...visit, heard: listen(visit.session) };
  }

  it('is told before the host joins when the document comes first', async () => {
    const { session, sink, heard } = await inviting();
    const invitees: number[] = [];
    session.coHostStore.events.onAny(() => invitees.push(session.coHostStore.invitees.get().length));
    sink.document(linked);
    expect(heard).toEqual(expected);
    expect(invitees).toEqual([0, 0]);
    sink.personal(accepted);
    expect(heard).toEqual(expected);
  });

  it('is told before the host joins when the answer comes first', async () => {
    const { sink, heard } = await inviting();
    sink.personal(accepted);
    sink.document(linked);
    expect(heard).toEqual(expected);
  });

  it('is told once, though the host is gone again before the answer comes', async () => {
    const { sink, heard } = await inviting();
    sink.document(linked);
    sink.document(documentOf('ann', { revision: 3 }));
    sink.personal(accepted);
    expect(heard).toEqual([...expected, 'cohost-user-left bob']);
  });
});

describe('an invitation that is accepted before its inviter is shown it', () => {
  const pending = invitation('ann', 'bob');
  const accepted = invitation('ann', 'bob', { status: 'accepted' });
  const linked = documentOf('ann', { revision: 2, link: linkOf('ann', 'bob') });
  const expected = ['cohost-request-accepted bob', 'cohost-user-joined bob'];

  async function inviting(results: Record<string, number> = { bob_live: 0 }): Promise<Visit & { heard: string[] }> {
    const visit = await inside();
    visit.sink.personal(personalOf());
    visit.engine.reply = { results };
    await visit.session.coHostStore.requestHostConnection({ targetHostLiveIds: 'bob_live' });
    return { ...visit, heard: listen(visit.session) };
  }

  it.each([
    ['at once', [accepted]],
    ['step by step', [pending, accepted]],
  ])('is told before the host joins, and once, when the rest follows %s', async (_, steps) => {
    const { sink, heard } = await inviting();
    sink.document(linked);
    expect(heard).toEqual(expected);
    for (const [index, request] of steps.entries()) {
      sink.personal(personalOf({ revision: 2 + index, coHostRequests: [request] }));
    }
    expect(heard).toEqual(expected);
  });

  it('is told even before the reply to the invitation', async () => {
    const { engine, session, sink } = await inside();
    sink.personal(personalOf());
    const heard = listen(session);
    engine.reply = { results: { bob_live: 0 } };
    const sent = session.coHostStore.requestHostConnection({ targetHostLiveIds: ['bob_live'] });
    sink.document(linked);
    await sent;
    sink.personal(personalOf({ revision: 2, coHostRequests: [accepted] }));
    expect(heard).toEqual(expected);
  });

  it('is told once, though others join and the host is gone again before the rest follows', async () => {
    const { sink, heard } = await inviting();
    sink.document(linked);
    sink.document(documentOf('ann', { revision: 3, link: linkOf('ann', 'bob', 'cid') }));
    sink.document(documentOf('ann', { revision: 4, link: linkOf('ann', 'cid') }));
    sink.personal(personalOf({ revision: 2, coHostRequests: [pending] }));
    sink.personal(personalOf({ revision: 3, coHostRequests: [accepted] }));
    expect(heard).toEqual([...expected, 'cohost-user-joined cid', 'cohost-user-left bob']);
  });

  it('is told again when the host is invited and accepts once more', async () => {
    const { session, sink, heard } = await inviting();
    sink.document(linked);
    sink.personal(personalOf({ revision: 2, coHostRequests: [accepted] }));
    sink.document(documentOf('ann', { revision: 3 }));
    await session.coHostStore.requestHostConnection({ targetHostLiveIds: 'bob_live' });
    sink.document(documentOf('ann', { revision: 4, link: linkOf('ann', 'bob') }));
    const again = invitation('ann', 'bob', { requestId: 'again', status: 'accepted' });
    sink.personal(personalOf({ revision: 3, coHostRequests: [accepted, again] }));
    expect(heard).toEqual([...expected, 'cohost-user-left bob', ...expected]);
  });

  it.each<[string, (visit: Visit) => void]>([
    ['was not invited after all', () => undefined],
    ['declined', ({ sink }) => sink.personal(personalOf({ revision: 2, coHostRequests: [pending] }))],
    ['joined after a loss of the connection', ({ sink }) => sink.connection('reconnecting')],
  ])('is not told of a host who %s', async (what, between) => {
    const visit = await inviting({ bob_live: what.startsWith('was') ? 4 : 0 });
    between(visit);
    const rejected = invitation('ann', 'bob', { status: 'rejected' });
    if (what === 'declined') visit.sink.personal(personalOf({ revision: 3, coHostRequests: [rejected] }));
    visit.heard.length = 0;
    visit.sink.document(linked);
    expect(visit.heard).toEqual(['cohost-user-joined bob']);
  });

  it('is not told of a host whose invitation failed', async () => {
    const { engine, session, sink } = await inside();
    sink.personal(personalOf());
    const heard = listen(session);
    engine.reply = new Error('refused');
    const sent = session.coHostStore.requestHostConnection({ targetHostLiveIds: 'bob_live' });
    await expect(sent).rejects.toThrow();
    sink.document(linked);
    expect(heard).toEqual(['cohost-user-joined bob']);
  });
});

describe('a challenge that is accepted', () => {
  const asked = personalOf({ battleRequests: [challenge('ann', 'bob'), challenge('ann', 'cid')] });
  const bobAccepted = personalOf({
    revision: 2,
    battleRequests: [challenge('ann', 'bob', { status: 'accepted' }), challenge('ann', 'cid')],
  });
  const link = linkOf('ann', 'bob', 'cid');
  const begun = documentOf('ann', { revision: 2, link, battle: battleOf(['ann', 'bob']) });

  async function asking(userId: string): Promise<Visit & { heard: string[] }> {
    const visit = await inside(documentOf(userId, { link }), userId);
    visit.sink.personal(asked);
    return { ...visit, heard: listen(visit.session) };
  }

  it('is told to the inviter, who hears of each host once', async () => {
    const { sink, heard } = await asking('ann');
    sink.personal(bobAccepted);
    expect(heard).toEqual(['battle-request-accepted bob', 'battle-user-joined bob']);
    heard.length = 0;
    sink.document(begun);
    expect(heard).toEqual(['battle-user-joined ann', 'battle-started']);
  });

  it('is told to the others who were challenged, as a host who takes part', async () => {
    const { session, sink, heard } = await asking('cid');
    sink.personal(bobAccepted);
    expect(heard).toEqual(['battle-user-joined bob']);
    expect(session.battleStore.receivedRequest.get()?.invitee.userId).toBe('cid');
    expect(session.battleStore.sentRequests.get()).toEqual([]);
  });

  it('and withdrawn before the battle begins is told as an exit', async () => {
    const { sink, heard } = await asking('cid');
    sink.personal(bobAccepted);
    const withdrawn = challenge('ann', 'bob', { status: 'cancelled' });
    sink.personal(personalOf({ revision: 3, battleRequests: [withdrawn, challenge('ann', 'cid')] }));
    expect(heard).toEqual(['battle-user-joined bob', 'battle-user-exited bob']);
  });

  it('is told before the battle when the document comes first', async () => {
    const { session, sink, heard } = await asking('ann');
    const open: number[] = [];
    session.battleStore.events.on('battle-started', () => open.push(session.battleStore.sentRequests.get().length));
    sink.document(begun);
    const expected = [
      'battle-request-accepted bob',
      'battle-user-joined bob',
      'battle-user-joined ann',
      'battle-started',
    ];
    expect(heard).toEqual(expected);
    expect(open).toEqual([1]);
    sink.personal(bobAccepted);
    expect(heard).toEqual(expected);
  });
});

describe('a battle that is met again', () => {
  const link = linkOf('ann', 'bob', 'cid');
  const three = battleOf(['ann', 'bob', 'cid']);
  const exited = (...userIds: string[]): typeof three => ({
    ...three,
    users: three.users.map((user) => ({ ...user, exited: userIds.includes(user.userId) })),
  });

  async function backFrom(three_: typeof three): Promise<Visit & { heard: string[] }> {
    const visit = await inside();
    const heard = listen(visit.session);
    visit.sink.document(documentOf('ann', { revision: 2, link, battle: three_ }));
    visit.sink.document(documentOf('ann', { revision: 3 }));
    heard.length = 0;
    return { ...visit, heard };
  }

  it('is not told again to a host who is brought back', async () => {
    const { sink, heard } = await backFrom(three);
    sink.document(documentOf('ann', { revision: 4, link, battle: exited('ann') }));
    expect(heard).toEqual(['cohost-user-joined bob', 'cohost-user-joined cid']);
  });

  it('is told on from where it was left: who went, and that it runs by now', async () => {
    const { sink, heard } = await backFrom({ ...three, phase: 'countdown' });
    sink.document(documentOf('ann', { revision: 4, link, battle: exited('ann', 'cid') }));
    expect(heard).toEqual([
      'cohost-user-joined bob',
      'cohost-user-joined cid',
      'battle-started',
      'battle-user-exited cid',
    ]);
  });

  it('is state alone when it is over by then, or was never met before', async () => {
    const { session, sink, heard } = await backFrom(three);
    const over = { ...three, phase: 'over', endedAt: 1, endedReason: 'time-over' } as const;
    sink.document(documentOf('ann', { revision: 4, link, battle: over }));
    sink.document(documentOf('ann', { revision: 5, link, battle: { ...over, battleId: 'other' } }));
    expect(heard).toEqual(['cohost-user-joined bob', 'cohost-user-joined cid']);
    expect(session.battleStore.battlePhase.get()).toBe('over');
  });

  it('in its penalty has a penalty that begins, and no start', async () => {
    const { sink, heard } = await backFrom(three);
    const penalty = { ...three, battleId: 'other', phase: 'penalty', penaltyEndsAt: 9 } as const;
    sink.document(documentOf('ann', { revision: 4, link, battle: penalty }));
    expect(heard.slice(2)).toEqual(['penalty-started']);
  });

  it('is an exit once of a host who first left the battle and then the link', async () => {
    const { session, sink } = await inside(documentOf('ann', { link, battle: three }));
    const heard = listen(session);
    sink.document(documentOf('ann', { revision: 2, link, battle: exited('ann') }));
    sink.document(documentOf('ann', { revision: 3 }));
    expect(heard.filter((name) => name.startsWith('battle'))).toEqual(['battle-user-exited ann']);
  });

  it('is state alone in another visit of the live', async () => {
    const { engine, session } = await backFrom(three);
    await session.liveListStore.leaveLive();
    const heard = listen(session);
    await enter({ engine, session }, documentOf('ann', { link, battle: exited('ann') }));
    expect(heard).toEqual([]);
  });
});
