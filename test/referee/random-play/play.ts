import fc from 'fast-check';
import { LiveError, LiveErrorCode } from '../../../src/core/index.js';
import type { Arena } from './arena.js';
import { actionOf, weights, type Act, type Action } from './action.js';
import { KnownWorld } from './known-world.js';
import type { Tally } from './tally.js';

/** One thing tried, and what the clock does before it. */
export interface Step {
  act: Act;
  throws: readonly number[];
  time: { kind: 'none' | 'pass' | 'sleep' | 'set-back'; ms: number };
}

const time: fc.Arbitrary<Step['time']> = fc.oneof(
  { weight: 30, arbitrary: fc.constant({ kind: 'none' as const, ms: 0 }) },
  { weight: 6, arbitrary: fc.record({ kind: fc.constant('pass' as const), ms: fc.nat(20_000) }) },
  // The machine slept: what fell due has not rung yet.
  { weight: 2, arbitrary: fc.record({ kind: fc.constant('sleep' as const), ms: fc.nat(40_000) }) },
  // Somebody corrected the machine's clock.
  { weight: 1, arbitrary: fc.record({ kind: fc.constant('set-back' as const), ms: fc.nat(2_000) }) },
);

const act: fc.Arbitrary<Act> = fc.oneof(
  ...(Object.entries(weights) as [Act, number][]).map(([name, weight]) => ({ weight, arbitrary: fc.constant(name) })),
);

export const step: fc.Arbitrary<Step> = fc.record({
  act,
  throws: fc.array(fc.noBias(fc.nat(2 ** 20)), { minLength: 24, maxLength: 24 }),
  time,
});

export const steps = fc.array(step, { minLength: 1, maxLength: 200, size: 'max' });

export async function passTime({ clock }: Arena, { kind, ms }: Step['time']): Promise<void> {
  if (kind === 'pass') await clock.advance(ms);
  if (kind === 'sleep') clock.skip(ms);
  if (kind === 'set-back') clock.skip(-ms);
}

export function draw(arena: Arena, { act, throws }: Step): Action {
  return actionOf(act, new KnownWorld(arena.mirror, arena.clock.now()), throws);
}

/** Tries it; whether it was done. Whatever is refused is refused with a code that says why. */
export async function attempt(arena: Arena, action: Action, tally: Tally): Promise<boolean> {
  try {
    await action.attempt(arena.referee);
    tally.count(action.act, true);
    return true;
  } catch (error) {
    if (!(error instanceof LiveError) || error.code === LiveErrorCode.internal) throw error;
    tally.count(action.act, false);
    return false;
  }
}
