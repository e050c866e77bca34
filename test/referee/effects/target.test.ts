import { describe, expect, it } from 'vitest';
import { LiveErrorCode, multiplierAt } from '../../../src/core/index.js';
import { codeOf } from '../test-world.js';
import { EffectWorld } from './effect-world.js';

const target = { type: 'target' as const, points: 100, within: 20, factor: 3, seconds: 10 };

describe('a target', () => {
  it('that the hosts reach together opens a multiplier for all', async () => {
    const world = await EffectWorld.of(['ann', 'bob', 'cat']);
    const { effect } = await world.apply(target);
    const common = { effectId: 1, type: 'target', points: 100, factor: 3, seconds: 10, contributor: null };
    const endsAt = world.startedAt + 20_000;
    expect(effect).toEqual({ ...common, endsAt, from: null, to: null });
    await world.gift('ann', 60);
    await world.clock.advance(5000);
    // The gift that reaches the target counts as it is.
    expect(await world.gift('bob', 40)).toBe(40);
    const [from, to] = [world.startedAt + 5000, world.startedAt + 15_000];
    for (const host of ['ann', 'bob', 'cat']) expect(world.effects(host)).toEqual([{ ...common, endsAt, from, to }]);
    expect(await Promise.all(['ann', 'bob', 'cat'].map((host) => world.gift(host, 1)))).toEqual([3, 3, 3]);
    await world.clock.advance(1000);
    await world.gift('ann', 1);
    expect(world.effects('cat')).toMatchObject([{ from, to }]);
    expect(multiplierAt(world.shown('cat'), from)).toBe(3);
    expect(multiplierAt(world.shown('cat'), to)).toBe(1);
    await world.clock.advance(9000);
    expect(await world.gift('cat', 1)).toBe(1);
    expect(world.effects('cat')).toEqual([]);
  });

  it('that is not reached in time is over, and opens nothing', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(target);
    await world.gift('ann', 99);
    await world.clock.advance(20_000);
    expect(world.effects('bob')).toEqual([]);
    expect(await world.gift('bob', 50)).toBe(50);
    expect((await world.events(world.battleId)).map(({ type }) => type)).not.toContain('target-reached');
  });

  it('counts what the hosts have already', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.gift('ann', 100);
    const { effect } = await world.apply(target);
    expect(effect).toMatchObject({ from: world.startedAt, to: world.startedAt + 10_000 });
  });

  it('can be reached by a correction upwards, and stays reached after one downwards', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(target);
    await world.referee.addScores(world.battleId, [{ eventId: 'fix', userId: 'ann', total: 100 }]);
    await world.gift('ann', -50);
    expect(await world.gift('bob', 1)).toBe(3);
  });

  it('multiplies with a boost and with a multiplier window', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { multipliers: [{ from: 0, to: 10, factor: 2 }] });
    await world.apply(target);
    await world.apply({ type: 'boost', userId: 'ann', factor: 5, seconds: 10 });
    await world.gift('bob', 50);
    expect(await world.gift('ann', 1)).toBe(30);
  });

  it('is known to late gifts by when they were sent', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(target);
    await world.clock.advance(1000);
    await world.gift('ann', 100);
    await world.clock.advance(20_000);
    expect(await world.gift('bob', 1, { sentAt: world.startedAt + 999 })).toBe(1);
    expect(await world.gift('bob', 1, { sentAt: world.startedAt + 1000 })).toBe(3);
    expect(await world.gift('bob', 1, { sentAt: world.startedAt + 11_000 })).toBe(1);
  });

  it('is one at a time; the next one may follow', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(target);
    expect(await codeOf(world.apply({ ...target, within: 30 }))).toBe(LiveErrorCode.effectNotPossible);
    await world.clock.advance(20_000);
    expect(await codeOf(world.apply({ ...target, within: 30 }))).toBeUndefined();
  });

  it('must have its time within the battle, and not behind it already', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply({ ...target, within: 61 }))).toBe(LiveErrorCode.effectNotPossible);
    await world.clock.advance(20_000);
    expect(await codeOf(world.apply(target))).toBe(LiveErrorCode.effectNotPossible);
    expect(await codeOf(world.apply({ ...target, within: 60 }))).toBeUndefined();
  });

  it.each([
    ['points', 0],
    ['within', 0],
    ['factor', 1],
    ['factor', 11],
    ['seconds', 0],
    ['seconds', 301],
  ])('with %s %i is malformed', async (field, value) => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply({ ...target, [field]: value }))).toBe(LiveErrorCode.invalidParameter);
  });
});
