import { collapseRepeats, failedChecks, type Baseline, type BaselineTrial, type Collapsed } from './baseline.ts'
import type { Run, TrialResult } from '../run.ts'
import { formerOf, isQuarantined, standingOf, type Standing } from './standing.ts'
import { holm } from '../statistics/holm.ts'
import { comparePaired, type Pair, type Paired } from '../statistics/paired.ts'

/** Exit codes: 0 as good as before, 1 worse or a new critical trial that fails, 2 a mistake in suites or options, 3 too many errors, 4 no baseline to compare with, for the whole or for samples that expect something else by now, 5 nothing was scored, or not all that was asked for. */
export type GateCode = 0 | 1 | 3 | 4 | 5

/** The gate's decision with its reasons in words, worst first. */
export type Decision = {
  readonly code: GateCode
  readonly reasons: readonly string[]
  readonly paired: Paired | undefined
  /** How the trials stand to the baseline; undefined where none could be compared with. */
  readonly standing?: Standing
}

/** Share of trials that may end in an error before the run says nothing. */
const ERROR_BUDGET = 0.01

/**
 * Compares a run with the baseline of its engine. The embedded engine has no noise, so one lost check is a loss: a
 * critical check that passed and fails, one that missed something and now says something wrong, and a trial that is gone
 * fail the gate, in trials that failed before as well. A language model has noise: there a suite must be worse beyond
 * chance, or a critical trial never pass that always did. A new critical trial has to pass with either, and a trial that
 * expects something else than when the baseline was blessed is named and compared with nothing.
 * @param whole false when only a part of the suites was run: trials that were not asked for are not missed.
 */
export function judge(run: Run, baseline: Baseline | undefined, { whole, distrust = [] }: Asked): Decision {
  const { stopped } = run
  const { code, reasons, paired, standing } = judgePlayed(run, baseline, { whole: whole && stopped === undefined })
  return {
    // What was played can be worse, but not good: the rest is not known. A verdict of scorers that let mistakes pass is none.
    code: distrust.length > 0 && code !== 3 && code !== 5 ? 1 : stopped !== undefined && code === 0 ? 5 : code,
    reasons: [...distrust, ...(stopped === undefined ? [] : [`没有跑完，${stopped}`]), ...reasons],
    paired,
    ...(standing === undefined ? {} : { standing }),
  }
}

type Asked = {
  readonly whole: boolean
  /** What the self-test says against the scorers, in words. */
  readonly distrust?: readonly string[]
}

function judgePlayed(run: Run, baseline: Baseline | undefined, { whole }: { readonly whole: boolean }): Decision {
  const scored = run.trials.filter(({ passed }) => passed !== null)
  const errors = run.trials.length - scored.length
  if (scored.length === 0) return { code: 5, reasons: ['没有一条得到评分：不能算通过。'], paired: undefined }
  if (errors / run.trials.length > ERROR_BUDGET) {
    const first = run.trials.find(({ passed }) => passed === null)
    return {
      code: 3,
      reasons: [`${errors} 条出错，超过容许的 ${ERROR_BUDGET * 100}%；第一条 ${first?.key}：${first?.error}`],
      paired: undefined,
    }
  }
  const problem = incomparable(run, baseline)
  if (problem !== undefined || baseline === undefined) return { code: 4, reasons: [problem ?? ''], paired: undefined }
  const collapsed = collapseRepeats(run.trials)
  const noisy = run.fingerprint.engine !== 'embedded'
  const gone = whole ? missing(run, baseline) : []
  const worse = [
    ...(noisy ? noisyLosses(collapsed, baseline) : collapsed.flatMap((trial) => lossesOf(trial, baseline))),
    ...newFailures(collapsed, baseline, { noisy }),
    ...(gone.length === 0 ? [] : [`基线里的 ${gone.length} 条不见了：${someOf(gone)}`]),
  ]
  const changed = changedOf(collapsed, baseline)
  return {
    code: worse.length > 0 ? 1 : changed.length > 0 ? 4 : 0,
    reasons: [...worse, ...changed],
    paired: comparePaired(pairsOf(collapsed, baseline)),
    standing: standingOf(collapsed, baseline, gone.length),
  }
}

function pairsOf(collapsed: readonly Collapsed[], baseline: Baseline): Pair[] {
  return collapsed.flatMap((trial) => {
    const before = comparable(trial, baseline)
    return before === undefined
      ? []
      : [{ cluster: trial.cluster, before: before.passed, after: trial.passed === trial.of }]
  })
}

/** What a trial is compared with; undefined for one that is new or expects something else by now. */
function comparable(trial: Collapsed, baseline: Baseline): BaselineTrial | undefined {
  const before = formerOf(trial, baseline)
  return before === 'changed' ? undefined : before
}

/** Repeats from which a critical trial that never passes says more than chance. */
const ENOUGH_REPEATS = 3

function noisyLosses(collapsed: readonly Collapsed[], baseline: Baseline): string[] {
  const suites = [...Map.groupBy(collapsed, ({ trials }) => trials[0]?.suite ?? '')].map(([suite, own]) => ({
    suite,
    paired: comparePaired(pairsOf(own, baseline)),
  }))
  const adjusted = holm(suites.map(({ paired }) => paired.p))
  const worse = suites.flatMap(({ suite, paired }, at) => {
    const p = adjusted[at] ?? 1
    return paired.difference < 0 && p < 0.05
      ? [`${suite} 变差了：变差 ${paired.onlyBefore} 条，变好 ${paired.onlyAfter} 条（校正后 p = ${p.toFixed(3)}）`]
      : []
  })
  const lost = collapsed.flatMap((trial) => {
    const { key, passed, of, trials } = trial
    const before = comparable(trial, baseline)
    const [first] = trials
    const certain = first?.severity === 'critical' && !first.quarantined && of >= ENOUGH_REPEATS && passed === 0
    return certain && before?.passed === true && (before.repeats?.[1] ?? 1) >= ENOUGH_REPEATS
      ? [`${key} 原来每次都通过，现在 ${of} 次都不通过：${wordsOf(first, [...failedChecks(first).keys()])}`]
      : []
  })
  return [...worse, ...lost]
}

function incomparable({ fingerprint }: Run, baseline: Baseline | undefined): string | undefined {
  if (baseline === undefined)
    return `没有能比的 ${fingerprint.engine} 基线：先看结果，再用 npm run eval -- bless --reason "…" 定下来。`
  const { engine, scorer } = baseline.fingerprint
  if (engine !== fingerprint.engine) return `基线是另一个引擎的（${engine}），不能和 ${fingerprint.engine} 比。`
  if (scorer !== fingerprint.scorer)
    return `基线用的是评分规则第 ${scorer} 版，现在是第 ${fingerprint.scorer} 版：请重新定基线。`
  return undefined
}

/** The critical checks of a trial that are worse than in the baseline, in every repeat. */
function lossesOf(collapsed: Collapsed, baseline: Baseline): string[] {
  const before = comparable(collapsed, baseline)
  if (before === undefined || isQuarantined(collapsed)) return []
  return collapsed.trials.flatMap((trial) => {
    const worse = worseChecks(trial, before)
    return worse.length === 0
      ? []
      : [
          `${trial.key} ${before.passed ? '原来通过，现在不通过' : '本来就不通过，现在又多错一处'}：${wordsOf(trial, worse)}`,
        ]
  })
}

/** Checks that passed and fail, that missed something and now say something wrong, or that say something else that is wrong. */
function worseChecks(trial: TrialResult, { failed = {} }: BaselineTrial): string[] {
  return [...failedChecks(trial)].flatMap(([name, now]) => {
    const before = failed[name]
    const known =
      before !== undefined && (now === 'missing' || (before !== 'missing' && before.contradicts === now.contradicts))
    return known ? [] : [name]
  })
}

/** Critical trials that the baseline does not know and that fail. A model has noise: there only what never passes. */
function newFailures(
  collapsed: readonly Collapsed[],
  baseline: Baseline,
  { noisy }: { readonly noisy: boolean },
): string[] {
  return collapsed.flatMap((trial) => {
    const first = trial.trials.find(({ passed }) => passed === false)
    const failing = noisy ? trial.passed === 0 : first !== undefined
    if (first?.severity !== 'critical' || !failing || isQuarantined(trial)) return []
    return formerOf(trial, baseline) === undefined
      ? [`${trial.key} 是新的重要样本，没有通过：${wordsOf(first, [...failedChecks(first).keys()])}`]
      : []
  })
}

/** The samples that expect something else than when the baseline was blessed, one line each. */
function changedOf(collapsed: readonly Collapsed[], baseline: Baseline): string[] {
  const changed = collapsed.filter((trial) => !isQuarantined(trial) && formerOf(trial, baseline) === 'changed')
  const samples = Map.groupBy(changed, ({ trials }) => `${trials[0]?.suite}/${trials[0]?.sample}`)
  return [...samples].map(([sample, own]) => {
    const failing = own.filter(({ passed, of }) => passed < of).length
    return `${sample} 的要求改了，${own.length} 条没有和旧的比（${failing === 0 ? '现在都通过' : `现在 ${failing} 条不通过`}）：核对后用 npm run eval -- bless --reason "…" 定下来`
  })
}

function wordsOf({ checks, turns }: TrialResult, names: readonly string[]): string {
  const said = checks
    .filter(({ name }) => names.includes(name))
    .map(({ name, message, evidence = '' }) =>
      evidence === '' || message.includes(evidence)
        ? `[${name}] ${message}`
        : `[${name}] ${message}，原话“${evidence}”`,
    )
  return `${said.join('；')}（问的是“${turns.at(-1)?.said ?? ''}”）`
}

function missing({ trials }: Run, baseline: Baseline): string[] {
  const now = new Set(trials.map(({ key }) => key))
  return Object.keys(baseline.trials).filter((key) => !now.has(key))
}

/** Most trials that a reason names. */
const MOST_NAMED = 5

function someOf(keys: readonly string[]): string {
  return `${keys.slice(0, MOST_NAMED).join('、')}${keys.length > MOST_NAMED ? ' …' : ''}`
}
