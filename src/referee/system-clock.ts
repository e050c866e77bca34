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
      const wait = at - now();
      timer = timers.setTimeout(wait > farthest ? arm : wake, Math.min(Math.max(wait, 0), farthest));
    };
    arm();
    return () => {
      timers.clearTimeout(timer as never);
    };
  };
  return { now, wakeAt };
}
