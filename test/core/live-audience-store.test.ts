import { describe, expect, it } from 'vitest';
import { LiveErrorCode, type Audience, type LiveSession } from '../../src/core/index.js';
import { documentOf, seat, seats, user } from './examples.js';
import { enter, inside } from './inside.js';
import type { Teller } from './teller.js';

const audience = (...userIds: string[]): Audience => ({ count: userIds.length, members: userIds.map(user) });

describe('LiveAudienceStore', () => {
  const cases: [string, (store: LiveSession['liveAudienceStore']) => Promise<void>, string][] = [
    ['setAdministrator', (store) => store.setAdministrator({ userId: 'guy' }), 'set-administrator'],
    ['revokeAdministrator', (store) => store.revokeAdministrator({ userId: 'guy' }), 'revoke-administrator'],
    ['kickUserOutOfRoom', (store) => store.kickUserOutOfRoom({ userId: 'guy' }), 'kick-user'],
    ['readmitUser', (store) => store.readmitUser({ userId: 'guy' }), 'readmit-user'],
  ];
  it.each(cases)('%s commands the current live', async (_, call, type) => {
    const { engine, session } = await inside();
    await call(session.liveAudienceStore);
    expect(engine.commands).toEqual([{ type, liveId: 'ann_live', userId: 'guy' }]);
  });

  it('fetchKickedUsers asks for the list', async () => {
    const { engine, session } = await inside();
    engine.reply = { userIds: ['guy', 'kim'] };
    expect(await session.liveAudienceStore.fetchKickedUsers()).toEqual(['guy', 'kim']);
    expect(engine.commands).toEqual([{ type: 'list-kicked-users', liveId: 'ann_live' }]);
  });

  it('audienceCount and audienceList say who is there, and what they may', async () => {
    const { session, sink } = await inside(documentOf('ann', { administrators: ['kim'] }));
    const { audienceCount, audienceList, administrators } = session.liveAudienceStore;
    expect([audienceCount.get(), audienceList.get()]).toEqual([0, []]);
    sink.audience({ count: 1000, members: [user('guy'), user('kim')] });
    expect(audienceCount.get()).toBe(1000);
    expect(audienceList.get()).toEqual([
      { ...user('guy'), role: 'general-user' },
      { ...user('kim'), role: 'admin' },
    ]);
    sink.document(documentOf('ann', { revision: 2, administrators: ['guy'] }));
    expect(administrators.get()).toEqual(['guy']);
    expect(audienceList.get().map(({ role }) => role)).toEqual(['admin', 'general-user']);
    await session.liveListStore.leaveLive();
    expect([audienceCount.get(), audienceList.get(), administrators.get()]).toEqual([0, [], []]);
  });

  it('audienceList ends at 200, whatever the engine tells', async () => {
    const { session, sink } = await inside();
    sink.audience(audience(...Array.from({ length: 300 }, (_, i) => `user${i}`)));
    expect(session.liveAudienceStore.audienceList.get()).toHaveLength(200);
    expect(session.liveAudienceStore.audienceCount.get()).toBe(300);
  });

  it('fetchAudienceList resolves with what is known, in a live alone', async () => {
    const { session, sink } = await inside();
    sink.audience(audience('guy'));
    const { liveAudienceStore } = session;
    expect(await liveAudienceStore.fetchAudienceList()).toEqual([{ ...user('guy'), role: 'general-user' }]);
    await session.liveListStore.leaveLive();
    await expect(liveAudienceStore.fetchAudienceList()).rejects.toMatchObject({ code: LiveErrorCode.notInLive });
  });
});

describe('audience-joined and audience-left', () => {
  function listen({ liveAudienceStore }: LiveSession): string[] {
    const heard: string[] = [];
    for (const name of ['audience-joined', 'audience-left'] as const) {
      liveAudienceStore.events.on(name, ({ audience: { userId } }) => heard.push(`${name} ${userId}`));
    }
    return heard;
  }

  it('tell the difference, and nothing on the first look', async () => {
    const { session, sink } = await inside();
    const heard = listen(session);
    sink.audience(audience('guy', 'kim'));
    expect(heard).toEqual([]);
    sink.audience(audience('guy', 'eva', 'leo'));
    expect(heard).toEqual(['audience-joined eva', 'audience-joined leo', 'audience-left kim']);
  });

  it('begin anew with every live', async () => {
    const { engine, session, sink } = await inside();
    const heard = listen(session);
    sink.audience(audience());
    sink.audience(audience('guy'));
    await session.liveListStore.leaveLive();
    const next = await enter({ engine, session }, documentOf('bob'));
    next.sink.audience(audience('eva'));
    expect(heard).toEqual(['audience-joined guy']);
  });

  it('tell of nobody who may only have dropped out of a list that is cut', async () => {
    const { session, sink } = await inside();
    const heard = listen(session);
    sink.audience(audience('guy', 'kim'));
    sink.audience({ count: 500, members: [user('guy'), user('eva')] });
    expect(heard).toEqual(['audience-joined eva']);
    sink.audience({ count: 500, members: [user('leo')] });
    sink.audience(audience('leo', 'kim'));
    expect(heard).toEqual(['audience-joined eva']);
    sink.audience(audience('kim'));
    expect(heard).toEqual(['audience-joined eva', 'audience-left leo']);
  });
});

describe('owner-joined and owner-left', () => {
  it('tell of an absence that everybody may see, and of its end', async () => {
    const { session, sink } = await inside(documentOf('ann', { hostLostAt: 1 }), 'eva');
    const heard: unknown[] = [];
    session.liveAudienceStore.events.onAny((name, payload) => heard.push([name, payload]));
    const owner = documentOf('ann').live.liveOwner;
    sink.document(documentOf('ann', { revision: 2 }));
    sink.document(documentOf('ann', { revision: 3, hostLostAt: 2 }));
    sink.document(documentOf('ann', { revision: 4, hostLostAt: 2, metaData: { mood: 'good' } }));
    const { live } = documentOf('ann');
    sink.document(documentOf('ann', { revision: 5, live: { ...live, endedAt: 3, endedReason: 'ended-by-server' } }));
    expect(heard).toEqual([
      ['owner-joined', { owner }],
      ['owner-left', { owner }],
    ]);
  });
});

describe('administrator-joined and administrator-left', () => {
  const administrators = ['kim', 'leo'];

  async function watching(): Promise<{ sink: Teller; heard: string[] }> {
    const { session, sink } = await inside(documentOf('ann', { administrators, seats: seats(3, 'ann', 'leo') }), 'eva');
    const heard: string[] = [];
    session.liveAudienceStore.events.onAny((name, payload) => {
      if ('administrator' in payload) heard.push(`${name} ${payload.administrator.userName}`);
    });
    sink.audience(audience('guy'));
    expect(heard).toEqual([]);
    return { sink, heard };
  }

  it('tell who of them comes and goes, and of nobody else', async () => {
    const { sink, heard } = await watching();
    sink.audience(audience('guy', 'kim', 'eva'));
    sink.audience(audience('eva'));
    expect(heard).toEqual(['administrator-joined KIM', 'administrator-left KIM']);
  });

  it('tell of those who are there and become one, or are none any more', async () => {
    const { sink, heard } = await watching();
    sink.document(documentOf('ann', { revision: 2, administrators: ['guy'], seats: seats(3, 'ann', 'leo') }));
    expect(heard).toEqual(['administrator-joined GUY', 'administrator-left LEO']);
  });

  it('tell nothing of a move between seat and audience, whichever is heard of first', async () => {
    const { sink, heard } = await watching();
    sink.document(documentOf('ann', { revision: 2, administrators, seats: seats(3, 'ann') }));
    sink.audience(audience('guy', 'leo'));
    sink.document(documentOf('ann', { revision: 3, administrators, seats: seats(3, 'ann', 'leo') }));
    sink.audience(audience('guy'));
    expect(heard).toEqual([]);
    sink.document(documentOf('ann', { revision: 4, administrators, seats: seats(3, 'ann') }));
    sink.audience(audience());
    expect(heard).toEqual(['administrator-left LEO']);
  });

  it('tell of one who has vanished from their seat, and is back', async () => {
    const { sink, heard } = await watching();
    const missed = [seat(0, 'ann'), seat(1, 'leo', { lostAt: 1 })];
    sink.document(documentOf('ann', { revision: 2, administrators, seats: missed }));
    sink.document(documentOf('ann', { revision: 3, administrators, seats: seats(3, 'ann', 'leo') }));
    expect(heard).toEqual(['administrator-left LEO', 'administrator-joined LEO']);
  });

  it('tell of nobody who may only have dropped out of a list that is cut', async () => {
    const { sink, heard } = await watching();
    sink.audience(audience('kim'));
    sink.audience({ count: 500, members: [user('guy')] });
    sink.audience({ count: 500, members: [user('kim')] });
    expect(heard).toEqual(['administrator-joined KIM']);
  });
});
