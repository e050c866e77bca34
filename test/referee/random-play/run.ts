import fc from 'fast-check';
import type { Tally } from './tally.js';

/** Plays on until so many commands have been tried. */
export async function playUntil<T extends unknown[]>(
  commands: number,
  tally: Tally,
  property: fc.IAsyncProperty<T>,
): Promise<void> {
  // A failing play is made smaller for a minute at most; a passing one takes no more than a moment.
  while (tally.commands < commands) {
    await fc.assert(property, { numRuns: 20, interruptAfterTimeLimit: 60_000, markInterruptAsFailure: true });
  }
}

/** Says in an error what led to it. */
export async function telling(story: readonly string[], play: () => Promise<void>): Promise<void> {
  try {
    await play();
  } catch (error) {
    throw new Error(`${String(error)} after\n${story.slice(-16).join('\n')}`, { cause: error });
  }
}
