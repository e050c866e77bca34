import { defineConfig } from 'vitest/config';

/**
 * Runs the directed tests of the rules. Random play is left out: it would find nearly every mutant, and so hide what
 * the directed tests miss.
 */
export default defineConfig({
  test: { include: ['test/referee/**/*.test.ts'], exclude: ['test/referee/play-*.test.ts'], testTimeout: 60_000 },
});
