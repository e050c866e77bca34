import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, describe, expect, it } from 'vitest';
import { SqliteStore } from '../../server/src/store/sqlite-store.js';
import { openSqlite } from '../../server/src/store/open-sqlite.js';
import {
  apply,
  emptySlice,
  MemoryStore,
  type BattleRecord,
  type LiveRecord,
  type RuleEvent,
  type Store,
} from '../../src/referee/index.js';
import { documentOf } from '../core/examples.js';

const folders: string[] = [];
const stores: SqliteStore[] = [];

function file(): string {
  const folder = mkdtempSync(join(tmpdir(), 'store-'));
  folders.push(folder);
  return join(folder, 'deep', 'store.sqlite');
}

function sqlite(path = file()): SqliteStore {
  const store = new SqliteStore(path);
  stores.push(store);
  return store;
}

afterEach(() => {
  for (const store of stores.splice(0)) store.close();
  for (const folder of folders.splice(0)) rmSync(folder, { recursive: true });
});

function live(liveId: string, createdAt: number, change: Partial<LiveRecord['info']> = {}): LiveRecord {
  const liveOwner = { userId: `owner-of-${liveId}`, userName: 'Ann', avatarUrl: '', liveId };
  const info = { ...documentOf('Ann').live, liveId, liveOwner, createdAt, ...change };
  return { ...apply(emptySlice, { at: createdAt, type: 'live-created', info }).lives[liveId]!, revision: 1 };
}

async function put(store: Store, ...records: LiveRecord[]): Promise<void> {
  const liveIds = records.map(({ info }) => info.liveId);
  await store.transact({ liveIds }, (slice) => {
    const lives = { ...slice.lives, ...Object.fromEntries(records.map((record) => [record.info.liveId, record])) };
    return { slice: { ...slice, lives }, events: [], value: null };
  });
}

async function emit(store: Store, ...events: RuleEvent[]): Promise<void> {
  await store.transact({ liveIds: [] }, (slice) => ({ slice, events, value: null }));
}

const scored = (battleId: string, eventId: string): RuleEvent => ({
  at: 1,
  type: 'score-added',
  battleId,
  userId: 'ann',
  eventId,
  points: 5,
});

const listed = async (store: Store, cursor: string, count: number): Promise<[string[], string]> => {
  const page = await store.listLives({ cursor, count });
  return [page.lives.map(({ liveId }) => liveId), page.cursor];
};

describe.each([
  ['MemoryStore', () => new MemoryStore()],
  ['SqliteStore', () => sqlite()],
])('%s', (_name, open: () => Store) => {
  it('gives back what was put in, and the value of the work', async () => {
    const store = open();
    const record = live('a', 10, { liveName: 'Zoë 🎤 "x"' });
    const value = await store.transact({ liveIds: ['a'] }, (slice) => {
      expect(slice.lives).toEqual({});
      return { slice: { ...slice, lives: { a: record } }, events: [], value: 42 };
    });
    expect(value).toBe(42);
    expect((await store.read({ liveIds: ['a'] })).lives).toEqual({ a: record });
  });

  it('changes nothing when the work throws', async () => {
    const store = open();
    await put(store, live('a', 10));
    const failing = store.transact({ liveIds: ['a'] }, () => {
      throw new Error('no');
    });
    await expect(failing).rejects.toThrow('no');
    expect(Object.keys((await store.read({ liveIds: ['a'] })).lives)).toEqual(['a']);
    await put(store, live('b', 11));
    expect(await store.runningLiveIds()).toEqual(['a', 'b']);
  });

  it('forgets what the work took out', async () => {
    const store = open();
    await put(store, live('a', 10));
    await store.transact({ liveIds: ['a'] }, (slice) => ({ slice: { ...slice, lives: {} }, events: [], value: null }));
    expect((await store.read({ liveIds: ['a'] })).lives).toEqual({});
    expect(await store.runningLiveIds()).toEqual([]);
  });

  it('remembers what corrections were', async () => {
    const store = open();
    const correction = { at: 1, battleId: 'one', userId: 'ann' };
    await emit(store, { ...correction, type: 'score-corrected', eventId: 'refund', points: -5 });
    await emit(store, { ...correction, type: 'score-set', eventId: 'set', total: 0 });
    const slice = await store.read({ battleId: 'one', scoreEventIds: ['refund', 'set'], givers: [] });
    expect([...slice.countedEvents.values()]).toEqual([
      { userId: 'ann', points: -5 },
      { userId: 'ann', total: 0 },
    ]);
  });

  it('remembers which score events a battle has counted', async () => {
    const store = open();
    await emit(store, scored('one', 'gift-1'), scored('one', 'gift-2'), scored('two', 'gift-3'));
    const slice = await store.read({ battleId: 'one', scoreEventIds: ['gift-1', 'gift-2', 'gift-3'], givers: [] });
    expect([...slice.countedEvents]).toEqual([
      ['gift-1', { userId: 'ann', points: 5 }],
      ['gift-2', { userId: 'ann', points: 5 }],
    ]);
  });

  it('remembers what everybody gave to each host of a battle', async () => {
    const store = open();
    const gift = (battleId: string, eventId: string, userId: string, change: object): RuleEvent => {
      const contributor = { userId: 'gus', userName: 'Gus', avatarUrl: '' };
      return { ...scored(battleId, eventId), userId, contributor, ...change } as RuleEvent;
    };
    const givers = ['ann', 'bob', 'cid'].map((hostUserId) => ({ hostUserId, giverId: 'gus' }));
    const give = async (battleId: string, ...events: RuleEvent[]): Promise<void> => {
      await store.transact({ battleId, scoreEventIds: [], givers }, (slice) => ({
        slice: events.reduce(apply, slice),
        events,
        value: null,
      }));
    };
    await give('one', gift('one', 'a', 'ann', {}), gift('one', 'b', 'ann', { factor: 3 }), gift('one', 'c', 'bob', {}));
    await give('one', gift('one', 'd', 'ann', { points: 1 }), scored('one', 'f'));
    await give('two', gift('two', 'e', 'ann', {}));
    const { contributions } = await store.read({ battleId: 'one', scoreEventIds: [], givers });
    const points = Object.entries(contributions).map(([key, given]) => [key, given.points]);
    expect(Object.fromEntries(points)).toEqual({ 'one/ann/gus': 21, 'one/bob/gus': 5 });
  });

  it('remembers the last name of a giver to the letter, so that a replay gives the same', async () => {
    const store = open();
    const contributor = { userId: 'gus', userName: 'G\0us \ud83d', avatarUrl: 'https://a.example/\0.png' };
    const gift = { ...scored('one', 'a'), contributor } as RuleEvent;
    const givers = [{ hostUserId: 'ann', giverId: 'gus' }];
    await store.transact({ battleId: 'one', scoreEventIds: [], givers }, (slice) => ({
      slice: apply(slice, gift),
      events: [gift],
      value: null,
    }));
    const { contributions } = await store.read({ battleId: 'one', scoreEventIds: [], givers });
    expect(contributions['one/ann/gus']).toMatchObject(contributor);
  });

  it('keeps a ledger for each battle, in order', async () => {
    const store = open();
    await emit(store, scored('one', 'a'), scored('two', 'b'));
    await emit(store, scored('one', 'c'));
    const ledger = await store.ledger('one');
    expect(ledger.map(({ event }) => event)).toEqual([scored('one', 'a'), scored('one', 'c')]);
    expect(ledger[0]?.sequence).toBeLessThan(ledger[1]?.sequence ?? 0);
    expect(await store.ledger('three')).toEqual([]);
  });

  it('lists running public lives, newest first', async () => {
    const store = open();
    await put(store, live('old', 10), live('b', 20), live('a', 20), live('hidden', 30, { isPublicVisible: false }));
    await put(store, live('over', 40, { endedAt: 41, endedReason: 'ended-by-host' }), live('new', 50));
    expect(await listed(store, '', 20)).toEqual([['new', 'a', 'b', 'old'], '']);
    expect(await store.runningLiveIds()).toHaveLength(5);
  });

  it('pages through the list without gaps or repetitions while lives come and go', async () => {
    const store = open();
    await put(store, live('d', 40), live('c', 30), live('b', 20), live('a', 10));
    const [first, cursor] = await listed(store, '', 2);
    expect(first).toEqual(['d', 'c']);
    await put(store, live('e', 50), live('c', 30, { endedAt: 60, endedReason: 'ended-by-host' }));
    expect(await listed(store, cursor, 2)).toEqual([['b', 'a'], '']);
  });

  it('pages through lives that began in the same millisecond', async () => {
    const store = open();
    await put(store, live('a', 10), live('b', 10), live('c', 10));
    const [first, cursor] = await listed(store, '', 2);
    expect([first, await listed(store, cursor, 2)]).toEqual([
      ['a', 'b'],
      [['c'], ''],
    ]);
  });

  it('ends a list of exactly one page with an empty cursor', async () => {
    const store = open();
    await put(store, live('b', 20), live('a', 10));
    expect(await listed(store, '', 2)).toEqual([['b', 'a'], '']);
  });

  it.each(['1', 'x.y', '10.', "1.a' OR 1=1"])('refuses the made-up cursor %s', async (cursor) => {
    await expect(open().listLives({ cursor, count: 2 })).rejects.toMatchObject({ code: 100002 });
  });
});

describe('SqliteStore, besides', () => {
  it('has everything again after it was closed', async () => {
    const path = file();
    const before = new SqliteStore(path);
    await put(before, live('a', 10));
    await emit(before, scored('one', 'gift-1'));
    before.close();
    const after = sqlite(path);
    expect(await after.runningLiveIds()).toEqual(['a']);
    expect(await after.ledger('one')).toHaveLength(1);
    const slice = await after.read({ battleId: 'one', scoreEventIds: ['gift-1'], givers: [] });
    expect(slice.countedEvents.has('gift-1')).toBe(true);
  });

  it('shows a second reader what is committed while the first still has the file open', async () => {
    const path = file();
    const writer = sqlite(path);
    const reader = sqlite(path);
    await put(writer, live('a', 10));
    expect(await reader.runningLiveIds()).toEqual(['a']);
  });

  it('writes all or nothing: a score event that is there already undoes the whole work', async () => {
    const store = sqlite();
    await emit(store, scored('one', 'gift-1'));
    await expect(emit(store, scored('one', 'gift-2'), scored('one', 'gift-1'))).rejects.toThrow();
    expect(await store.ledger('one')).toHaveLength(1);
    const slice = await store.read({ battleId: 'one', scoreEventIds: ['gift-2'], givers: [] });
    expect(slice.countedEvents.size).toBe(0);
  });

  it('commits what comes at once together, each for itself all or nothing', async () => {
    const store = sqlite();
    const settled = await Promise.allSettled([
      emit(store, scored('one', 'gift-1')),
      emit(store, scored('one', 'gift-2'), scored('one', 'gift-1')),
      emit(store, scored('one', 'gift-3')),
    ]);
    expect(settled.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
    expect((await store.ledger('one')).map(({ event }) => event)).toEqual([
      scored('one', 'gift-1'),
      scored('one', 'gift-3'),
    ]);
  });

  it('shows later work what earlier work of the same moment did', async () => {
    const store = sqlite();
    const count = async () =>
      await store.transact({ liveIds: ['a'] }, (slice) => {
        const before = slice.lives.a ?? live('a', 0);
        const lives = { a: { ...before, revision: before.revision + 1 } };
        return { slice: { ...slice, lives }, events: [], value: lives.a.revision };
      });
    expect(await Promise.all(Array.from({ length: 100 }, count))).toEqual(Array.from({ length: 100 }, (_, i) => i + 2));
  });

  it('rejects all of them when the commit fails, and goes on afterwards', async () => {
    const path = file();
    const store = sqlite(path);
    const other = openSqlite(path);
    other.exec('PRAGMA busy_timeout = 0; BEGIN IMMEDIATE');
    const settled = await Promise.allSettled([put(store, live('a', 10)), put(store, live('b', 11))]);
    expect(settled.map(({ status }) => status)).toEqual(['rejected', 'rejected']);
    other.exec('ROLLBACK');
    other.close();
    await put(store, live('c', 12));
    expect(await store.runningLiveIds()).toEqual(['c']);
  }, 20_000);

  it('commits what waits when it is closed', async () => {
    const path = file();
    const store = new SqliteStore(path);
    const written = put(store, live('a', 10));
    store.close();
    await written;
    expect(await sqlite(path).runningLiveIds()).toEqual(['a']);
  });

  it('names only lives for which something is due as pending', async () => {
    const store = sqlite();
    const lost = { ...live('lost', 30), hostLostAt: 35 };
    const over = live('over', 40, { endedAt: 41, endedReason: 'ended-by-host' });
    await put(store, live('quiet', 10), lost, over);
    expect(await store.pendingScopes()).toEqual([{ liveIds: ['lost'] }]);
  });

  it('names the hosts of a battle as pending until nothing can come of it any more', async () => {
    const store = sqlite();
    const user = { userId: 'ann', userName: '', avatarUrl: '', liveId: 'a' };
    const put = async (battle: object): Promise<void> => {
      const members = [
        { ...user, answer: 'accepted', exited: false },
        { ...user, userId: 'bob', liveId: 'b', answer: 'accepted', exited: true },
      ];
      const record = { battleId: 'one', members, rematchEndsAt: null, ...battle } as unknown as BattleRecord;
      const battles = { one: record };
      await store.transact({ liveIds: [] }, (slice) => ({ slice: { ...slice, battles }, events: [], value: null }));
    };
    for (const pending of [{ phase: 'running' }, { phase: 'over', rematchEndsAt: 5 }]) {
      await put(pending);
      expect(await store.pendingScopes()).toEqual([{ liveIds: ['a'] }]);
    }
    await put({ phase: 'over' });
    expect(await store.pendingScopes()).toEqual([]);
  });

  it('brings a file of the first version up to date, and keeps what is in it', async () => {
    const path = file();
    const first = new SqliteStore(path);
    await emit(first, scored('one', 'gift-1'));
    first.close();
    const db = openSqlite(path);
    for (const column of ['user_id', 'points', 'total']) db.exec(`ALTER TABLE counted_events DROP COLUMN ${column}`);
    db.exec('DROP TABLE contributions; ALTER TABLE lives RENAME COLUMN is_waited_for TO is_host_lost');
    db.exec('CREATE INDEX lives_host_lost ON lives (live_id) WHERE is_host_lost = 1; DROP INDEX lives_waited_for');
    const { info, ...record } = live('a', 5);
    const { liveId, liveName, coverUrl, isPublicVisible, liveOwner, createdAt, endedAt, endedReason } = info;
    const { revision, hostLostAt, linkId, battleId } = record;
    const earlier = { liveId, liveName, coverUrl, isPublicVisible, liveOwner, createdAt, endedAt, endedReason };
    const json = JSON.stringify({ info: earlier, revision, hostLostAt, linkId, battleId });
    db.prepare('INSERT INTO lives VALUES (?, 5, 1, 1, 0, ?)').run('a', json);
    db.exec('PRAGMA user_version = 1');
    db.close();
    const store = sqlite(path);
    const contributor = { userId: 'gus', userName: 'Gus', avatarUrl: '' };
    const givers = [{ hostUserId: 'ann', giverId: 'gus' }];
    const gift = { ...scored('one', 'gift-2'), contributor } as RuleEvent;
    await store.transact({ battleId: 'one', scoreEventIds: [], givers }, (slice) => ({
      slice: apply(slice, gift),
      events: [gift],
      value: null,
    }));
    const slice = await store.read({ battleId: 'one', scoreEventIds: ['gift-1'], givers });
    expect(slice).toMatchObject({
      contributions: { 'one/ann/gus': { userName: 'Gus', points: 5 } },
      countedEvents: new Map([['gift-1', null]]),
    });
    expect((await store.read({ liveIds: ['a'] })).lives.a).toEqual({ ...live('a', 5), personalRevision: revision });
  });

  it('leaves a file alone that a newer server wrote', async () => {
    const path = file();
    const store = new SqliteStore(path);
    store.close();
    const db = openSqlite(path);
    db.exec('PRAGMA user_version = 99');
    db.close();
    expect(() => new SqliteStore(path)).toThrow(/newer server/);
  });

  it('syncs every commit to the disk', () => {
    const db = openSqlite(file());
    expect(db.prepare('PRAGMA journal_mode').all()).toEqual([{ journal_mode: 'wal' }]);
    expect(db.prepare('PRAGMA synchronous').all()).toEqual([{ synchronous: 2 }]);
    db.close();
  });
});
