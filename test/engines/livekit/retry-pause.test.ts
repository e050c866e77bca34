import { afterEach, describe, expect, it, vi } from 'vitest';
import { retryDelay, RetryPause } from '../../../src/engines/livekit/room/retry-pause.js';
import { roomOptions } from '../../../src/engines/livekit/room/room-options.js';

afterEach(() => {
  vi.useRealTimers();
});

describe('retryDelay', () => {
  it('doubles up to five seconds', () => {
    const delays = [0, 1, 2, 3, 4, 5, 2000].map((failures) => retryDelay(failures, () => 1));
    expect(delays).toEqual([300, 600, 1200, 2400, 4800, 5000, 5000]);
  });

  it('spreads clients over half of it', () => {
    expect(retryDelay(0, () => 0)).toBe(150);
  });
});

describe('RetryPause', () => {
  it('can be cut short', async () => {
    vi.useFakeTimers();
    const pause = new RetryPause();
    const waiting = pause.wait();
    pause.skip();
    await waiting;
    expect(vi.getTimerCount()).toBe(0);
  });

  it('is short again after a success', async () => {
    vi.useFakeTimers();
    const pause = new RetryPause();
    for (let failure = 0; failure < 10; failure++) await Promise.all([pause.wait(), vi.advanceTimersByTimeAsync(5000)]);
    pause.reset();
    let isOver = false;
    void pause.wait().then(() => (isOver = true));
    await vi.advanceTimersByTimeAsync(300);
    expect(isOver).toBe(true);
  });
});

describe("LiveKit's own retries", () => {
  it('are frequent, and end in time for ours', () => {
    const next = (retryCount: number, elapsedMs: number): number | null | undefined =>
      roomOptions.reconnectPolicy?.nextRetryDelayInMs({ retryCount, elapsedMs });
    expect(next(0, 0)).toBeLessThanOrEqual(300);
    expect(next(20, 14_000)).toBeLessThanOrEqual(2000);
    expect(next(20, 16_000)).toBeNull();
  });
});
