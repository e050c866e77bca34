import type { Clock } from './ports.js';

/** Timers further away than this overflow; they are set again on the way. */
const farthest = 2 ** 31 - 1;

/** The machine's own clock; page and server bring their own timer functions. */
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
    // Timers may ring a millisecond before the clock shows the instant.
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
