import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { SqliteRecords } from '../../server/src/store/sqlite-records.js';
import { SqliteStore } from '../../server/src/store/sqlite-store.js';
import { MemoryRecords } from '../../src/referee/memory-records.js';
import { MemoryStore, type RecordReader, type Store } from '../../src/referee/index.js';
import { liveOf, TestWorld } from '../referee/test-world.js';

const hosts = ['ann', 'bob', 'cid', 'dan', 'eve', 'fay', 'gus', 'hal', 'ida'];
const [first = '', ...others] = hosts;

let store: Store & { close?: () => void };
let world: TestWorld;
afterEach(() => {
  vi.restoreAllMocks();
  store.close?.();
});

/** How often each record is read while `act` runs, by method and id. */
async function lookUps(records: RecordReader, act: () => Promise<unknown>): Promise<Readonly<Record<string, number>>> {
  const methods = [
    ...(['live', 'livesWithLostHost', 'link', 'battle', 'requestsOf', 'countedEvent'] as const),
    ...(['contribution', 'bestContributions'] as const),
  ];
  const spies = methods.map((method) => vi.spyOn(records, method).mockClear());
  await act();
  const counts: Record<string, number> = {};
  for (const [index, { mock }] of spies.entries()) {
    for (const [id] of mock.calls as unknown[][]) {
      const key = `${methods[index]} ${String(id)}`;
      counts[key] = (counts[key] ?? 0) + 1;
    }
  }
  return counts;
}

describe.each([
  ['MemoryStore', () => new MemoryStore(), MemoryRecords.prototype],
  ['SqliteStore', () => new SqliteStore(':memory:'), SqliteRecords.prototype],
])('%s', (_name, open: () => Store, records: RecordReader) => {
  beforeEach(async () => {
    store = open();
    world = new TestWorld({}, store);
    for (const host of hosts) await world.live(host);
    for (const host of others) await world.link(first, host);
  });

  it('looks for each record at most once when a battle of nine starts, and not after the commit', async () => {
    const counts = await lookUps(records, () => world.battle(60, first, ...others));
    for (const host of hosts) expect(counts).toMatchObject({ [`live ${liveOf(host)}`]: 1 });
    expect(Object.entries(counts).filter(([, count]) => count > 1)).toEqual([]);
  });

  it('looks for each record at most once when the other ends of invitations have to be told', async () => {
    for (const host of ['yan', 'zoe']) await world.live(host);
    await world.host('bob', { type: 'exit-host-connection' });
    await world.invite('bob', 'yan');
    await world.invite('zoe', 'bob');
    const counts = await lookUps(records, () => world.host('bob', { type: 'end-live' }));
    expect(counts).toMatchObject({ 'requestsOf yan_live': 1, 'requestsOf zoe_live': 1 });
    expect(Object.entries(counts).filter(([, count]) => count > 1)).toEqual([]);
    expect(world.invitation('bob', 'yan')).toBe('cancelled');
    expect(world.invitation('zoe', 'bob')).toBe('cancelled');
  });

  it('looks for the battle alone when points come in', async () => {
    const battleId = await world.battle(60, first, ...others);
    const counts = await lookUps(records, () => world.score(battleId, first, 5, 'rose'));
    expect(counts).toEqual({
      [`battle ${battleId}`]: 1,
      [`livesWithLostHost ${hosts.map(liveOf).join(',')}`]: 1,
      [`countedEvent ${battleId}`]: 1,
    });
  });

  it('looks for what else was given only when points are taken from a contributor', async () => {
    const battleId = await world.battle(60, first, ...others);
    const gift = (eventId: string, points: number) => {
      return { eventId, userId: first, points, contributor: { userId: 'zoe' } };
    };
    const given = await lookUps(records, () => world.referee.addScores(battleId, [gift('a', 5), gift('b', 5)]));
    expect(given).toMatchObject({ [`contribution ${battleId}`]: 1, [`countedEvent ${battleId}`]: 2 });
    expect(given).not.toHaveProperty(`bestContributions ${battleId}`);
    const taken = await lookUps(records, () => world.referee.addScores(battleId, [gift('c', -1), gift('d', -1)]));
    expect(taken).toMatchObject({ [`contribution ${battleId}`]: 1, [`bestContributions ${battleId}`]: 1 });
  });

  it('finds a host who is lost with the points, and settles what that has made due', async () => {
    const battleId = await world.battle(60, 'ann', 'bob');
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    world.clock.skip(30_001);
    expect(await world.post(battleId, { userId: 'ann', points: 5 })).toBe('battle-ended');
    const battle = await world.referee.battle(battleId);
    expect(battle).toMatchObject({ phase: 'over', endedReason: 'all-member-exit', scores: { ann: 0, bob: 0 } });
  });
});
