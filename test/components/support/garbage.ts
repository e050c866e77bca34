import { wait } from './time.js';

const rounds = 60;

/**
 * Lets the browser collect garbage until `isEnough`, for a limited number of rounds. Calls `gc` where there is one;
 * elsewhere it fills the memory.
 */
export async function collectGarbage(isEnough: () => boolean): Promise<void> {
  const { gc } = globalThis as { gc?: () => void };
  for (let round = 0; round < rounds && !isEnough(); round++) {
    if (gc) gc();
    else makeGarbage();
    await wait(20);
  }
}

function makeGarbage(): void {
  const kept: unknown[] = [];
  for (let i = 0; i < 200; i++) kept.push(new Array(20_000).fill({ i }));
}
