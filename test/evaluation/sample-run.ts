import { SCORER_VERSION, type Run, type TrialResult } from '../../src/evaluation/index.ts'

/** A run of the given trials. */
export function sampleRun(trials: readonly TrialResult[], fingerprint: Partial<Run['fingerprint']> = {}): Run {
  return {
    version: 1,
    fingerprint: {
      engine: 'embedded',
      prompts: 'p',
      content: 'c',
      suites: 's',
      scorer: SCORER_VERSION,
      ...fingerprint,
    },
    trials: [...trials],
  }
}
