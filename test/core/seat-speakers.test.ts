import { Signal } from 'signal-polyfill';
import { describe, expect, it } from 'vitest';
import type { LiveSession } from '../../src/core/index.js';
import { documentOf, member, seats } from './examples.js';
import { inside } from './inside.js';

describe('a link of more than two voice lives', () => {
  const round = (revision: number, ...userIds: string[]): ReturnType<typeof documentOf> => {
    const guests: Record<string, string> = { bob: 'gus', cid: 'vic' };
    const members = userIds.map((userId) => member(userId, { seats: seats(2, userId, guests[userId] ?? null) }));
    return documentOf('ann', {
      revision,
      seats: seats(9, 'ann', 'guy'),
      link: { linkId: 'link', layoutTemplate: 2, members },
    });
  };
  const three = (revision: number): ReturnType<typeof documentOf> => round(revision, 'ann', 'bob', 'cid');
  /** Each shown guest as `user place`. */
  const guestsIn = ({ liveSeatStore: { seatList, layout } }: LiveSession): string[] =>
    seatList.get().flatMap((shown) => {
      const { role, userId } = shown.userInfo!;
      return role === 'owner' ? [] : [`${userId} ${layout.get().placeOf(shown)}`];
    });

  it('shows the hosts and whoever spoke last, whether or not anybody looked', async () => {
    const { session, sink } = await inside(three(1));
    expect(guestsIn(session)).toEqual([]);
    sink.speaking(new Map([['vic', 40]]));
    sink.speaking(new Map([['guy', 40]]));
    sink.speaking(new Map());
    expect(guestsIn(session)).toEqual(['guy 10', 'vic 11']);
    expect(session.liveSeatStore.seatList.get()).toHaveLength(5);
  });

  it('shows whoever is speaking when the third live joins', async () => {
    const { session, sink } = await inside(round(1, 'ann', 'bob'));
    sink.speaking(new Map([['gus', 40]]));
    sink.document(three(2));
    expect(guestsIn(session)).toEqual(['gus 11']);
  });

  it('tells nobody of a volume alone, nor of somebody shown who speaks again', async () => {
    const { session, sink } = await inside(three(1));
    sink.speaking(new Map([['vic', 40]]));
    sink.speaking(new Map([['guy', 40]]));
    let told = 0;
    const watcher = new Signal.subtle.Watcher(() => told++);
    const { seatList, layout } = session.liveSeatStore;
    const both = new Signal.Computed(() => [seatList.get(), layout.get()]);
    watcher.watch(both);
    both.get();
    for (const userId of ['guy', 'vic', 'guy', 'ann', 'bob']) sink.speaking(new Map([[userId, 70]]));
    expect(told).toBe(0);
    sink.speaking(new Map([['gus', 1]]));
    expect(told).toBe(1);
  });

  it('forgets who spoke when no more than two are left', async () => {
    const { session, sink } = await inside(three(1));
    sink.speaking(new Map([['guy', 40]]));
    sink.speaking(new Map());
    sink.document(round(2, 'ann', 'bob'));
    expect(session.liveSeatStore.seatList.get().filter(({ userInfo }) => userInfo?.userId === 'guy')).toHaveLength(1);
    sink.document(three(3));
    expect(guestsIn(session)).toEqual([]);
  });

  it('shows nothing once the live is left', async () => {
    const { session, sink } = await inside(three(1));
    sink.speaking(new Map([['guy', 40]]));
    await session.liveListStore.leaveLive();
    expect(session.liveSeatStore.seatList.get()).toEqual([]);
  });
});
