import { expect, it } from 'vitest';
import { OncePerFrame } from '../../../src/engines/local/once-per-frame.js';

/** Frames that end when the test says so. */
function setUp() {
  const done = { acts: 0 };
  let endFrame: (() => void) | null = null;
  const each = new OncePerFrame(
    (then) => {
      endFrame = then;
      return () => (endFrame = null);
    },
    () => done.acts++,
  );
  const frame = (): void => {
    const end = endFrame;
    endFrame = null;
    end?.();
  };
  return { each, done, frame, isWaiting: () => endFrame !== null };
}

it('acts in a microtask after an idle frame, and once at the end of a frame for all further requests', async () => {
  const { each, done, frame, isWaiting } = setUp();
  expect(isWaiting()).toBe(false);
  for (let request = 0; request < 3; request++) each.request();
  expect(done.acts).toBe(0);
  await Promise.resolve();
  expect(done.acts).toBe(1);
  frame();
  expect(done.acts).toBe(1);
  each.request();
  await Promise.resolve();
  each.request();
  each.request();
  expect(done.acts).toBe(2);
  frame();
  expect(done.acts).toBe(3);
  frame();
  expect(done.acts).toBe(3);
  expect(isWaiting()).toBe(false);
});

it('forgets what is due when it is stopped, and can begin again', async () => {
  const { each, done, frame, isWaiting } = setUp();
  each.request();
  each.stop();
  await Promise.resolve();
  expect(done.acts).toBe(0);
  each.request();
  await Promise.resolve();
  each.request();
  each.stop();
  expect(isWaiting()).toBe(false);
  frame();
  expect(done.acts).toBe(1);
  each.request();
  await Promise.resolve();
  expect(done.acts).toBe(2);
});
