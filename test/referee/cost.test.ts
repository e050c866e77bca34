import { describe, expect, it } from 'vitest';
import { awaitsTime, battleInfo, MemoryStore, type Scope, type Slice, type Work } from '../../src/referee/index.js';
import { codeOf, TestWorld, liveOf } from './test-world.js';

/** A store that counts how often work was run: it runs again where its slice held too little. */
class RunningStore extends MemoryStore {
  runs = 0;

  override async transact<T>(scope: Scope, work: (slice: Slice) => Work<T>): Promise<T> {
    return await super.transact(scope, (before) => {
      this.runs++;
      return work(before);
    });
  }
}

/** A battle of a minute; the invitations that led to it are forgotten. */
async function battle(): Promise<{ world: TestWorld; store: RunningStore; battleId: string }> {
  const store = new RunningStore();
  const world = new TestWorld({}, store);
  for (const userId of ['ann', 'bob']) await world.live(userId);
  await world.link('ann', 'bob');
  await world.clock.advance(120_000);
  const battleId = await world.battle(60, 'ann', 'bob');
  store.runs = 0;
  return { world, store, battleId };
}

describe('points', () => {
  it('need no more than their battle while nothing is due', async () => {
    const { world, store, battleId } = await battle();
    await world.score(battleId, 'ann', 5);
    expect(store.runs).toBe(1);
    await world.referee.notePresence(liveOf('bob'), 'bob', false);
    store.runs = 0;
    await world.score(battleId, 'ann', 5);
    expect(store.runs).toBe(1);
  });

  it('need all lives of the battle once something is due', async () => {
    const { world, store, battleId } = await battle();
    world.clock.skip(60_000);
    expect(await world.post(battleId, { userId: 'ann' })).toBe('battle-ended');
    expect(store.runs).toBe(2);
  });

  it('need no more than their battle when it is over for good', async () => {
    const { world, store, battleId } = await battle();
    await world.clock.advance(120_000);
    store.runs = 0;
    expect(await world.post(battleId, { userId: 'ann' })).toBe('battle-ended');
    expect(store.runs).toBe(1);
  });
});

it('a command of a host has all that it needs from the start, whatever is due', async () => {
  const { world, store, battleId } = await battle();
  world.clock.skip(60_000);
  expect(await codeOf(world.host('ann', { type: 'exit-battle', battleId }))).toBeDefined();
  expect(store.runs).toBe(1);
  expect(world.document('bob').battle?.phase).toBe('over');
});

it('a battle waits for time until its last window has closed, and is shown from its countdown to its end', async () => {
  const { world, battleId } = await battle();
  const next = async (): Promise<string> => {
    const record = (await world.referee.battle(battleId))!;
    return `${record.phase} ${awaitsTime(record)} ${battleInfo(record)?.phase}`;
  };
  expect(await next()).toBe('running true running');
  await world.clock.advance(60_000);
  expect(await next()).toBe('over true over');
  await world.clock.advance(60_000);
  expect(await next()).toBe('over false over');
  const asked = (await world.referee.battle(await world.challenge('ann', 'bob')))!;
  expect([asked.phase, awaitsTime(asked), battleInfo(asked)]).toEqual(['requested', true, null]);
  await world.clock.advance(30_000);
  const missed = (await world.referee.battle(asked.battleId))!;
  expect([missed.phase, awaitsTime(missed), battleInfo(missed)]).toEqual(['void', false, null]);
});
