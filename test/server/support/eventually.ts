import { vi } from 'vitest';

/** Waits until the assertions hold, at most 10 seconds: the machine may be busy. */
export async function eventually(assertions: () => unknown): Promise<void> {
  await vi.waitFor(assertions, { timeout: 10_000, interval: 2 });
}
