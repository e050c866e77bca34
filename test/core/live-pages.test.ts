import { describe, expect, it } from 'vitest';
import type { LiveInfo } from '../../src/core/index.js';
import { documentOf } from './examples.js';
import { settled } from '../fake-clock.js';
import { start } from './inside.js';

describe('pages that arrive in another order than they were asked for', () => {
  const [ann, bob, cid, dan] = ['ann', 'bob', 'cid', 'dan'].map((userId) => documentOf(userId).live);

  /** An engine whose pages wait until the test delivers them; `arrive` holds them in the order of the requests. */
  function slowPages() {
    const { engine, session } = start();
    const arrive: ((cursor: string, ...lives: LiveInfo[]) => Promise<void>)[] = [];
    engine.fetchLiveList = () =>
      new Promise((resolve) => {
        arrive.push(async (cursor, ...lives) => {
          resolve({ lives, cursor });
          await settled();
        });
      });
    return { store: session.liveListStore, arrive };
  }

  it('show the first page that was asked for last', async () => {
    const { store, arrive } = slowPages();
    void store.fetchLiveList();
    void store.fetchLiveList();
    await settled();
    await arrive[1]!('new', bob!);
    await arrive[0]!('old', ann!);
    expect(store.liveList.get()).toEqual([bob]);
    expect(store.liveListCursor.get()).toBe('new');
  });

  it('do not append to a list what followed the one before it', async () => {
    const { store, arrive } = slowPages();
    void store.fetchLiveList();
    await settled();
    await arrive[0]!('a', ann!);
    void store.fetchLiveList({ cursor: 'a' });
    void store.fetchLiveList();
    await settled();
    await arrive[2]!('b', bob!, ann!);
    await arrive[1]!('c', cid!);
    expect(store.liveList.get()).toEqual([bob, ann]);
    expect(store.liveListCursor.get()).toBe('b');
  });

  it('do not lead back to a page that is there already', async () => {
    const { store, arrive } = slowPages();
    void store.fetchLiveList();
    await settled();
    await arrive[0]!('a', ann!);
    void store.fetchLiveList({ cursor: 'a' });
    void store.fetchLiveList({ cursor: 'a' });
    await settled();
    await arrive[1]!('c', cid!);
    void store.fetchLiveList({ cursor: 'c' });
    await settled();
    await arrive[3]!('', dan!);
    await arrive[2]!('c', cid!);
    expect(store.liveList.get()).toEqual([ann, cid, dan]);
    expect(store.liveListCursor.get()).toBe('');
  });
});
