import { describe, expect, it } from 'vitest';
import { limits, LiveErrorCode } from '../../../src/core/index.js';
import { replay } from '../../../src/referee/index.js';
import { codeOf } from '../test-world.js';
import { EffectWorld, type SentEffect } from './effect-world.js';

const boost: SentEffect = { type: 'boost', userId: 'ann', factor: 2, seconds: 10 };
const hide: SentEffect = { type: 'hide', userId: 'ann', seconds: 10 };
const all: readonly SentEffect[] = [
  boost,
  hide,
  { type: 'extend', seconds: 5 },
  { type: 'target', points: 10, within: 20, factor: 2, seconds: 5 },
];

describe('an effect', () => {
  it.each(all)('is refused unless the config allows it: $type', async (effect) => {
    const none = await EffectWorld.of(['ann', 'bob'], { effects: [] });
    expect(await codeOf(none.apply(effect))).toBe(LiveErrorCode.effectNotAllowed);
    const others = all.map(({ type }) => type).filter((type) => type !== effect.type);
    const rest = await EffectWorld.of(['ann', 'bob'], { effects: others });
    expect(await codeOf(rest.apply(effect))).toBe(LiveErrorCode.effectNotAllowed);
    const alone = await EffectWorld.of(['ann', 'bob'], { effects: [effect.type] });
    expect(await codeOf(alone.apply(effect))).toBeUndefined();
  });

  it('is not allowed where the config says nothing', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    const battleId = await (async () => {
      await world.referee.executeForBackend({ type: 'end-battle', battleId: world.battleId });
      return await world.battle(60, 'ann', 'bob');
    })();
    expect(world.shown('bob').config.effects).toEqual([]);
    const command = { type: 'apply-effect' as const, battleId, eventId: 'one', effect: boost };
    expect(await codeOf(world.referee.executeForBackend(command))).toBe(LiveErrorCode.effectNotAllowed);
  });

  it.each(all)('is applied once, however often it is sent: $type', async (effect) => {
    const world = await EffectWorld.of(['ann', 'bob']);
    const first = await world.apply(effect, 'gift-1');
    await world.clock.advance(1000);
    const revision = world.document('bob').revision;
    expect(await world.apply(effect, 'gift-1')).toEqual({ status: 'duplicate', effect: first.effect });
    expect(world.document('bob').revision).toBe(revision);
    await world.clock.advance(100_000);
    expect(world.shown('bob').phase).toBe('over');
    expect(await world.apply(effect, 'gift-1')).toMatchObject({ status: 'duplicate' });
  });

  it('under the id of another effect is a conflict', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost, 'gift-1');
    expect(await codeOf(world.apply({ ...boost, factor: 3 }, 'gift-1'))).toBe(LiveErrorCode.effectConflict);
    expect(await codeOf(world.apply(hide, 'gift-1'))).toBe(LiveErrorCode.effectConflict);
    expect(world.effects('bob')).toHaveLength(1);
  });

  it('may name whose gift it was, and everybody sees it', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost, 'gift-1', { contributor: { userId: 'vic', userName: 'v'.repeat(40) } });
    const contributor = { userId: 'vic', userName: 'v'.repeat(limits.contributorNameLength), avatarUrl: '' };
    expect(world.effects('bob')).toMatchObject([{ contributor }]);
  });

  it('needs a running battle', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { countdown: 5, penalty: 10 });
    expect(await codeOf(world.apply(boost))).toBe(LiveErrorCode.battleNotStarted);
    await world.clock.advance(5000);
    await world.gift('ann', 1);
    await world.clock.advance(60_000);
    expect(world.shown('ann').phase).toBe('penalty');
    expect(await codeOf(world.apply(boost))).toBe(LiveErrorCode.battleEnded);
    await world.clock.advance(10_000);
    expect(await codeOf(world.apply(boost))).toBe(LiveErrorCode.battleEnded);
    world.battleId = 'nothing';
    expect(await codeOf(world.apply(boost))).toBe(LiveErrorCode.battleNotFound);
  });

  it('is refused while the battle is only asked for', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { needResponse: true });
    expect(await codeOf(world.apply(boost))).toBe(LiveErrorCode.battleNotRunning);
  });

  it.each([
    ['no object', 7],
    ['no type', { seconds: 5 }],
    ['an unknown type', { type: 'constructor', seconds: 5 }],
    ['a field of another effect', { type: 'extend', seconds: 5, factor: 2 }],
  ])('that is %s is malformed', async (_, effect) => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply(effect as SentEffect))).toBe(LiveErrorCode.invalidParameter);
  });

  it.each(['', 'x'.repeat(129), '\ud800'])('needs an event id of its own: %j', async (eventId) => {
    const world = await EffectWorld.of(['ann', 'bob']);
    expect(await codeOf(world.apply(boost, eventId))).toBe(LiveErrorCode.invalidParameter);
  });

  it('is one of at most 20 at a time and 100 in all', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { duration: 3600 });
    const short = { ...boost, seconds: 1 };
    for (let round = 0; round < limits.battleEffects / limits.battleEffectsAtOnce; round++) {
      for (let i = 0; i < limits.battleEffectsAtOnce; i++) await world.apply(short);
      expect(await codeOf(world.apply(short))).toBe(LiveErrorCode.effectNotPossible);
      await world.clock.advance(limits.battleEffectsAtOnce * 1000);
    }
    expect(world.effects('ann')).toEqual([]);
    expect(await codeOf(world.apply(short))).toBe(LiveErrorCode.effectNotPossible);
  });

  it('is settled at its time, even if nobody rang: what comes after it counts as it is', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost);
    world.clock.skip(15_000);
    expect(await world.gift('ann', 1)).toBe(1);
    const ended = (await world.events(world.battleId)).find(({ type }) => type === 'effect-ended');
    expect(ended).toMatchObject({ at: world.startedAt + 10_000, effectId: 1 });
  });

  it('outlives a restart of the server', async () => {
    const world = await EffectWorld.of(['ann', 'bob']);
    await world.apply(boost);
    await world.apply(hide);
    await world.restart().start();
    expect(await world.gift('ann', 1)).toBe(2);
    await world.clock.advance(10_000);
    expect(world.effects('bob')).toEqual([]);
    expect(world.totals('bob')).toEqual({ ann: 2, bob: 0 });
  });

  it('is in the ledger: replay makes the same battle', async () => {
    const world = await EffectWorld.of(['ann', 'bob'], { extraTime: 10 });
    for (const effect of all) await world.apply(effect);
    await world.gift('bob', 20);
    await world.gift('ann', 10);
    await world.clock.advance(200_000);
    const { battleId } = world;
    expect(replay(await world.referee.ledger(battleId)).at(-1)?.battle).toEqual(await world.referee.battle(battleId));
    const types = (await world.events(battleId)).map(({ type }) => type);
    expect(types.filter((type) => type === 'effect-applied')).toHaveLength(4);
    expect(types.filter((type) => type === 'effect-ended')).toHaveLength(3);
    expect(types.indexOf('battle-ended')).toBeGreaterThan(types.lastIndexOf('effect-ended'));
    expect(types).toContain('target-reached');
  });
});
