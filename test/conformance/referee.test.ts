import { describe, it } from 'vitest';
import { LocalArena } from './local-arena.js';
import { scenarios } from './scenarios.js';

describe('the referee in memory, with the local engine in Node', () => {
  // Without a DOM there is no video. The browsers run the scenarios that need a camera.
  for (const { name, run } of scenarios.filter(({ needs = [] }) => !needs.includes('camera'))) {
    it.concurrent(name, { timeout: 20_000 }, async () => {
      const arena = new LocalArena({ camera: false });
      try {
        await run(arena);
      } finally {
        await arena.dispose();
      }
    });
  }
});
