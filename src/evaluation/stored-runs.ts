import type { StaffContent } from '../content/index.ts'
import { RunProblem } from './run-problem.ts'
import { SCORER_VERSION, type Run, type TrialResult } from './run.ts'
import { holm } from './statistics/holm.ts'
import { comparePaired, type Paired } from './statistics/paired.ts'
import { answerExpectation, scoreAnswer } from './suites/answer-trials.ts'
import type { SuiteReading } from './suites/read-suites.ts'

/** Shards of one run put together. @throws RunProblem when they rest on different things or played a trial twice. */
export function mergeRuns([first, ...rest]: readonly Run[]): Run {
  if (first === undefined) throw new RunProblem('没有要合并的结果。')
  const fingerprint = JSON.stringify(first.fingerprint)
  if (rest.some((run) => JSON.stringify(run.fingerprint) !== fingerprint))
    throw new RunProblem('这些结果的引擎、内容、样本或评分规则不一样，不能合并。')
  const trials = [first, ...rest].flatMap((run) => run.trials).toSorted((a, b) => (a.key < b.key ? -1 : 1))
  const twice = trials.find(({ key }, at) => trials[at + 1]?.key === key)
  if (twice !== undefined) throw new RunProblem(`${twice.key} 在两份结果里都有。`)
  const stopped = [first, ...rest].find((run) => run.stopped !== undefined)?.stopped
  return { ...first, ...(stopped === undefined ? {} : { stopped }), trials }
}

/**
 * A stored run judged again by the scorers of today, without playing it. Answers are scored from what was said; trials
 * judged by the state they left keep their verdict, and so does a trial whose sample is gone.
 */
export function rescore(run: Run, { answers }: Pick<SuiteReading, 'answers'>, content: StaffContent): Run {
  const samples = new Map(answers.map((sample) => [sample.id, sample]))
  const trials = run.trials.map((trial): TrialResult => {
    const sample = trial.suite === 'answers' ? samples.get(trial.sample) : undefined
    const turn = trial.turns.at(-1)
    if (sample === undefined || turn === undefined || trial.passed === null) return trial
    const { checks, measures } = scoreAnswer(turn, sample, content)
    return {
      ...trial,
      expects: answerExpectation(sample, turn.said),
      passed: checks.every(({ ok, critical }) => ok || !critical),
      checks: checks.map(({ evidence, english, ...check }) => ({
        ...check,
        ...(english === undefined ? {} : { english }),
        ...(evidence === undefined ? {} : { evidence }),
      })),
      measures,
    }
  })
  return { ...run, fingerprint: { ...run.fingerprint, scorer: SCORER_VERSION }, trials }
}

/** What two runs say of each other in one suite. `identical`: not one reply differs, so nothing offline can tell them apart. */
export type SuiteComparison = {
  readonly suite: string
  readonly verdict: 'better' | 'worse' | 'no-detectable-difference' | 'identical'
  readonly paired: Paired
  /** p after Holm's correction for the number of suites. */
  readonly adjusted: number
  readonly worse: readonly string[]
  readonly better: readonly string[]
  /** Trials that only one of the runs has; they are never averaged in. */
  readonly unpaired: number
}

/** What a trial left to be read: its conversation or, where it has none, what its checks say. */
function whatCame({ turns, checks }: TrialResult): string {
  return JSON.stringify(turns.length === 0 ? checks : turns)
}

/** Compares two runs suite by suite on the trials they share. */
export function compareRuns(a: Run, b: Run): SuiteComparison[] {
  const before = new Map(a.trials.map((trial) => [trial.key, trial]))
  const suites = Map.groupBy(b.trials, ({ suite }) => suite)
  const compared = [...suites]
    .toSorted(([one], [other]) => (one < other ? -1 : 1))
    .map(([suite, own]) => {
      const pairs = own.flatMap((after) => {
        const old = before.get(after.key)
        return old === undefined || old.passed === null || after.passed === null ? [] : [{ old, after }]
      })
      const paired = comparePaired(
        pairs.map(({ old, after }) => ({
          cluster: after.cluster,
          before: old.passed === true,
          after: after.passed === true,
        })),
      )
      return {
        suite,
        paired,
        identical: pairs.every(({ old, after }) => whatCame(old) === whatCame(after)),
        worse: pairs.flatMap(({ old, after }) => (old.passed === true && after.passed === false ? [after.key] : [])),
        better: pairs.flatMap(({ old, after }) => (old.passed === false && after.passed === true ? [after.key] : [])),
        unpaired: own.length + a.trials.filter((trial) => trial.suite === suite).length - 2 * pairs.length,
      }
    })
  const adjusted = holm(compared.map(({ paired }) => paired.p))
  return compared.map(({ identical, ...rest }, at): SuiteComparison => {
    const p = adjusted[at] ?? 1
    const direction = rest.paired.difference > 0 ? 'better' : 'worse'
    return {
      ...rest,
      adjusted: p,
      verdict: identical ? 'identical' : p < 0.05 ? direction : 'no-detectable-difference',
    }
  })
}
