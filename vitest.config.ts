import { defineConfig } from 'vitest/config'

/** What tests of the house have in common, in whichever project they are. */
const HOUSE = {
  globalSetup: 'test/support/learn-once.ts',
  setupFiles: 'test/support/compile-cache.ts',
  pool: 'threads',
  // Files of a thread share their modules: nothing of ours is replaced by a double, and importing costs more than testing.
  isolate: false,
  maxWorkers: 2,
  // A house with a data folder of its own learns for ten seconds, on a busy machine for many more.
  testTimeout: 180_000,
  hookTimeout: 180_000,
} as const

/**
 * A test is long, and its file ends in `.long.test.ts`, where it plays suites through the command of the evaluation, goes
 * through thousands of cases or rows for seconds, or starts servers in processes of their own or kills them.
 */
const LONG = 'test/**/*.long.test.ts'

export default defineConfig({
  test: {
    projects: [
      { test: { ...HOUSE, name: 'unit', include: ['test/**/*.test.ts'], exclude: ['test/browser/**', LONG] } },
      { test: { ...HOUSE, name: 'long', include: [LONG] } },
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
