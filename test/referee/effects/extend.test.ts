import { describe, expect, it } from 'vitest';
import { LiveErrorCode } from '../../../src/core/index.js';
import { codeOf } from '../test-world.js';
import { EffectWorld } from './effect-world.js';

const extend = (seconds: number) => ({ type: 'extend' as const, seconds });

describe('an extension', () => {
  it('moves the end, and everybody sees it at once', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.clock.advance(59_000);
    const { effect } = await world.apply(extend(10));
    const [from, to] = [world.startedAt + 60_000, world.startedAt + 70_000];
    expect(effect).toEqual({ effectId: 1, type: 'extend', from, to, contributor: null });
    for (const host of ['ann', 'bob']) expect(world.shown(host)).toMatchObject({ endsAt: to, effects: [effect] });
    await world.clock.advance(10_999);
    expect(await world.gift('ann', 1)).toBe(1);
    expect(world.shown('bob').phase).toBe('running');
    await world.clock.advance(1);
    expect(world.shown('bob')).toMatchObject({ phase: 'over', endedAt: to });
  });

  it('can be given three times', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    for (const seconds of [10, 1, 5]) await world.apply(extend(seconds));
    expect(await codeOf(world.apply(extend(1)))).toBe(LiveErrorCode.effectNotPossible);
    expect(world.shown('ann').endsAt).toBe(world.startedAt + 76_000);
  });

  it.each([0, 11, -1, 1.5])('of %s seconds is malformed', async (seconds) => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply(extend(seconds)))).toBe(LiveErrorCode.invalidParameter);
  });

  it('comes too late at the end, also while late gifts are waited for', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], {}, { lateScores: 5000 });
    await world.clock.advance(60_000);
    expect(world.shown('ann').phase).toBe('running');
    expect(await codeOf(world.apply(extend(1)))).toBe(LiveErrorCode.battleEnded);
  });

  it('makes extra time longer too, and counts what was sent in either time', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { extraTime: 10 }, { lateScores: 5000 });
    const sentAfter = async (ms: number) => await world.gift('ann', 1, { sentAt: world.startedAt + ms });
    await world.apply(extend(10));
    // A draw: extra time begins once late gifts have been waited for.
    await world.clock.advance(75_000);
    await world.apply(extend(4));
    expect(world.shown('ann')).toMatchObject({
      endsAt: world.startedAt + 89_000,
      extraTimeStartedAt: world.startedAt + 75_000,
    });
    await world.clock.advance(14_000);
    // The battle no longer runs: only what was sent while it ran counts.
    expect(await sentAfter(69_999)).toBe(1);
    expect(await sentAfter(70_000)).toBeUndefined();
    expect(await sentAfter(74_999)).toBeUndefined();
    expect(await sentAfter(75_000)).toBe(1);
    expect(await sentAfter(88_999)).toBe(1);
    expect(await sentAfter(89_000)).toBeUndefined();
  });

  it('is time in which gifts were sent, seen from extra time; the rest of an effect is not', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { extraTime: 10 }, { lateScores: 2000 });
    await world.clock.advance(57_000);
    await world.apply({ type: 'boost', userId: 'ann', factor: 2, seconds: 5 });
    await world.clock.advance(16_000);
    expect(world.shown('ann').extraTimeStartedAt).toBe(world.startedAt + 62_000);
    expect(await world.gift('ann', 1, { sentAt: world.startedAt + 61_000 })).toBeUndefined();
    expect(await world.gift('ann', 1, { sentAt: world.startedAt + 59_000 })).toBe(2);
    const extended = await EffectWorld.of(['ann', 'bob'], { extraTime: 10 });
    await extended.apply(extend(10));
    await extended.clock.advance(62_000);
    await extended.apply({ type: 'boost', userId: 'ann', factor: 2, seconds: 5 });
    await extended.clock.advance(10_000);
    expect(await extended.gift('ann', 1, { sentAt: extended.startedAt + 63_000 })).toBe(2);
  });
});
