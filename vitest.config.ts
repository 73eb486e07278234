import { defineConfig } from 'vitest/config'

export default defineConfig({
  test: {
    projects: [
      {
        test: {
          name: 'unit',
          include: ['test/**/*.test.ts'],
          exclude: ['test/browser/**'],
          globalSetup: 'test/support/learn-once.ts',
          setupFiles: 'test/support/compile-cache.ts',
          pool: 'threads',
          // Files of a thread share their modules: nothing of ours is replaced by a double, and importing costs more than testing.
          isolate: false,
          maxWorkers: 2,
          // A house with a data folder of its own learns for ten seconds, on a busy machine for many more.
          testTimeout: 180_000,
          hookTimeout: 180_000,
        },
      },
      {
        test: {
          name: 'browser',
          include: ['test/browser/**/*.test.ts'],
          fileParallelism: false,
          testTimeout: 120_000,
          hookTimeout: 300_000,
        },
      },
    ],
  },
})
