import { setTimeout as wait } from 'node:timers/promises';
import { describe, expect, it } from 'vitest';
import { LatestWins, type LatestWinsOptions } from '../../server/src/livekit/latest-wins.js';
import { eventually } from './support/eventually.js';

function lane(send: () => Promise<void>, options: Partial<LatestWinsOptions> = {}) {
  const failures: unknown[] = [];
  const stop = new AbortController();
  const latest = new LatestWins({
    send,
    retryAfter: 5,
    signal: stop.signal,
    onFailure: (error) => failures.push(error),
    onSuccess: () => {},
    isFinal: () => false,
    ...options,
  });
  return { latest, failures, stop };
}

describe('LatestWins', () => {
  it('sends at once, and once for all marks that come while it sends', async () => {
    let value = 1;
    const sent: number[] = [];
    const { latest } = lane(async () => {
      const read = value;
      await wait(5);
      sent.push(read);
    });
    latest.mark();
    for (value = 2; value < 10; value++) latest.mark();
    await eventually(() => expect(sent).toEqual([1, 10]));
    await wait(20);
    expect(sent).toEqual([1, 10]);
  });

  it('never has two sendings under way', async () => {
    let underWay = 0;
    let most = 0;
    let count = 0;
    const { latest } = lane(async () => {
      most = Math.max(most, ++underWay);
      await wait(2);
      underWay--;
      count++;
    });
    for (let i = 0; i < 20; i++) {
      latest.mark();
      await wait(1);
    }
    await eventually(() => expect(count).toBeGreaterThan(3));
    expect(most).toBe(1);
  });

  it('keeps a pause between two sendings', async () => {
    let count = 0;
    const { latest, stop } = lane(
      async () => {
        count++;
      },
      { pause: 50 },
    );
    for (const end = Date.now() + 180; Date.now() < end; await wait(2)) latest.mark();
    expect(count).toBeGreaterThanOrEqual(2);
    expect(count).toBeLessThanOrEqual(5);
    stop.abort();
  });

  it('tries again until it works, with what is newest by then', async () => {
    let value = 1;
    const tried: number[] = [];
    const { latest, failures } = lane(async () => {
      tried.push(value);
      if (tried.length < 4) throw new Error('down');
    });
    latest.mark();
    value = 2;
    await eventually(() => expect(tried).toHaveLength(4));
    expect(tried.slice(1)).toEqual([2, 2, 2]);
    expect(failures).toHaveLength(3);
    await wait(30);
    expect(tried).toHaveLength(4);
  });

  it('gives up on what will never work, but not on what comes next', async () => {
    let count = 0;
    const { latest, failures } = lane(
      async () => {
        if (++count === 1) throw new Error('never');
      },
      { isFinal: () => true },
    );
    latest.mark();
    await wait(30);
    expect({ count, failures: failures.length }).toEqual({ count: 1, failures: 1 });
    latest.mark();
    await eventually(() => expect(count).toBe(2));
  });

  it('waits longer and longer with what is refused for good, however often it is marked', async () => {
    const pauses: number[] = [];
    let last = 0;
    const { latest, stop } = lane(
      async () => {
        const now = performance.now();
        if (last > 0) pauses.push(now - last);
        last = now;
        throw new Error('never');
      },
      { isFinal: () => true, retryAfter: 20 },
    );
    const marking = setInterval(() => latest.mark(), 1);
    await eventually(() => expect(pauses.length).toBeGreaterThanOrEqual(4));
    clearInterval(marking);
    stop.abort();
    // Each pause is at least half of 20, 40, 80 and 160 ms. A timer may fire one millisecond early.
    for (const [index, atLeast] of [10, 20, 40, 80].entries())
      expect(pauses[index]).toBeGreaterThanOrEqual(atLeast - 1);
  });

  it('does not wait any more once something is taken', async () => {
    let isRefused = true;
    let sent = 0;
    const { latest } = lane(
      async () => {
        if (isRefused) throw new Error('never');
        sent++;
      },
      { isFinal: () => true },
    );
    latest.mark();
    isRefused = false;
    latest.mark();
    await eventually(() => expect(sent).toBe(1));
    await eventually(() => expect(latest.isIdle).toBe(true));
    latest.mark();
    await eventually(() => expect(sent).toBe(2));
  });

  it('ends when it is stopped', async () => {
    let count = 0;
    const { latest, stop } = lane(async () => {
      count++;
      throw new Error('down');
    });
    latest.mark();
    await wait(1);
    stop.abort();
    const before = count;
    await wait(30);
    latest.mark();
    await wait(5);
    expect(count).toBe(before);
  });
});
