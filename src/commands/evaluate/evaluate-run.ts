import { existsSync, readFileSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { z } from 'zod'
import { createApp, type App, type AppOptions } from '../../app.ts'
import type { Config } from '../../config.ts'
import type { StaffContent } from '../../content/index.ts'
import { chooseEngine, fileNameOf, type EngineChoice } from './evaluate-engine.ts'
import { changedSince } from './evaluate-changed.ts'
import { printFailures } from './evaluate-failures.ts'
import { evaluationFolder, openRunFolder } from './evaluate-folder.ts'
import type { Options } from './evaluate-options.ts'
import { plantedHouse } from './evaluate-planted.ts'
import { showProgress } from './evaluate-progress.ts'
import { copyReports } from './evaluate-reports.ts'
import { chooseTrials, trialsOf } from './evaluate-trials.ts'
import { writeUsage } from './evaluate-cassettes.ts'
import { printUse } from './evaluate-use.ts'
import {
  Baseline,
  BASELINE_VERSION,
  createEar,
  createMeter,
  createPace,
  goldRecords,
  judge,
  openJournal,
  playTrials,
  promptHashes,
  printSummary,
  repeated,
  residentsOf,
  RunProblem,
  SCORER_VERSION,
  selfTest,
  startBudget,
  summarise,
  writeReports,
  type Fingerprint,
  type Journal,
  type Meter,
  type Pace,
  type readSuites,
  type Rooms,
  Run,
  type Trial,
  type TrialResult,
} from '../../evaluation/index.ts'
import { forbidOutbound } from './forbid-outbound.ts'
import { shanghaiDate } from '../../services/index.ts'
import { setClock } from './set-clock.ts'

type Suites = ReturnType<typeof readSuites>

/** What of the house is open before a run. */
export type Opened = Pick<AppOptions, 'libraryOver'>

/** What a run plays with: the staff's files, its suites, and what is open. */
export type Read = { readonly content: StaffContent; readonly suites: Suites; readonly opened: Opened }

/** The day the suites were written for: some citizens' terms are counted in days. */
const SUITE_TIME = '2026-11-26T02:00:00Z'

/** Plays the suites that are asked for, compares with the baseline and writes the reports. Answers with the gate's exit code. */
export async function runSuites(config: Config, { content, suites, opened }: Read, options: Options): Promise<number> {
  const choice = chooseEngine(config, options)
  const isTouched =
    options.changed === undefined
      ? undefined
      : changedSince(choice.config, options.changed, suites, content, { offline: choice.engine === 'embedded' })
  const today = shanghaiDate(Date.now())
  const outbound = choice.offline ? forbidOutbound() : undefined
  const clock = setClock(SUITE_TIME)
  try {
    const pace = createPace(options.concurrency)
    const meter = createMeter({ onOverload: pace.slowDown })
    const { cassette } = choice
    const ear = createEar()
    // The meter stands inside: what is replayed costs nothing.
    const around: AppOptions =
      cassette === undefined
        ? { aroundAny: ear.around }
        : { aroundAny: ear.around, around: (model) => cassette.around(meter.around(model)) }
    await using folder = await openRunFolder(evaluationFolder(config))
    const residents = join(folder.path, 'residents.json')
    writeFileSync(residents, JSON.stringify(residentsOf(suites.services, content.registers)))
    await using app = await createApp({ ...choice.config, dataDir: folder.path }, { ...around, ...opened, residents })
    await using planted = plantedHouse(
      choice.config,
      { shared: join(config.dataDir, 'planted'), content, samples: suites.hostile },
      around,
    )
    await app.library.ready
    const { records, problems } = await goldRecords(app, suites.services)
    if (problems.length > 0) {
      process.stderr.write(`样本自己的答案办不成：\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`)
      return 2
    }
    const all = trialsOf(suites, content, { ...options, today, records })
    const rooms = { ...app, ear, planted: async () => ({ ...(await planted.open()), ear }) }
    const code = await playAndJudge(rooms, { choice, content, suites, options, all, isTouched, pace, meter })
    if (outbound !== undefined) process.stdout.write(`对外连接 ${outbound.attempts()} 次。\n`)
    return outbound !== undefined && outbound.attempts() > 0 ? 1 : code
  } finally {
    outbound?.restore()
    clock.restore()
  }
}

/** The house under evaluation, with what its trials need besides. */
type House = Rooms & Pick<App, 'library'>

type Played = {
  readonly choice: EngineChoice
  readonly content: StaffContent
  readonly suites: Suites
  readonly options: Options
  readonly all: readonly Trial[]
  /** Which samples a change touches; undefined where all are played. */
  readonly isTouched: ReturnType<typeof changedSince> | undefined
  readonly pace: Pace
  readonly meter: Meter
}

async function playAndJudge(app: House, played: Played): Promise<number> {
  const { choice, content, suites, options, all, isTouched, meter } = played
  const { engine, cassette } = choice
  const { root } = choice.config
  const chosen = chooseTrials(all, options, isTouched)
  const fingerprint: Fingerprint = {
    engine,
    prompts: promptHashes(content),
    content: app.library.state().hash.slice(0, 16),
    suites: suites.hash,
    scorer: SCORER_VERSION,
  }
  const folder = resolve(root, options.out)
  const journal = openJournal(join(folder, 'trials.partial.jsonl'), fingerprint, { resume: options.resume })
  if (options.resume) process.stdout.write(`接着上次的跑：${journal.played.size} 条已经有了。\n`)
  const { results, stopped } = await playRepeats(app, { ...played, chosen, journal })
  // Parsed, so that a run that was gone on with has its keys in the same order as one in a single go.
  const run = Run.parse({
    version: 1,
    fingerprint,
    ...(stopped === undefined ? {} : { stopped }),
    trials: results.toSorted((a, b) => (a.key < b.key ? -1 : 1)),
  })
  const baseline = readBaseline(choice.config, engine)
  const whole = chosen.length === all.length
  // A part is played to look at an answer; the whole is the verdict, and its scorers have to be sound.
  const distrust = whole ? selfTest(suites.answers, content).against : []
  const decision = judge(run, baseline, { whole, distrust })
  writeReports(folder, run, decision, baseline, content)
  copyReports(folder, options)
  if (stopped === undefined) journal.finish()
  process.stdout.write(printSummary(summarise(results), decision))
  process.stdout.write(printUse(meter, options.price))
  process.stdout.write(`${results.length} 条；结果在 ${options.out}/report.html\n`)
  if (options.failures) printFailures(run)
  if (cassette === undefined) return decision.code
  writeUsage(folder, { engine, whole: whole && stopped === undefined, used: cassette.used })
  for (const miss of cassette.misses.slice(0, MOST_MISSES)) process.stderr.write(`录音里没有这次请求：${miss}\n`)
  if (cassette.misses.length === 0) return decision.code
  process.stderr.write(
    `${cassette.misses.length} 次请求没有录音，这次的结果不作数：用 --cassettes auto 补录，或者 record 重录。\n`,
  )
  return 3
}

/** Plays what is chosen as often as is asked for, until a limit is reached: `stopped` says which one, and how far it got. */
async function playRepeats(
  app: House,
  {
    choice: { engine, cassette },
    options,
    pace,
    meter,
    chosen,
    journal,
  }: Played & { readonly chosen: readonly Trial[]; readonly journal: Journal },
): Promise<{ readonly results: TrialResult[]; readonly stopped: string | undefined }> {
  const budget = startBudget(
    { cost: options['max-cost'], tokens: options['max-tokens'], seconds: options['max-seconds'] },
    { price: options.price, used: meter.used },
  )
  const total = chosen.length * options.repeat
  const results: TrialResult[] = []
  const progress = showProgress(total)
  for (let repeat = 1; repeat <= options.repeat; repeat += 1) {
    // One repeat after the other, so that each has recordings of its own.
    if (cassette !== undefined) cassette.repeat = repeat
    const trials = chosen.map((trial) => repeated(trial, repeat))
    const before = trials.flatMap(({ key }) => journal.played.get(key) ?? [])
    for (const result of before) progress(result)
    const left = trials.filter(({ key }) => !journal.played.has(key))
    const fresh = await playTrials(left, app, {
      engine,
      concurrency: options.concurrency,
      pace,
      retries: options['retry-errors'],
      stop: () => budget.spent() !== undefined,
      onResult: (result) => {
        journal.add(result)
        progress(result)
      },
    })
    results.push(...before, ...fresh)
  }
  const why = results.length < total ? budget.spent() : undefined
  return { results, stopped: why === undefined ? undefined : `${why}；${total} 条跑了 ${results.length} 条` }
}

/** Most misses that are told one by one. */
const MOST_MISSES = 5

const FormerBaseline = z.object({ version: z.number().max(BASELINE_VERSION - 1), trials: z.unknown() })

/** Where the baseline of an engine stands. */
export function baselineFile({ root }: Pick<Config, 'root'>, engine: string): string {
  return join(root, 'evals/baselines', `${fileNameOf(engine)}.json`)
}

/**
 * The blessed baseline of an engine; undefined when there is none, or one in a former form, which is told: it does not
 * say what the run has to be compared with. @throws RunProblem for a file that is none.
 */
export function readBaseline(config: Pick<Config, 'root'>, engine: string): Baseline | undefined {
  const file = baselineFile(config, engine)
  if (!existsSync(file)) return undefined
  try {
    const stored: unknown = JSON.parse(readFileSync(file, 'utf8'))
    const former = FormerBaseline.safeParse(stored).data?.version
    if (former === undefined) return Baseline.parse(stored)
    process.stderr.write(`${file} 是第 ${former} 版的写法，没有记下每条要求什么、怎么错的：请重新定基线。\n`)
    return undefined
  } catch (error) {
    throw new RunProblem(`${file} 不是基线：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}
