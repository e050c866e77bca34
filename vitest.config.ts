import { defaultServerConditions } from 'vite';
import { defineConfig } from 'vitest/config';

/** The server names the kit by its package; in tests that means the sources. */
const conditions = ['@live-battles/source', ...defaultServerConditions];
const ssr = { resolve: { conditions, externalConditions: conditions } };

export default defineConfig({
  test: {
    projects: [
      {
        ssr,
        test: {
          name: 'unit',
          include: ['test/{core,referee,engines,scripts,server,studio,conformance,docs}/**/*.test.ts'],
          exclude: ['**/*.browser.test.ts'],
          // Some start whole processes; on a busy machine that takes as long as it takes.
          testTimeout: 60_000,
        },
      },
      {
        ssr,
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
