import { z } from 'zod'
import { Fingerprint, type Run, type TrialResult } from './run.ts'
import { firstKey } from './statistics/repeats.ts'

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
    z.strictObject({
      passed: z.boolean(),
      cluster: z.string(),
      failed: z.array(z.string()).optional(),
      /** Of how many repeats, and how many passed; absent for a single trial. */
      repeats: z.tuple([z.number().int(), z.number().int()]).optional(),
    }),
  ),
})
export type Baseline = z.infer<typeof Baseline>

/** The baseline that a run makes, repeats put together. Errors are left out: nothing is known of them. */
export function baselineOf({ fingerprint, trials }: Run, reason: string): Baseline {
  const lines = collapseRepeats(trials).map(
    ({ key, cluster, passed, of, failed }): [string, Baseline['trials'][string]] => [
      key,
      {
        passed: passed === of,
        cluster,
        ...(failed.length === 0 ? {} : { failed: [...failed] }),
        ...(of === 1 ? {} : { repeats: [passed, of] }),
      },
    ],
  )
  return { version: 1, fingerprint, reason, trials: Object.fromEntries(lines) }
}

/** A trial with all its repeats; `failed` names the critical checks that any of them failed. */
export type Collapsed = {
  readonly key: string
  readonly cluster: string
  readonly passed: number
  readonly of: number
  readonly failed: readonly string[]
  readonly trials: readonly TrialResult[]
}

/** Trials with their repeats put together; those of which nothing was scored are left out. */
export function collapseRepeats(trials: readonly TrialResult[]): Collapsed[] {
  const scored = trials.filter(({ passed }) => passed !== null)
  return [...Map.groupBy(scored, ({ key, repeat }) => firstKey(key, repeat))].map(([key, own]) => ({
    key,
    cluster: own[0]?.cluster ?? key,
    passed: own.filter(({ passed }) => passed === true).length,
    of: own.length,
    failed: [...new Set(own.flatMap((trial) => failedChecks(trial)))],
    trials: own,
  }))
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
