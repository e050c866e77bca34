import { defineConfig } from 'vitest/config';

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/{core,referee,engines,scripts,server,studio,conformance,docs}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          // Some start whole processes; on a busy machine that takes as long as it takes.
          testTimeout: 60_000,
        },
      },
      {
        test: {
          name: 'e2e',
          include: ['test/{e2e,faults}/**/*.test.ts'],
          // Each starts servers and browsers of its own: one after the other on a small machine.
          fileParallelism: false,
          maxWorkers: 1,
          testTimeout: 120_000,
          hookTimeout: 180_000,
        },
      },
    ],
  },
});
