import { failedChecks, type Baseline } from './baseline.ts'
import type { Run, TrialResult } from './run.ts'
import { comparePaired, type Paired } from './statistics/paired.ts'

/** Exit codes: 0 as good as before, 1 worse, 2 a mistake in suites or options, 3 too many errors, 4 no baseline to compare with, 5 nothing was scored. */
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
 * that became a failure, a failure with a new forbidden word, and a trial that is gone fail the gate.
 * @param whole false when only a part of the suites was run: trials that were not asked for are not missed.
 */
export function judge(run: Run, baseline: Baseline | undefined, { whole }: { readonly whole: boolean }): Decision {
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
  const reasons = [...scored.flatMap((trial) => lossOf(trial, baseline)), ...(whole ? missing(run, baseline) : [])]
  const pairs = scored.flatMap(({ key, cluster, passed }) => {
    const before = baseline.trials[key]
    return before === undefined ? [] : [{ cluster, before: before.passed, after: passed === true }]
  })
  return { code: reasons.length === 0 ? 0 : 1, reasons, paired: comparePaired(pairs) }
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
  const before = baseline.trials[trial.key]
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
