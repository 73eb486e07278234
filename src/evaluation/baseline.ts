import { z } from 'zod'
import { Fingerprint, type Run, type TrialResult } from './run.ts'

/**
 * What a published engine did, one line a trial: `passed` and the critical checks that failed. Sorted and without times,
 * so that a change of it reads as a change of behaviour.
 */
export const Baseline = z.strictObject({
  version: z.literal(1),
  fingerprint: Fingerprint,
  /** Why it was blessed, and by whom it may be asked. */
  reason: z.string().min(1),
  trials: z.record(
    z.string(),
    z.strictObject({ passed: z.boolean(), cluster: z.string(), failed: z.array(z.string()).optional() }),
  ),
})
export type Baseline = z.infer<typeof Baseline>

/** The baseline that a run makes. Errors are left out: nothing is known of them. */
export function baselineOf({ fingerprint, trials }: Run, reason: string): Baseline {
  const lines = trials.flatMap((trial) => {
    if (trial.passed === null) return []
    const failed = failedChecks(trial)
    return [
      [
        trial.key,
        { passed: trial.passed, cluster: trial.cluster, ...(failed.length === 0 ? {} : { failed }) },
      ] as const,
    ]
  })
  return { version: 1, fingerprint, reason, trials: Object.fromEntries(lines) }
}

/** Names of the critical checks a trial failed. */
export function failedChecks({ checks }: Pick<TrialResult, 'checks'>): string[] {
  return checks.filter(({ ok, critical }) => !ok && critical).map(({ name }) => name)
}

/** The text of a baseline file: one line a trial. */
export function printBaseline({ trials, ...head }: Baseline): string {
  const lines = Object.entries(trials)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, line]) => `${JSON.stringify(key)}:${JSON.stringify(line)}`)
  return `${JSON.stringify(head).slice(0, -1)},"trials":{\n${lines.join(',\n')}\n}}\n`
}
