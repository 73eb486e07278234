import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { mkdir, readdir, rm } from 'node:fs/promises'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
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
  Run,
  SCORER_VERSION,
  serviceTrials,
  staleFacts,
  summarise,
  type Fingerprint,
  type Trial,
} from './evaluation/index.ts'
import { forbidOutbound } from './forbid-outbound.ts'
import { shanghaiDate } from './services/index.ts'

const OPTIONS = {
  suite: { type: 'string', multiple: true },
  filter: { type: 'string' },
  shard: { type: 'string' },
  seeds: { type: 'string', default: '1' },
  personas: { type: 'string', default: 'one' },
  concurrency: { type: 'string', default: '4' },
  out: { type: 'string', default: 'evals/reports' },
  reason: { type: 'string' },
  shuffle: { type: 'string' },
  failures: { type: 'boolean', default: false },
} as const

const USAGE = `用法：npm run eval -- [run|bless|stale|coverage] [--suite answers] [--filter 正则] [--shard 1/4] [--failures] [--reason "…"]
  run       跑评测，和基线比（默认）
  bless     把上一次跑的结果定为基线，要写理由
  stale     指南改过、要重新核对的样本
  coverage  哪些指南的哪些小节还没有样本
`

type Options = ReturnType<typeof parseOptions>['values']

function parseOptions(words: readonly string[]) {
  return parseArgs({ args: [...words], allowPositionals: true, options: OPTIONS })
}

/**
 * `npm run eval`: inspects the embedded engine, without key or network. Answers with the exit codes of the gate: 0 as
 * good as the baseline, 1 worse, 2 a mistake in the suites or the call, 3 too many errors, 4 no baseline to compare
 * with, 5 nothing scored.
 */
export async function evaluate(config: Config, words: readonly string[]): Promise<number> {
  const { values, positionals } = parseOptions(words)
  const [command = 'run'] = positionals
  const { content, problems } = readStaffContent(config.root)
  const suites = readSuites(config.root, content)
  const mistakes = [...problems, ...suites.problems]
  if (mistakes.length > 0) {
    process.stderr.write(problemReport(mistakes))
    return 2
  }
  switch (command) {
    case 'run':
      return run(config, content, suites, values)
    case 'bless':
      return bless(config, values)
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
    default:
      process.stderr.write(USAGE)
      return 2
  }
}

async function run(
  config: Config,
  content: StaffContent,
  suites: ReturnType<typeof readSuites>,
  options: Options,
): Promise<number> {
  const today = shanghaiDate(Date.now())
  const outbound = forbidOutbound()
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
  const trials = chosen(all, options)
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
    const folder = join(config.root, options.out)
    mkdirSync(folder, { recursive: true })
    writeFileSync(join(folder, 'run.json'), `${JSON.stringify(made, undefined, 1)}\n`)
    const decision = judge(made, readBaseline(config, fingerprint.engine), { whole: trials.length === all.length })
    const seconds = ((performance.now() - started) / 1000).toFixed(1)
    process.stdout.write(printSummary(summarise(results), decision))
    process.stdout.write(
      `${results.length} 条，${seconds} 秒；对外连接 ${outbound.attempts()} 次；结果在 ${options.out}/run.json\n`,
    )
    if (options.failures) printFailures(made)
    return outbound.attempts() > 0 ? 1 : decision.code
  } finally {
    outbound.restore()
  }
}

function chosen(trials: readonly Trial[], { suite, filter, shard, shuffle }: Options): Trial[] {
  const pattern = filter === undefined ? undefined : new RegExp(filter, 'u')
  const [part = 1, parts = 1] = (shard ?? '1/1').split('/').map(Number)
  const wanted = trials
    .filter((trial) => suite === undefined || suite.includes(trial.suite))
    .filter(
      ({ key, tags, guide }) => pattern === undefined || [key, guide ?? '', ...tags].some((text) => pattern.test(text)),
    )
    .filter((_, at) => at % parts === part - 1)
  if (shuffle === undefined) return wanted
  const seed = Number(shuffle)
  return wanted.toSorted((a, b) => rank(a.key, seed) - rank(b.key, seed))
}

/** A place in a shuffled order, the same for the same seed. */
function rank(key: string, seed: number): number {
  let value = seed >>> 0
  for (const character of key) value = Math.imul(value ^ (character.codePointAt(0) ?? 0), 16_777_619) >>> 0
  return value
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
  return existsSync(file) ? Baseline.parse(JSON.parse(readFileSync(file, 'utf8'))) : undefined
}

function bless(config: Config, { out, reason }: Options): number {
  if (reason === undefined || reason.trim() === '') {
    process.stderr.write('定基线要写理由：npm run eval -- bless --reason "为什么这样更好"\n')
    return 2
  }
  const file = join(config.root, out, 'run.json')
  if (!existsSync(file)) {
    process.stderr.write('还没有跑过：先运行 npm run eval\n')
    return 2
  }
  const made = Run.parse(JSON.parse(readFileSync(file, 'utf8')))
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
