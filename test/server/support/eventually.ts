import { vi } from 'vitest';

/** Waits until the assertions hold; a busy machine may take its time. */
export async function eventually(assertions: () => unknown): Promise<void> {
  await vi.waitFor(assertions, { timeout: 10_000, interval: 2 });
}
