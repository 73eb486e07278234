import { collapseRepeats, failedChecks, type Baseline, type Collapsed } from './baseline.ts'
import type { Run, TrialResult } from './run.ts'
import { holm } from './statistics/holm.ts'
import { comparePaired, type Pair, type Paired } from './statistics/paired.ts'
import { firstKey } from './statistics/repeats.ts'

/** Exit codes: 0 as good as before, 1 worse, 2 a mistake in suites or options, 3 too many errors, 4 no baseline to compare with, 5 nothing was scored, or not all that was asked for. */
export type GateCode = 0 | 1 | 3 | 4 | 5

/** The gate's decision with its reasons in words, worst first. */
export type Decision = {
  readonly code: GateCode
  readonly reasons: readonly string[]
  readonly paired: Paired | undefined
}

/** Share of trials that may end in an error before the run says nothing. */
const ERROR_BUDGET = 0.01

/**
 * Compares a run with the baseline of its engine. The embedded engine has no noise, so one lost trial is a loss: a pass
 * that became a failure, a failure with a new forbidden word, and a trial that is gone fail the gate. A language model
 * has noise: there a suite must be worse beyond chance, or a critical trial never pass that always did.
 * @param whole false when only a part of the suites was run: trials that were not asked for are not missed.
 */
export function judge(run: Run, baseline: Baseline | undefined, { whole, distrust = [] }: Asked): Decision {
  const { stopped } = run
  const { code, reasons, paired } = judgePlayed(run, baseline, { whole: whole && stopped === undefined })
  return {
    // What was played can be worse, but not good: the rest is not known. A verdict of scorers that let mistakes pass is none.
    code: distrust.length > 0 && code !== 3 && code !== 5 ? 1 : stopped !== undefined && code === 0 ? 5 : code,
    reasons: [...distrust, ...(stopped === undefined ? [] : [`没有跑完，${stopped}`]), ...reasons],
    paired,
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
  const losses =
    run.fingerprint.engine === 'embedded'
      ? scored.flatMap((trial) => lossOf(trial, baseline))
      : noisyLosses(collapsed, baseline)
  const reasons = [...losses, ...(whole ? missing(run, baseline) : [])]
  return { code: reasons.length === 0 ? 0 : 1, reasons, paired: comparePaired(pairsOf(collapsed, baseline)) }
}

function pairsOf(collapsed: readonly Collapsed[], baseline: Baseline): Pair[] {
  return collapsed.flatMap(({ key, cluster, passed, of }) => {
    const before = baseline.trials[key]
    return before === undefined ? [] : [{ cluster, before: before.passed, after: passed === of }]
  })
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
  const lost = collapsed.flatMap(({ key, passed, of, trials }) => {
    const before = baseline.trials[key]
    const [first] = trials
    const certain = first?.severity === 'critical' && !first.quarantined && of >= ENOUGH_REPEATS && passed === 0
    return certain && before?.passed === true && (before.repeats?.[1] ?? 1) >= ENOUGH_REPEATS
      ? [`${key} 原来每次都通过，现在 ${of} 次都不通过：${wordsOf(first, failedChecks(first))}`]
      : []
  })
  return [...worse, ...lost]
}

function incomparable({ fingerprint }: Run, baseline: Baseline | undefined): string | undefined {
  if (baseline === undefined)
    return `没有 ${fingerprint.engine} 的基线：先看结果，再用 npm run eval -- bless --reason "…" 定下来。`
  const { engine, scorer } = baseline.fingerprint
  if (engine !== fingerprint.engine) return `基线是另一个引擎的（${engine}），不能和 ${fingerprint.engine} 比。`
  if (scorer !== fingerprint.scorer)
    return `基线用的是评分规则第 ${scorer} 版，现在是第 ${fingerprint.scorer} 版：请重新定基线。`
  return undefined
}

function lossOf(trial: TrialResult, baseline: Baseline): string[] {
  const before = baseline.trials[firstKey(trial.key, trial.repeat)]
  if (before === undefined || trial.quarantined) return []
  const failed = failedChecks(trial)
  const fresh = failed.filter((name) => before.failed?.includes(name) !== true)
  if (before.passed && trial.passed === false) return [`${trial.key} 原来通过，现在不通过：${wordsOf(trial, fresh)}`]
  const forbidden = fresh.filter((name) => name.startsWith('must-not'))
  return forbidden.length === 0 ? [] : [`${trial.key} 新说了不该说的话：${wordsOf(trial, forbidden)}`]
}

function wordsOf({ checks, turns }: TrialResult, names: readonly string[]): string {
  const said = checks.filter(({ name }) => names.includes(name)).map(({ name, message }) => `[${name}] ${message}`)
  return `${said.join('；')}（问的是“${turns.at(-1)?.said ?? ''}”）`
}

function missing({ trials }: Run, baseline: Baseline): string[] {
  const now = new Set(trials.map(({ key }) => key))
  const gone = Object.keys(baseline.trials).filter((key) => !now.has(key))
  return gone.length === 0
    ? []
    : [`基线里的 ${gone.length} 条不见了：${gone.slice(0, 5).join('、')}${gone.length > 5 ? ' …' : ''}`]
}
