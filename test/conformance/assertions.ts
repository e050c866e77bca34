import { LiveError, LiveErrorCode } from '../../src/core/index.js';

// The scenarios run under several test frameworks and in pages without one, so they have assertions of their own.

/** How long a scenario waits for a condition, milliseconds. */
export const patience = 8_000;
const pollMs = 20;

export function equal(actual: unknown, expected: unknown, what: string): void {
  if (textOf(actual) === textOf(expected)) return;
  throw new Error(`${what}: expected ${textOf(expected)}, got ${textOf(actual)}`);
}

export function isTrue(condition: boolean, what: string): void {
  if (!condition) throw new Error(`not so: ${what}`);
}

/** Waits until `read` returns a value equal to `expected`. */
export async function becomes(read: () => unknown, expected: unknown, what: string): Promise<void> {
  const wanted = textOf(expected);
  const deadline = Date.now() + patience;
  while (textOf(read()) !== wanted) {
    if (Date.now() > deadline) {
      throw new Error(`${what}: expected ${wanted}, still ${textOf(read())} after ${patience} ms`);
    }
    await pause(pollMs);
  }
}

/** Waits until `read` returns a value other than null, undefined and false, and returns it. */
export async function appears<T>(read: () => T | null | undefined | false, what: string): Promise<T> {
  const deadline = Date.now() + patience;
  for (;;) {
    const value = read();
    if (value !== null && value !== undefined && value !== false) return value;
    if (Date.now() > deadline) throw new Error(`${what}: nothing after ${patience} ms`);
    await pause(pollMs);
  }
}

/** Asserts that the attempt is refused with this code. */
export async function refused(attempt: Promise<unknown>, code: LiveErrorCode, what: string): Promise<void> {
  const answer = await attempt.then(
    () => 'no refusal',
    (error: unknown) => (error instanceof LiveError ? nameOf(error.code) : String(error)),
  );
  equal(answer, nameOf(code), what);
}

export async function pause(ms: number): Promise<void> {
  await new Promise((resolve) => setTimeout(resolve, ms));
}

function nameOf(code: LiveErrorCode): string {
  const found = Object.entries(LiveErrorCode).find(([, value]) => value === code);
  return found ? found[0] : String(code);
}

function textOf(value: unknown): string {
  return (
    JSON.stringify(value, (_, part: unknown) => (part instanceof Map ? [...part.entries()].sort() : part)) ??
    'undefined'
  );
}
