import type { Clock } from './ports.js';

/** The longest delay of a timer, milliseconds. Longer ones overflow, so a longer wait takes several timers. */
const farthest = 2 ** 31 - 1;

/** The clock of the machine. The page and the server pass their own timer functions. */
export function systemClock(timers: {
  setTimeout: (wake: () => void, ms: number) => unknown;
  clearTimeout: (timer: never) => void;
}): Clock {
  const now = (): number => Date.now();
  const wakeAt = (at: number, wake: () => void): (() => void) => {
    let timer: unknown;
    const arm = (): void => {
      timer = timers.setTimeout(ring, Math.min(Math.max(at - now(), 0), farthest));
    };
    // A timer may fire a millisecond before the clock shows its time.
    const ring = (): void => {
      if (now() < at) arm();
      else wake();
    };
    arm();
    return () => {
      timers.clearTimeout(timer as never);
    };
  };
  return { now, wakeAt };
}
