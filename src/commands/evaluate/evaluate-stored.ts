import type { StaffContent } from '../../content/index.ts'
import type { Options } from './evaluate-options.ts'
import { copyReports } from './evaluate-reports.ts'
import { chooseTrials, trialsOf } from './evaluate-trials.ts'
import {
  changedPrompts,
  compareRuns,
  firstKey,
  FIXED_TEXTS,
  judge,
  mergeRuns,
  printSummary,
  readRun,
  rescore,
  RunProblem,
  SELF_TEST_FLOOR,
  selfTest,
  summarise,
  writeReports,
  type Baseline,
  type Fingerprint,
  type readSuites,
  type Run,
  type SuiteComparison,
} from '../../evaluation/index.ts'
import { shanghaiDate } from '../../services/index.ts'

type Suites = ReturnType<typeof readSuites>
type Stored = {
  readonly content: StaffContent
  readonly suites: Suites
  /** Folder for reports. */
  readonly folder: string
  readonly options: Options
  readonly baselineOf: (engine: string) => Baseline | undefined
}

const VERDICTS: Readonly<Record<Exclude<SuiteComparison['verdict'], 'identical'>, string>> = {
  better: '变好了',
  worse: '变差了',
  'no-detectable-difference': '看不出差别',
}

/** `npm run eval -- score RUN…`: a stored run, or a part of one, judged by the scorers of today. Answers with the exit codes of the gate. @throws RunProblem */
export function scoreStored(files: readonly string[], tools: Stored): number {
  const run = rescore(mergeRuns(files.map((file) => readRun(file))), tools.suites, tools.content)
  const missing = missingFrom(run, tools)
  if (missing.length > 0) process.stdout.write(`只有一部分：另外 ${missing.length} 条没有跑，不算不见了。\n`)
  return report(run, { whole: missing.length === 0 }, tools)
}

/**
 * `npm run eval -- merge RUN…`: shards put together. What they were cut from is narrowed by the same options as the shards;
 * where a trial of it is in none, not all that was asked for was scored. @throws RunProblem
 */
export function mergeStored(files: readonly string[], tools: Stored): number {
  const run = mergeRuns(files.map((file) => readRun(file)))
  const { shard: _shard, ...asked } = tools.options
  const missing = missingFrom(run, tools, asked)
  const whole = missingFrom(run, tools).length === 0
  if (missing.length === 0) return report(run, { whole }, tools)
  const stopped = `少了 ${missing.length} 条（如 ${missing[0]}）：要写出全部分片；分片时只跑了一部分的，合并时写同样的选项`
  return report({ ...run, stopped: run.stopped ?? stopped }, { whole }, tools)
}

/** Keys of what is asked for and not in a run; without options, of everything. */
export function missingFrom(
  run: Run,
  { suites, content, options }: Pick<Stored, 'suites' | 'content' | 'options'>,
  asked?: Options,
): string[] {
  const played = new Set(run.trials.map(({ key, repeat }) => firstKey(key, repeat)))
  const all = trialsOf(suites, content, { ...options, today: shanghaiDate(Date.now()) })
  const wanted = asked === undefined ? all : chooseTrials(all, asked)
  return wanted.flatMap(({ key }) => (played.has(key) ? [] : [key]))
}

function report(run: Run, { whole }: { readonly whole: boolean }, tools: Stored): number {
  const { folder, options, suites, content, baselineOf } = tools
  const baseline = baselineOf(run.fingerprint.engine)
  const decision = judge(run, baseline, { whole, distrust: selfTest(suites.answers, content).against })
  writeReports(folder, run, decision, baseline, content)
  copyReports(folder, options)
  process.stdout.write(printSummary(summarise(run.trials), decision))
  process.stdout.write(`${run.trials.length} 条；结果在 ${options.out}/report.html\n`)
  return decision.code
}

/** Compares two stored runs, suite by suite, in words. Answers with 1 when a suite is worse, 5 when nothing is shared. */
export function compareStored(files: readonly string[]): number {
  const [a, b] = files
  if (a === undefined || b === undefined)
    throw new RunProblem('要比的两次结果都要写出来：compare A/run.json B/run.json')
  const [before, after] = [readRun(a), readRun(b)]
  const comparisons = compareRuns(before, after)
  if (comparisons.length === 0) return 5
  const same = sameWords(before.fingerprint, after.fingerprint)
  for (const { suite, verdict, paired, adjusted, worse, better, unpaired } of comparisons) {
    process.stdout.write(
      `${suite}：${verdict === 'identical' ? same : VERDICTS[verdict]}。变差 ${paired.onlyBefore} 条，变好 ${paired.onlyAfter} 条（校正后 p = ${adjusted.toFixed(3)}）${unpaired > 0 ? `；${unpaired} 条只有一边有` : ''}\n`,
    )
    for (const key of worse) process.stdout.write(`  - ${key}\n`)
    for (const key of better) process.stdout.write(`  + ${key}\n`)
  }
  return comparisons.some(({ verdict }) => verdict === 'worse') ? 1 : 0
}

/** What it means that every reply of two runs is the same word for word: it depends on what was changed between them. */
function sameWords(a: Fingerprint, b: Fingerprint): string {
  const prompts = changedPrompts(a.prompts, b.prompts)
  const unread = prompts.filter((name) => name !== FIXED_TEXTS)
  const offline = a.engine === 'embedded' && b.engine === 'embedded'
  const read = [
    ...(a.engine === b.engine ? [] : ['引擎']),
    ...(a.content === b.content ? [] : ['指南']),
    ...(a.suites === b.suites ? [] : ['样本']),
    ...(a.scorer === b.scorer ? [] : ['评分规则']),
    ...(prompts.includes(FIXED_TEXTS) ? ['固定文本'] : []),
    ...(unread.length > 0 && !offline ? ['提示词'] : []),
  ]
  const words = [
    ...(unread.length > 0 && offline ? [`离线引擎不读 ${unread.join('、')}，离线无法衡量`] : []),
    ...(read.length > 0 ? [`${read.join('、')}改了，这里没有一句因此不同`] : []),
  ]
  return `每个字都一样：${words.length === 0 ? '两次之间没有记下的改动' : words.join('；')}`
}

/** `npm run eval -- self-test`: puts the scorers to the test. Answers with 1 when they cannot be trusted, 5 without samples. */
export function runSelfTest({ suites, content }: Pick<Stored, 'suites' | 'content'>): number {
  const { caught, accepted, escaped, refused, against } = selfTest(suites.answers, content)
  process.stdout.write(`错的答案抓住 ${caught.count}/${caught.of}，对的改写接受 ${accepted.count}/${accepted.of}\n`)
  for (const name of escaped) process.stdout.write(`  漏掉 ${name}\n`)
  for (const name of refused) process.stdout.write(`  错判 ${name}\n`)
  for (const reason of against) process.stdout.write(`${reason}\n`)
  if (caught.of === 0) return 5
  return against.length > 0 || Math.min(caught.share, accepted.share) < SELF_TEST_FLOOR ? 1 : 0
}
