import { SCORER_VERSION, type Run, type TrialResult } from '../../src/evaluation/index.ts'

/** A trial that passed, but for what is given. */
export function sampleTrial(given: Partial<TrialResult> = {}): TrialResult {
  const passed = given.passed ?? true
  return {
    key: 'answers/kite-fee/0',
    suite: 'answers',
    sample: 'kite-fee',
    cluster: 'kite-fee',
    severity: 'critical',
    guide: 'kite-permit',
    tags: ['fee'],
    quarantined: false,
    passed,
    checks: [
      {
        name: 'fact:fee',
        ok: passed,
        critical: true,
        message: passed ? '工本费 = 40 CNY（fee）：说对了' : '工本费 = 40 CNY（fee）：说错了',
        evidence: '工本费40元',
      },
    ],
    measures: { 'fact recall': passed ? 1 : 0 },
    turns: [{ said: '风筝证多少钱', text: '工本费40元。[1]', ending: 'answer', sources: ['kite-permit#fees'] }],
    ...given,
  }
}

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
