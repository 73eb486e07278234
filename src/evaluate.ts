import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { createApp } from './app.ts'
import type { Config } from './config.ts'
import { problemReport, readStaffContent, type StaffContent } from './content/index.ts'
import {
  answerTrials,
  Baseline,
  baselineOf,
  coverage,
  goldRecords,
  hostileTrials,
  judge,
  playTrials,
  printBaseline,
  printSummary,
  readSuites,
  refusalTrials,
  RunProblem,
  type Run,
  SCORER_VERSION,
  serviceTrials,
  staleFacts,
  summarise,
  type Fingerprint,
  writeReports,
} from './evaluation/index.ts'
import { chooseTrials, parseOptions, USAGE, type Options } from './evaluate-options.ts'
import { evaluateStored, readRun } from './evaluate-stored.ts'
import { forbidOutbound } from './forbid-outbound.ts'
import { setClock } from './set-clock.ts'
import { shanghaiDate } from './services/index.ts'

const SUITE_NAMES = ['answers', 'refusals', 'hostile', 'services'] as const

/**
 * `npm run eval`: inspects the embedded engine, without key or network. Answers with the exit codes of the gate: 0 as
 * good as the baseline, 1 worse, 2 a mistake in the suites or the call, 3 too many errors, 4 no baseline to compare
 * with, 5 nothing scored.
 */
export async function evaluate(config: Config, words: readonly string[]): Promise<number> {
  try {
    return await evaluateWords(config, words)
  } catch (error) {
    if (!(error instanceof RunProblem)) throw error
    process.stderr.write(`${error.message}\n`)
    return 2
  }
}

async function evaluateWords(config: Config, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(words)
  const [command = 'run', ...files] = positionals
  const { content, problems } = readStaffContent(config.root)
  const suites = readSuites(config.root, content)
  const mistakes = [...problems, ...suites.problems]
  if (mistakes.length > 0) {
    process.stderr.write(problemReport(mistakes))
    return 2
  }
  switch (command) {
    case 'run':
      return values.twice ? runTwice(config, content, suites, values) : run(config, content, suites, values)
    case 'bless':
      return bless(config, suites, values)
    case 'stale':
      for (const { sample, fact, source } of staleFacts(suites, content))
        process.stdout.write(`${sample} 的 ${fact}：${source} 改过了\n`)
      return 0
    case 'coverage':
      for (const [guide, sections] of coverage(suites, content)) {
        const counts = [...sections].map(([slug, count]) => `${slug} ${count}`).join('  ')
        process.stdout.write(`${guide.padEnd(28)}${counts}\n`)
      }
      return 0
    default: {
      const code = evaluateStored(command, files, {
        content,
        suites,
        folder: join(config.root, values.out),
        baselineOf: (engine) => readBaseline(config, engine),
      })
      if (code === undefined) process.stderr.write(USAGE)
      return code ?? 2
    }
  }
}

/** The run, and the same again in another order and concurrency: the stored bytes must not differ. */
async function runTwice(
  config: Config,
  content: StaffContent,
  suites: ReturnType<typeof readSuites>,
  options: Options,
): Promise<number> {
  const code = await run(config, content, suites, options)
  if (code === 2 || code === 5) return code
  const again = { ...options, out: join(options.out, 'again'), shuffle: '7', concurrency: '3' }
  await run(config, content, suites, again)
  const first = readRun(join(config.root, options.out))
  const second = new Map(
    readRun(join(config.root, again.out)).trials.map((trial) => [trial.key, JSON.stringify(trial)]),
  )
  const different = first.trials
    .filter((trial) => second.get(trial.key) !== JSON.stringify(trial))
    .map(({ key }) => key)
  process.stdout.write(
    different.length === 0
      ? '两次结果逐字节相同。\n'
      : `两次结果不同的 ${different.length} 条：${different.slice(0, 10).join('、')}\n`,
  )
  return different.length === 0 ? code : 1
}

async function run(
  config: Config,
  content: StaffContent,
  suites: ReturnType<typeof readSuites>,
  options: Options,
): Promise<number> {
  const today = shanghaiDate(Date.now())
  const outbound = forbidOutbound()
  // The day the suites were written for: some citizens' terms are counted in days.
  const clock = setClock('2026-11-26T02:00:00Z')
  await using app = await createApp({ ...config, dataDir: await freshFolder(config), LOG_LEVEL: 'silent' })
  await app.library.ready
  const { records, problems } = await goldRecords(app, suites.services)
  if (problems.length > 0) {
    process.stderr.write(`样本自己的答案办不成：\n${problems.map((problem) => `  ${problem}`).join('\n')}\n`)
    return 2
  }
  const all = [
    ...answerTrials(suites.answers, content, today),
    ...refusalTrials(suites.refusals, today),
    ...hostileTrials(suites.hostile, today),
    ...serviceTrials(suites.services, records, {
      today,
      seeds: Number(options.seeds),
      every: options.personas === 'all',
    }),
  ]
  const trials = chooseTrials(all, options)
  const fingerprint: Fingerprint = {
    engine: 'embedded',
    prompts: [...content.prompts.values()].map(({ name, hash }) => `${name} ${hash.slice(0, 12)}`).join(', '),
    content: app.library.state().hash.slice(0, 16),
    suites: suites.hash,
    scorer: SCORER_VERSION,
  }
  const progress = progressLine(trials.length)
  const started = performance.now()
  try {
    const results = await playTrials(trials, app, { concurrency: Number(options.concurrency), onResult: progress })
    const made: Run = { version: 1, fingerprint, trials: results }
    const baseline = readBaseline(config, fingerprint.engine)
    const decision = judge(made, baseline, { whole: trials.length === all.length })
    writeReports(join(config.root, options.out), made, decision, baseline)
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(printSummary(summarise(results), decision))
    process.stdout.write(
      `${results.length} 条，${seconds} 秒；对外连接 ${outbound.attempts()} 次；结果在 ${options.out}/report.html\n`,
    )
    if (options.failures) printFailures(made)
    return outbound.attempts() > 0 ? 1 : decision.code
  } finally {
    outbound.restore()
    clock.restore()
  }
}

/** A folder without cases; what was learnt from the staff files stays. */
async function freshFolder({ dataDir }: Config): Promise<string> {
  const folder = join(dataDir, 'evaluation')
  await mkdir(folder, { recursive: true })
  for (const name of await readdir(folder)) {
    if (!['index', 'recogniser', 'staff-content.bin'].includes(name))
      await rm(join(folder, name), { recursive: true, force: true })
  }
  return folder
}

function baselineFile({ root }: Config, engine: string): string {
  return join(root, 'evals/baselines', `${engine}.json`)
}

function readBaseline(config: Config, engine: string): Baseline | undefined {
  const file = baselineFile(config, engine)
  if (!existsSync(file)) return undefined
  const { data, error } = Baseline.safeParse(JSON.parse(readFileSync(file, 'utf8')))
  if (data === undefined) throw new RunProblem(`${file} 不是基线：${error?.message}`)
  return data
}

/** Only a run of every sample can become the baseline: a part of it would forget the rest. */
function bless(config: Config, suites: ReturnType<typeof readSuites>, { out, reason }: Options): number {
  if (reason === undefined || reason.trim() === '') {
    process.stderr.write('定基线要写理由：npm run eval -- bless --reason "为什么这样更好"\n')
    return 2
  }
  const made = readRun(join(config.root, out))
  const played = new Set(made.trials.map(({ suite, sample }) => `${suite}/${sample}`))
  const left = SUITE_NAMES.flatMap((suite) => suites[suite].map(({ id }) => `${suite}/${id}`)).filter(
    (name) => !played.has(name),
  )
  if (left.length > 0) {
    process.stderr.write(`上一次只跑了一部分，还有 ${left.length} 个样本没有跑（如 ${left[0]}）：先运行 npm run eval\n`)
    return 2
  }
  const target = baselineFile(config, made.fingerprint.engine)
  mkdirSync(join(target, '..'), { recursive: true })
  writeFileSync(target, printBaseline(baselineOf(made, reason)))
  process.stdout.write(`基线已定：${made.trials.length} 条，${target}\n`)
  return 0
}

/** One line that is written over in a terminal; in CI a line now and then. */
function progressLine(total: number): () => void {
  let done = 0
  return () => {
    done += 1
    if (process.stderr.isTTY) process.stderr.write(`\r${done}/${total}${done === total ? '\n' : ''}`)
    else if (done % 500 === 0) process.stderr.write(`${done}/${total}\n`)
  }
}

function printFailures({ trials }: Run): void {
  for (const { key, passed, error, checks, turns } of trials) {
    if (passed === true) continue
    const wrong = checks
      .filter(({ ok, critical }) => !ok && critical)
      .map(({ name, message }) => `[${name}] ${message}`)
    const last = turns.at(-1)
    process.stdout.write(
      `${key}\t${last?.said ?? ''}\t${error ?? wrong.join('；')}\t${(last?.text ?? '').replaceAll('\n', ' ').slice(0, 160)}\t${last?.sources.join(' ') ?? ''}\n`,
    )
  }
}
