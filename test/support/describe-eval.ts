import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { playTrials, type Trial } from '../../src/evaluation/index.ts'
import { startApp, type RunningApp } from './start-app.ts'

/**
 * Evaluation trials as tests: one test a trial, played and scored by the functions that `npm run eval` uses. A test fails
 * with the words of the critical checks that did; an error of the house fails it as an error.
 */
export function describeEval(name: string, trials: readonly Trial[]): void {
  describe(name, () => {
    let running: RunningApp
    beforeAll(async () => {
      running = await startApp()
    })
    afterAll(() => running.close())

    test.each(trials.map((trial) => [trial.key, trial] as const))('%s', async (_, trial) => {
      const [result] = await playTrials([trial], running.app, { concurrency: 1 })
      expect(result?.error).toBeUndefined()
      const failed = result?.checks.filter(({ ok, critical }) => critical && !ok).map(({ message }) => message)
      expect(failed).toEqual([])
    })
  })
}
