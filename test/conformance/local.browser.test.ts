import { LocalArena } from './local-arena.js';
import { scenarios } from './scenarios.js';

describe('the local engine in a browser', () => {
  for (const { name, run } of scenarios) {
    it(name, async () => {
      const arena = new LocalArena({ camera: true });
      try {
        await run(arena);
      } finally {
        await arena.dispose();
      }
    });
  }
});
