import fc from 'fast-check';
import { expect, it } from 'vitest';
import { Arena } from './random-play/arena.js';
import { weights, type Act } from './random-play/action.js';
import { hold } from './random-play/hold.js';
import { Invariants } from './random-play/invariants.js';
import { opening } from './random-play/openings.js';
import { attempt, draw, passTime, steps, type Step } from './random-play/play.js';
import { playUntil, telling } from './random-play/run.js';
import { Tally } from './random-play/tally.js';

const commands = 100_000;
const tally = new Tally();

it(`holds over ${commands} commands, one after the other, on a clock that nobody may trust`, async () => {
  await playUntil(
    commands,
    tally,
    fc.asyncProperty(opening, steps, fc.constantFrom(0, 5000), async ({ play }, all, lateScores) => {
      const arena = new Arena({ grace: { lateScores } });
      await play(arena);
      const invariants = new Invariants(arena);
      const story: string[] = [];
      await telling(story, async () => {
        for (const step of all) await take(arena, step, invariants, story);
        await invariants.checkEnd();
      });
    }),
  );
  expect(tally.commands).toBeGreaterThanOrEqual(commands);
}, 600_000);

it('has both done and refused every command there is', () => {
  const acts = Object.keys(weights) as Act[];
  expect(acts.filter((act) => !tally.done.has(act))).toEqual([]);
  // The server reports presence; that is never refused.
  expect(acts.filter((act) => !tally.refused.has(act))).toEqual(['presence']);
});

async function take(arena: Arena, step: Step, invariants: Invariants, story: string[]): Promise<void> {
  await passTime(arena, step.time);
  const action = draw(arena, step);
  story.push(`${arena.clock.now()} (${step.time.kind} ${step.time.ms}) ${action.text}`);
  // After a sleep, overdue events happen with the next command, even if that command is refused.
  const hasSlept = step.time.kind === 'sleep';
  const { writes } = arena.mirror;
  const isDone = await attempt(arena, action, tally);
  if (!isDone && !hasSlept) hold(arena.mirror.writes === writes, () => 'whatever is refused changes nothing');
  await arena.ring();
  invariants.checkStep();
}
