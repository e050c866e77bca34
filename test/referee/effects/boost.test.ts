import { describe, expect, it } from 'vitest';
import { boostAt, LiveErrorCode } from '../../../src/core/index.js';
import { codeOf } from '../test-world.js';
import { EffectWorld } from './effect-world.js';

const boost = (userId: string, factor = 3, seconds = 10) => ({ type: 'boost' as const, userId, factor, seconds });

describe('a boost', () => {
  it('makes one host’s points count several times, from now on for its seconds', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.clock.advance(5000);
    const { status, effect } = await world.apply(boost('ann'));
    const [from, to] = [world.startedAt + 5000, world.startedAt + 15_000];
    const announced = { effectId: 1, type: 'boost', userIds: ['ann'], factor: 3, from, to, contributor: null };
    expect({ status, effect }).toEqual({ status: 'applied', effect: announced });
    for (const host of ['ann', 'bob']) expect(world.effects(host)).toEqual([announced]);
    expect(await world.gift('ann', 7)).toBe(21);
    expect(await world.gift('bob', 7)).toBe(7);
    await world.clock.advance(9999);
    expect(await world.gift('ann', 7)).toBe(21);
    await world.clock.advance(1);
    expect(await world.gift('ann', 7)).toBe(7);
    expect(world.effects('bob')).toEqual([]);
  });

  it('is told to everybody in the link when it begins and when it ends, and not in between', async () => {
    const world = await EffectWorld.of(['ann', 'bob', 'cat']);
    const before = world.document('cat').revision;
    await world.apply(boost('ann'));
    expect(world.document('cat').revision).toBe(before + 1);
    await world.clock.advance(9999);
    await world.gift('ann', 1);
    expect(world.document('cat').revision).toBe(before + 1);
    await world.clock.advance(1);
    expect(world.document('cat').revision).toBe(before + 2);
  });

  it('of a host who has one already follows it', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost('ann', 2, 10));
    await world.clock.advance(4000);
    const { effect } = await world.apply(boost('ann', 5, 10));
    expect(effect).toMatchObject({ from: world.startedAt + 10_000, to: world.startedAt + 20_000 });
    const { effect: other } = await world.apply(boost('bob', 4, 10));
    expect(other).toMatchObject({ from: world.startedAt + 4000 });
    expect(await world.gift('ann', 1)).toBe(2);
    await world.clock.advance(6000);
    expect(await world.gift('ann', 1)).toBe(5);
    await world.clock.advance(10_000);
    expect(await world.gift('ann', 1)).toBe(1);
  });

  it('of a team is for those of the team who are there, and follows a boost of one of them', async () => {
    const teams = [
      ['ann', 'bob'],
      ['cat', 'dan'],
    ];
    const world = await EffectWorld.of(['ann', 'bob', 'cat', 'dan'], { teams });
    await world.host('dan', { type: 'exit-battle', battleId: world.battleId });
    await world.apply(boost('ann', 2, 5));
    const first = await world.apply({ type: 'boost', team: 0, factor: 3, seconds: 5 });
    expect(first.effect).toMatchObject({ userIds: ['ann', 'bob'], from: world.startedAt + 5000 });
    const second = await world.apply({ type: 'boost', team: 1, factor: 4, seconds: 5 });
    expect(second.effect).toMatchObject({ userIds: ['cat'], from: world.startedAt });
    expect(await Promise.all(['ann', 'bob', 'cat'].map((host) => world.gift(host, 1)))).toEqual([2, 1, 4]);
    await world.clock.advance(5000);
    expect(await Promise.all(['ann', 'bob', 'cat'].map((host) => world.gift(host, 1)))).toEqual([3, 3, 1]);
  });

  it('of a host follows a boost of their team', async () => {
    const world = await EffectWorld.of(['ann', 'bob', 'cat'], { teams: [['ann', 'bob'], ['cat']] });
    await world.apply({ type: 'boost', team: 0, factor: 3, seconds: 5 });
    const { effect } = await world.apply(boost('ann', 2, 5));
    expect(effect).toMatchObject({ from: world.startedAt + 5000, to: world.startedAt + 10_000 });
  });

  it('is over at its own end, whatever lasts longer', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost('bob', 3, 20));
    await world.apply(boost('ann', 3, 10));
    await world.clock.advance(10_000);
    expect(world.effects('ann')).toMatchObject([{ userIds: ['bob'] }]);
    await world.clock.advance(10_000);
    expect(world.effects('ann')).toEqual([]);
  });

  it('multiplies what a multiplier window makes of a gift; the ledger has both the points and the factor', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { multipliers: [{ from: 0, to: 10, factor: 10 }] });
    await world.apply(boost('ann', 5));
    expect(await world.gift('ann', 2)).toBe(100);
    expect((await world.events(world.battleId)).at(-1)).toMatchObject({ type: 'score-added', points: 2, factor: 50 });
  });

  it('counts for a gift that was sent while it lasted, however late it comes', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost('ann', 3, 10));
    await world.clock.advance(30_000);
    expect(await world.gift('ann', 1, { sentAt: world.startedAt + 9999 })).toBe(3);
    expect(await world.gift('ann', 1, { sentAt: world.startedAt + 10_000 })).toBe(1);
  });

  it('takes a correction as it is', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost('ann', 3));
    await world.gift('ann', 10);
    expect(await world.gift('ann', -10)).toBe(-10);
    expect(world.totals('bob')).toEqual({ ann: 20, bob: 0 });
  });

  it('is known to a page by its time', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost('ann', 3, 10));
    const battle = world.shown('bob');
    const factors = [-1, 0, 9999, 10_000].map((ms) => boostAt(battle, 'ann', world.startedAt + ms));
    expect(factors).toEqual([1, 3, 3, 1]);
    expect(boostAt(battle, 'bob', world.startedAt)).toBe(1);
  });

  it('needs a host of the battle, or a team with somebody in it', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply(boost('eve')))).toBe(LiveErrorCode.notInBattle);
    expect(await codeOf(world.apply({ type: 'boost', team: 0, factor: 2, seconds: 5 }))).toBe(
      LiveErrorCode.notInBattle,
    );
    const three = await EffectWorld.of(['ann', 'bob', 'cat'], { teams: [['ann'], ['bob'], ['cat']] });
    await three.host('cat', { type: 'exit-battle', battleId: three.battleId });
    expect(await codeOf(three.apply({ type: 'boost', team: 2, factor: 2, seconds: 5 }))).toBe(
      LiveErrorCode.notInBattle,
    );
    const both = { ...boost('ann'), team: 0 };
    expect(await codeOf(world.apply(both))).toBe(LiveErrorCode.invalidParameter);
    const neither = { type: 'boost' as const, factor: 2, seconds: 5 };
    expect(await codeOf(world.apply(neither))).toBe(LiveErrorCode.invalidParameter);
    expect(world.effects('ann')).toEqual([]);
  });

  it('is refused when it could only begin after the end', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost('ann', 2, 60));
    expect(await codeOf(world.apply(boost('ann')))).toBe(LiveErrorCode.effectNotPossible);
    await world.apply({ type: 'extend', seconds: 1 });
    expect(await codeOf(world.apply(boost('ann')))).toBeUndefined();
  });

  it.each([
    ['factor', 1],
    ['factor', 6],
    ['factor', 2.5],
    ['seconds', 0],
    ['seconds', 301],
    ['userId', ''],
    ['team', 9],
    ['oops', 1],
  ])('with %s %s is malformed', async (field, value) => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply({ ...boost('ann'), [field]: value }))).toBe(LiveErrorCode.invalidParameter);
  });
});
