import { z } from 'zod'
import { Fingerprint, type Run, type TrialResult } from '../run.ts'
import { firstKey } from '../statistics/repeats.ts'

/** How a critical check failed: something is missing, or something was said or left that is wrong, in these words. */
const Failing = z.union([z.literal('missing'), z.strictObject({ contradicts: z.string() })])
export type Failing = z.infer<typeof Failing>

/** Which form of a baseline file this code writes and reads. */
export const BASELINE_VERSION = 2

/**
 * What a published engine did, one line a trial: `passed`, the fingerprint of what was expected, and how the critical
 * checks that failed did. Sorted and without times, so that a change of it reads as a change of behaviour.
 */
export const Baseline = z.strictObject({
  version: z.literal(BASELINE_VERSION),
  fingerprint: Fingerprint,
  /** Why it was blessed, and by whom it may be asked. */
  reason: z.string().min(1),
  trials: z.record(
    z.string(),
    z.strictObject({
      passed: z.boolean(),
      cluster: z.string(),
      expects: z.string(),
      failed: z.record(z.string(), Failing).optional(),
      /** Of how many repeats, and how many passed; absent for a single trial. */
      repeats: z.tuple([z.number().int(), z.number().int()]).optional(),
    }),
  ),
})
export type Baseline = z.infer<typeof Baseline>
/** What a baseline keeps of one trial. */
export type BaselineTrial = Baseline['trials'][string]

/** The baseline that a run makes, repeats put together. Errors are left out: nothing is known of them. */
export function baselineOf({ fingerprint, trials }: Run, reason: string): Baseline {
  const lines = collapseRepeats(trials).map(
    ({ key, cluster, expects, passed, of, failed }): [string, BaselineTrial] => [
      key,
      {
        passed: passed === of,
        cluster,
        expects,
        ...(failed.size === 0 ? {} : { failed: Object.fromEntries(failed) }),
        ...(of === 1 ? {} : { repeats: [passed, of] }),
      },
    ],
  )
  return { version: BASELINE_VERSION, fingerprint, reason, trials: Object.fromEntries(lines) }
}

/** A trial with all its repeats; `failed` has the critical checks that any of them failed, each at its worst. */
export type Collapsed = {
  readonly key: string
  readonly cluster: string
  readonly expects: string
  readonly passed: number
  readonly of: number
  readonly failed: ReadonlyMap<string, Failing>
  readonly trials: readonly TrialResult[]
}

/** Trials with their repeats put together; those of which nothing was scored are left out. */
export function collapseRepeats(trials: readonly TrialResult[]): Collapsed[] {
  const scored = trials.filter(({ passed }) => passed !== null)
  return [...Map.groupBy(scored, ({ key, repeat }) => firstKey(key, repeat))].map(([key, own]) => ({
    key,
    cluster: own[0]?.cluster ?? key,
    expects: own[0]?.expects ?? '',
    passed: own.filter(({ passed }) => passed === true).length,
    of: own.length,
    failed: worstOf(own),
    trials: own,
  }))
}

function worstOf(trials: readonly TrialResult[]): ReadonlyMap<string, Failing> {
  const all = trials.flatMap((trial) => [...failedChecks(trial)])
  // A later entry replaces an earlier one: what is said wrong outweighs what is missing.
  return new Map(all.toSorted(([, a], [, b]) => Number(a !== 'missing') - Number(b !== 'missing')))
}

/** The critical checks a trial failed, and how. */
export function failedChecks({ checks }: Pick<TrialResult, 'checks'>): ReadonlyMap<string, Failing> {
  return new Map(
    checks
      .filter(({ ok, critical }) => !ok && critical)
      .map(({ name, contradicts }) => [name, contradicts === undefined ? 'missing' : { contradicts }]),
  )
}

/** The text of a baseline file: one line a trial. */
export function printBaseline({ trials, ...head }: Baseline): string {
  const lines = Object.entries(trials)
    .toSorted(([a], [b]) => (a < b ? -1 : 1))
    .map(([key, line]) => `${JSON.stringify(key)}:${JSON.stringify(line)}`)
  return `${JSON.stringify(head).slice(0, -1)},"trials":{\n${lines.join(',\n')}\n}}\n`
}
