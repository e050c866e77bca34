import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest';
import { systemClock } from '../../src/referee/index.js';

describe('the clock of the machine', () => {
  beforeEach(() => {
    vi.useFakeTimers({ now: 1_800_000_000_000 });
  });
  afterEach(() => {
    vi.useRealTimers();
  });

  it('wakes once, at the instant', () => {
    const wake = vi.fn();
    const clock = systemClock(globalThis);
    clock.wakeAt(clock.now() + 1000, wake);
    vi.advanceTimersByTime(999);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(5000);
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it('wakes soon, but not during the call, when the instant has passed', () => {
    const wake = vi.fn();
    const clock = systemClock(globalThis);
    clock.wakeAt(clock.now() - 1000, wake);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it('does not wake when called off', () => {
    const wake = vi.fn();
    const clock = systemClock(globalThis);
    const callOff = clock.wakeAt(clock.now() + 1000, wake);
    callOff();
    vi.advanceTimersByTime(5000);
    expect(wake).not.toHaveBeenCalled();
  });

  it('waits for instants further away than a timer can hold', () => {
    const wake = vi.fn();
    const clock = systemClock(globalThis);
    const days = 60 * 24 * 3600 * 1000;
    clock.wakeAt(clock.now() + days, wake);
    vi.advanceTimersByTime(days - 1);
    expect(wake).not.toHaveBeenCalled();
    vi.advanceTimersByTime(1);
    expect(wake).toHaveBeenCalledTimes(1);
  });

  it('never wakes before the instant, though timers may ring a little early', () => {
    const wake = vi.fn();
    const clock = systemClock({
      setTimeout: (ring, ms) => setTimeout(ring, ms > 1 ? ms - 1 : ms),
      clearTimeout: (timer: never) => {
        clearTimeout(timer);
      },
    });
    const at = clock.now() + 1000;
    clock.wakeAt(at, () => {
      wake(clock.now());
    });
    vi.advanceTimersByTime(2000);
    expect(wake.mock.calls[0]?.[0]).toBeGreaterThanOrEqual(at);
  });
});
