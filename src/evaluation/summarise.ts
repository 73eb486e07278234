import type { TrialResult } from './run.ts'
import { refusalsOf, type Refusals } from './statistics/refusals.ts'
import { repeatsOf, type Repeats } from './statistics/repeats.ts'
import { wilson, type Share } from './statistics/wilson.ts'

/** What one suite came to. Errors and quarantined trials are counted apart, never as failures or passes. */
export type Summary = {
  readonly suite: string
  readonly passed: Share
  /** Clusters of which every trial passed: the same thing asked in other words. */
  readonly robust: Share
  readonly errors: number
  readonly quarantined: number
  /** What was played several times; undefined when nothing was. */
  readonly repeats: Repeats | undefined
  /** How turns ended against how they should have; undefined for a suite that expects no endings. */
  readonly refusals: Refusals | undefined
  /** Errors that were tried again. */
  readonly retries: number
  /** Means of what the suite measures, over the trials that have it. */
  readonly measures: Readonly<Record<string, number>>
  /** The same, their medians. */
  readonly medians: Readonly<Record<string, number>>
}

/** Sums up every suite of a run, in the order of their names. */
export function summarise(trials: readonly TrialResult[]): Summary[] {
  return [...Map.groupBy(trials, ({ suite }) => suite)]
    .map(([suite, own]): Summary => {
      const counted = own.filter(({ passed, quarantined }) => passed !== null && !quarantined)
      const clusters = [...Map.groupBy(counted, ({ cluster }) => cluster).values()]
      const valuesOf = (name: string): number[] => own.flatMap(({ measures }) => measures[name] ?? [])
      const names = [...new Set(own.flatMap(({ measures }) => Object.keys(measures)))].toSorted()
      const endings = counted.flatMap(({ expected, turns, checks }) => {
        const actual = turns.at(-1)?.ending
        const right = checks.every(({ name, ok }) => name !== 'outcome' || ok)
        return expected === undefined || actual === undefined ? [] : [{ expected, actual, right }]
      })
      return {
        suite,
        passed: wilson(counted.filter(({ passed }) => passed).length, counted.length),
        robust: wilson(clusters.filter((cluster) => cluster.every(({ passed }) => passed)).length, clusters.length),
        errors: own.filter(({ passed }) => passed === null).length,
        quarantined: own.filter(({ quarantined }) => quarantined).length,
        repeats: repeatsOf(own),
        refusals: endings.length === 0 ? undefined : refusalsOf(endings),
        retries: own.reduce((sum, { retries = 0 }) => sum + retries, 0),
        measures: Object.fromEntries(names.map((name) => [name, mean(valuesOf(name))])),
        medians: Object.fromEntries(names.map((name) => [name, median(valuesOf(name))])),
      }
    })
    .toSorted((a, b) => (a.suite < b.suite ? -1 : 1))
}

function mean(values: readonly number[]): number {
  return values.reduce((sum, value) => sum + value, 0) / values.length
}

function median(values: readonly number[]): number {
  const sorted = values.toSorted((a, b) => a - b)
  const middle = sorted.length / 2
  return mean(sorted.slice(Math.ceil(middle) - 1, Math.floor(middle) + 1))
}
