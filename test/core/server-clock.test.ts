import { expect, it } from 'vitest';
import { ServerClock } from '../../src/core/index.js';

/**
 * A page whose clock is `behind` the server's. `ways` say how long each request takes there and back. All in
 * milliseconds.
 */
function page(behind: number, ways: [there: number, back: number][]) {
  let now = 1_000_000;
  const trips = [...ways];
  const clock = new ServerClock(() => now);
  const serverTime = (): Promise<number> => {
    const [there, back] = trips.shift() ?? [0, 0];
    now += there;
    const answer = now + behind;
    now += back;
    return Promise.resolve(answer);
  };
  const pass = (ms: number): void => {
    now += ms;
  };
  /** Sets the page's clock, as when the device's time is changed. */
  const jump = (ms: number): void => {
    now += ms;
    behind -= ms;
  };
  return { clock, serverTime, pass, jump, error: () => clock.now() - (now + behind) };
}

it('is the local clock before it was ever synchronized', () => {
  expect(page(5000, []).error()).toBe(-5000);
});

it('is exact when both ways take as long', async () => {
  const { clock, serverTime, error, pass } = page(5000, [[40, 40]]);
  await clock.synchronize(serverTime, 1);
  expect(error()).toBe(0);
  pass(60_000);
  expect(error()).toBe(0);
});

it('is never off by more than half of the best round trip', async () => {
  const { clock, serverTime, error } = page(-90_000, [
    [500, 20],
    [30, 10],
    [10, 900],
  ]);
  await clock.synchronize(serverTime);
  expect(Math.abs(error())).toBeLessThanOrEqual(20);
});

it('passes over samples that fail or make no sense', async () => {
  const { clock, serverTime, error } = page(5000, [[10, 10]]);
  const answers = [() => Promise.reject(new Error('offline')), () => Promise.resolve(Number.NaN), serverTime];
  await clock.synchronize(() => (answers.shift() ?? serverTime)());
  expect(error()).toBe(0);
});

it('keeps what it knew when all samples fail', async () => {
  const { clock, serverTime, error } = page(5000, [[0, 0]]);
  await clock.synchronize(serverTime, 1);
  await clock.synchronize(() => Promise.reject(new Error('offline')));
  expect(error()).toBe(0);
});

it('takes a new measurement though its way was longer', async () => {
  const { clock, serverTime, error, jump } = page(5000, [
    [1, 1],
    [50, 50],
  ]);
  await clock.synchronize(serverTime, 1);
  jump(-3_600_000);
  expect(error()).not.toBe(0);
  await clock.synchronize(serverTime, 1);
  expect(error()).toBe(0);
});
