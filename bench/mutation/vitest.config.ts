import { defineConfig } from 'vitest/config';

/** The directed tests of the rules: random play would find nearly everything, and say nothing about them. */
export default defineConfig({
  test: { include: ['test/referee/**/*.test.ts'], exclude: ['test/referee/play-*.test.ts'], testTimeout: 60_000 },
});
