import fc from 'fast-check';
import { isDeepStrictEqual } from 'node:util';
import { expect, it } from 'vitest';
import { Arena } from './random-play/arena.js';
import { difference } from './random-play/check-told.js';
import { statesOf } from './random-play/foresight.js';
import { hold } from './random-play/hold.js';
import { Invariants } from './random-play/invariants.js';
import { opening } from './random-play/openings.js';
import { attempt, draw, passTime, step, type Step } from './random-play/play.js';
import { Crash } from './random-play/process.js';
import { playUntil, telling } from './random-play/run.js';
import { Tally } from './random-play/tally.js';

const commands = 20_000;
const tally = new Tally();
/** How often a crash came after so many steps of the referee, by number of steps. */
const crashes = new Map<number, number>();

/** Steps until the crash; null: no crash. */
const fuse = fc.oneof({ weight: 3, arbitrary: fc.constant(null) }, { weight: 1, arbitrary: fc.nat(12) });
const plan = fc.array(fc.record({ step, fuse }), { minLength: 1, maxLength: 120, size: 'max' });

it(`leaves each of ${commands} commands done wholly or not at all, wherever the process dies`, async () => {
  await playUntil(
    commands,
    tally,
    fc.asyncProperty(opening, plan, async ({ play }, all) => {
      const arena = new Arena({ grace: {} });
      await play(arena);
      const invariants = new Invariants(arena);
      const story: string[] = [];
      await telling(story, async () => {
        for (const { step, fuse } of all) await take(arena, step, fuse, story);
        await invariants.checkEnd();
      });

      async function take(arena: Arena, step: Step, fuse: number | null, story: string[]): Promise<void> {
        await passTime(arena, step.time);
        const action = draw(arena, step);
        story.push(`${arena.clock.now()} (dies after ${fuse}) ${action.text}`);
        const states = fuse === null ? [] : await statesOf(arena, action);
        if (fuse !== null) arena.process.dieAfter(fuse);
        try {
          await attempt(arena, action, tally);
        } catch (error) {
          if (!(error instanceof Crash)) throw error;
        }
        if (arena.process.isDead) {
          crashes.set(fuse!, (crashes.get(fuse!) ?? 0) + 1);
          await checkStored(arena);
          const is = arena.mirror.slice();
          hold(
            states.some((state) => isDeepStrictEqual(state, is)),
            () => `it is as before or as after, but ${states.map((state) => difference(is, state)).join(' or ')}`,
          );
          await arena.restart();
          // A user without an answer asks again.
          await attempt(arena, action, tally);
        }
        arena.process.dieAfter(Number.POSITIVE_INFINITY);
        await arena.ring();
        invariants.checkStep();
      }
    }),
  );
  expect(tally.commands).toBeGreaterThanOrEqual(commands);
}, 600_000);

it('has died after each of the first steps', () => {
  expect([...crashes.keys()].sort((a, b) => a - b).slice(0, 10)).toEqual([0, 1, 2, 3, 4, 5, 6, 7, 8, 9]);
});

/** Checks that the store returns what was written to it. */
async function checkStored({ store, mirror }: Arena): Promise<void> {
  const { lives, links, requests } = await store.read({ liveIds: [...mirror.lives.keys()] });
  const written = mirror.slice();
  for (const [stored, wanted] of [
    [lives, written.lives],
    [links, written.links],
    [requests, written.requests],
  ]) {
    hold(isDeepStrictEqual(stored, wanted), () => `the store gives what was written: ${difference(stored, wanted)}`);
  }
}
