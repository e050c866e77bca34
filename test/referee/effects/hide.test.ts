import { describe, expect, it } from 'vitest';
import { hiddenUsers, LiveErrorCode } from '../../../src/core/index.js';
import { boardFor, replay, scoreBoard } from '../../../src/referee/index.js';
import { codeOf, liveOf } from '../test-world.js';
import { EffectWorld } from './effect-world.js';

const hide = (userId: string, seconds = 10) => ({ type: 'hide' as const, userId, seconds });
const vic = { userId: 'vic', userName: 'Vic', avatarUrl: '' };

describe('hidden points', () => {
  it('of a host are sent to the own live alone, until the time is over', async () => {
    const world = await EffectWorld.of(['ann', 'bob', 'cat']);
    await world.gift('ann', 5, { contributor: vic });
    await world.apply(hide('ann'));
    const [from, to] = [world.startedAt, world.startedAt + 10_000];
    for (const host of ['ann', 'bob', 'cat']) {
      expect(world.effects(host)).toEqual([{ effectId: 1, type: 'hide', userId: 'ann', from, to, contributor: null }]);
    }
    expect(world.totals('ann')).toEqual({ ann: 5, bob: 0, cat: 0 });
    for (const other of ['bob', 'cat']) expect(world.totals(other)).toEqual({ bob: 0, cat: 0 });
    await world.gift('ann', 2, { contributor: vic });
    await world.gift('bob', 3);
    expect(world.totals('ann')).toEqual({ ann: 7, bob: 3, cat: 0 });
    expect(world.totals('cat')).toEqual({ bob: 3, cat: 0 });
    await world.clock.advance(9999);
    expect(world.totals('cat')).toEqual({ bob: 3, cat: 0 });
    await world.clock.advance(1);
    for (const host of ['ann', 'bob', 'cat']) expect(world.totals(host)).toEqual({ ann: 7, bob: 3, cat: 0 });
    expect(world.effects('bob')).toEqual([]);
  });

  it('appear in no message to the other lives: no total, no contributor, no highlight', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(hide('ann'));
    const before = world.published.length;
    await world.gift('ann', 4711, { contributor: vic });
    await world.gift('bob', 1);
    const told = world.published.slice(before);
    const toBob = told.filter(({ liveId }) => liveId === liveOf('bob'));
    expect(toBob.length).toBeGreaterThan(0);
    expect(JSON.stringify(toBob)).not.toMatch(/4711|vic/);
    expect(JSON.stringify(told.filter(({ liveId }) => liveId === liveOf('ann')))).toMatch(/4711.*vic/);
  });

  it('are kept from who looks the live up', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.gift('ann', 5);
    await world.apply(hide('ann'));
    const seen = async (host: string) => (await world.referee.view(liveOf(host), 'vic'))?.document.board?.totals;
    expect(await seen('ann')).toEqual({ ann: 5, bob: 0 });
    expect(await seen('bob')).toEqual({ bob: 0 });
  });

  it('of two hosts are hidden at the same time; those of one host one after the other', async () => {
    const world = await EffectWorld.of(['ann', 'bob', 'cat']);
    await world.apply(hide('ann'));
    expect((await world.apply(hide('bob'))).effect).toMatchObject({ from: world.startedAt });
    expect((await world.apply(hide('ann'))).effect).toMatchObject({ from: world.startedAt + 10_000 });
    expect(world.totals('cat')).toEqual({ cat: 0 });
  });

  it('are in the whole board for the backend, and in none for who is in no live', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.gift('ann', 5, { contributor: vic });
    await world.apply(hide('ann'));
    const battle = (await world.referee.battle(world.battleId))!;
    const top = [{ ...vic, points: 5 }];
    expect(scoreBoard(battle)).toMatchObject({ totals: { ann: 5, bob: 0 }, contributors: { ann: top } });
    expect(boardFor(battle, null)).toMatchObject({ totals: { bob: 0 }, contributors: {} });
    expect(JSON.stringify(boardFor(battle, null))).not.toContain('ann');
  });

  it('are seen by the team', async () => {
    const teams = [
      ['ann', 'bob'],
      ['cat', 'dan'],
    ];
    const world = await EffectWorld.of(['ann', 'bob', 'cat', 'dan'], { teams });
    await world.apply(hide('ann'));
    await world.gift('ann', 5);
    expect(world.totals('bob')).toEqual({ ann: 5, bob: 0, cat: 0, dan: 0 });
    expect(world.totals('dan')).toEqual({ bob: 0, cat: 0, dan: 0 });
  });

  it('stay hidden for the seconds of both, if they are hidden twice', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(hide('ann', 10));
    await world.clock.advance(5000);
    const { effect } = await world.apply(hide('ann', 10));
    expect(effect).toMatchObject({ from: world.startedAt + 10_000, to: world.startedAt + 20_000 });
    await world.clock.advance(14_999);
    expect(world.totals('bob')).toEqual({ bob: 0 });
    await world.clock.advance(1);
    expect(world.totals('bob')).toEqual({ ann: 0, bob: 0 });
  });

  it('are there with the result, however long they were to be hidden', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(hide('ann', 300));
    await world.gift('ann', 5);
    await world.clock.advance(60_000);
    expect(world.totals('bob')).toEqual({ ann: 5, bob: 0 });
    expect(world.shown('bob')).toMatchObject({ phase: 'over', effects: [], result: { standings: [{ score: 5 }, {}] } });
  });

  it('of both hosts leave each with their own', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(hide('ann'));
    await world.apply(hide('bob'));
    expect([world.totals('ann'), world.totals('bob')]).toEqual([{ ann: 0 }, { bob: 0 }]);
    expect(hiddenUsers(world.effects('ann'), world.totals('ann'))).toEqual(['bob']);
  });

  it('are in the ledger and in the record', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(hide('ann'));
    await world.gift('ann', 5);
    await world.clock.advance(10_000);
    const { battleId } = world;
    expect((await world.events(battleId)).slice(-3).map(({ type }) => type)).toEqual([
      'effect-applied',
      'score-added',
      'effect-ended',
    ]);
    expect(replay(await world.referee.ledger(battleId)).at(-1)?.battle).toEqual(await world.referee.battle(battleId));
    expect((await world.referee.battle(battleId))?.scores).toEqual({ ann: 5, bob: 0 });
  });

  it('need a host of the battle', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply(hide('eve')))).toBe(LiveErrorCode.notInBattle);
    expect(await codeOf(world.apply(hide('ann', 301)))).toBe(LiveErrorCode.invalidParameter);
  });
});
