import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { z } from 'zod'
import type { StaffContent } from './content/index.ts'
import {
  compareRuns,
  judge,
  mergeRuns,
  printSummary,
  rescore,
  Run,
  RunProblem,
  SELF_TEST_FLOOR,
  selfTest,
  summarise,
  writeReports,
  type Baseline,
  type readSuites,
  type SuiteComparison,
} from './evaluation/index.ts'

type Suites = ReturnType<typeof readSuites>
type Stored = {
  readonly content: StaffContent
  readonly suites: Suites
  /** Folder for reports. */
  readonly folder: string
  readonly baselineOf: (engine: string) => Baseline | undefined
}

const VERDICTS: Readonly<Record<SuiteComparison['verdict'], string>> = {
  better: '变好了',
  worse: '变差了',
  'no-detectable-difference': '看不出差别',
  identical: '每个字都一样：离线引擎不用所改的部分，离线无法衡量',
}

/** Commands over stored runs: they play nothing. Answers with the exit codes of the gate; undefined for another command. @throws RunProblem */
export function evaluateStored(command: string, files: readonly string[], tools: Stored): number | undefined {
  switch (command) {
    case 'score':
      return report(rescore(mergeRuns(files.map((file) => readRun(file))), tools.suites, tools.content), tools)
    case 'merge':
      return report(mergeRuns(files.map((file) => readRun(file))), tools)
    case 'self-test':
      return runSelfTest(tools)
    default:
      return undefined
  }
}

/** A stored run. @throws RunProblem when the file is missing, cut off half-way, or no run. */
export function readRun(path: string): Run {
  const file = path.endsWith('.json') ? path : join(path, 'run.json')
  try {
    return Run.parse(JSON.parse(readFileSync(file, 'utf8')))
  } catch (error) {
    const reason = error instanceof z.ZodError ? z.prettifyError(error) : String(error)
    throw new RunProblem(`${path} 不是一次完整的评测结果：${reason}`)
  }
}

function report(run: Run, { folder, baselineOf }: Stored): number {
  const baseline = baselineOf(run.fingerprint.engine)
  const decision = judge(run, baseline, { whole: true })
  writeReports(folder, run, decision, baseline)
  process.stdout.write(printSummary(summarise(run.trials), decision))
  return decision.code
}

/** Compares two stored runs, suite by suite, in words. Answers with 1 when a suite is worse, 5 when nothing is shared. */
export function compareStored(files: readonly string[]): number {
  const [a, b] = files
  if (a === undefined || b === undefined)
    throw new RunProblem('要比的两次结果都要写出来：compare A/run.json B/run.json')
  const comparisons = compareRuns(readRun(a), readRun(b))
  if (comparisons.length === 0) return 5
  for (const { suite, verdict, paired, adjusted, worse, better, unpaired } of comparisons) {
    process.stdout.write(
      `${suite}：${VERDICTS[verdict]}。变差 ${paired.onlyBefore} 条，变好 ${paired.onlyAfter} 条（校正后 p = ${adjusted.toFixed(3)}）${unpaired > 0 ? `；${unpaired} 条只有一边有` : ''}\n`,
    )
    for (const key of worse) process.stdout.write(`  - ${key}\n`)
    for (const key of better) process.stdout.write(`  + ${key}\n`)
  }
  return comparisons.some(({ verdict }) => verdict === 'worse') ? 1 : 0
}

function runSelfTest({ suites, content }: Stored): number {
  const { caught, accepted, escaped, refused, against } = selfTest(suites.answers, content)
  process.stdout.write(`错的答案抓住 ${caught.count}/${caught.of}，对的改写接受 ${accepted.count}/${accepted.of}\n`)
  for (const name of escaped) process.stdout.write(`  漏掉 ${name}\n`)
  for (const name of refused) process.stdout.write(`  错判 ${name}\n`)
  for (const reason of against) process.stdout.write(`${reason}\n`)
  if (caught.of === 0) return 5
  return against.length > 0 || Math.min(caught.share, accepted.share) < SELF_TEST_FLOOR ? 1 : 0
}
