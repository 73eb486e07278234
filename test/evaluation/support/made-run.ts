import type { Fingerprint, Run, TrialResult } from '../../../src/evaluation/index.ts'

export const FINGERPRINT: Fingerprint = { engine: 'embedded', prompts: 'p', content: 'c', suites: 's', scorer: 1 }

/** A trial that passes unless one of its checks fails. The key gives suite and sample. */
export function madeTrial({ key, checks = [], ...rest }: Partial<TrialResult> & { readonly key: string }): TrialResult {
  const [suite = '', sample = ''] = key.split('/')
  return {
    key,
    suite,
    sample,
    cluster: sample,
    severity: 'normal',
    tags: [],
    quarantined: false,
    passed: checks.every(({ ok, critical }) => ok || !critical),
    checks,
    expects: 'e',
    measures: {},
    turns: [{ said: '居住证多少钱', text: '', ending: 'answer', sources: [] }],
    ...rest,
  }
}

export function madeRun(trials: readonly TrialResult[], fingerprint = FINGERPRINT): Run {
  return { version: 1, fingerprint, trials: [...trials] }
}

export const madeCheck = (name: string, ok: boolean, message = '') => ({ name, ok, critical: true, message })
