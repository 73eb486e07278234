import { mkdirSync, writeFileSync } from 'node:fs'
import { join, resolve } from 'node:path'
import { APICallError, RetryError } from 'ai'
import type { Config } from '../../config.ts'
import { KEPT_CONTENT, problemReport, readKeptContent, type StaffContent } from '../../content/index.ts'
import { handleCassettes } from './evaluate-cassettes.ts'
import { evaluationFolder } from './evaluate-folder.ts'
import { exportSamples, importSamples } from './evaluate-interchange.ts'
import { judgeRun } from './evaluate-judge.ts'
import { parseOptions, type Options } from './evaluate-options.ts'
import { baselineFile, readBaseline, runSuites, type Opened } from './evaluate-run.ts'
import { printCoverage, printStale } from './evaluate-coverage.ts'
import { comparePrompts } from './evaluate-prompts.ts'
import { runTwice } from './evaluate-twice.ts'
import { compareStored, mergeStored, missingFrom, runSelfTest, scoreStored } from './evaluate-stored.ts'
import {
  baselineOf,
  CassetteMiss,
  judge,
  printBaseline,
  readRun,
  readSuites,
  RunProblem,
  verdictOf,
} from '../../evaluation/index.ts'

/** Exit code of a run that says nothing of the engine: its own house, disk or provider failed. */
const COULD_NOT_RUN = 3

/** What a disk says that cannot take more, and what a citizen of the command line is told. */
const DISK: Readonly<Record<string, string>> = {
  ENOSPC: '磁盘满了',
  EDQUOT: '磁盘配额用完了',
  EROFS: '磁盘是只读的',
  EACCES: '没有写的权限',
}

/**
 * `npm run eval`: inspects an engine, by default the embedded one without key or network. Answers with the exit codes of
 * the gate: 0 as good as the baseline, 1 worse, 2 a mistake in the suites or the call, 3 a crash, too many errors, a disk
 * that takes no more, a judge that cannot be reached or a call that was not recorded, 4 no baseline to compare with, 5 nothing
 * scored, or a limit reached before everything was.
 */
export async function evaluate(config: Config, words: readonly string[], opened: Opened = {}): Promise<number> {
  try {
    return await evaluateWords(config, words, opened)
  } catch (error) {
    if (error instanceof RunProblem) {
      process.stderr.write(`${error.message}\n`)
      return 2
    }
    const silence = silenceOf(error)
    if (silence !== undefined) {
      process.stderr.write(`模型没有答上来，这次不作数：${silence}\n`)
      return COULD_NOT_RUN
    }
    const full = error instanceof Error && 'code' in error ? DISK[String(error.code)] : undefined
    if (full !== undefined && error instanceof Error)
      process.stderr.write(`${full}，结果写不下来，这次不作数：${error.message}\n`)
    else process.stderr.write(`没有跑成，这次不作数：${String(error instanceof Error ? error.stack : error)}\n`)
    return COULD_NOT_RUN
  }
}

/** Why a model that was asked directly said nothing; undefined for another error. */
function silenceOf(error: unknown): string | undefined {
  if (error instanceof CassetteMiss) return `录音里没有这次请求：${error.message}`
  const last = RetryError.isInstance(error) ? error.lastError : error
  return APICallError.isInstance(last) ? last.message : undefined
}

async function evaluateWords(config: Config, words: readonly string[], opened: Opened): Promise<number> {
  const { command, files, values } = parseOptions(words)
  const { content, problems } = readKeptContent(config.root, join(evaluationFolder(config), KEPT_CONTENT))
  const suites = readSuites(config.root, content)
  const mistakes = [...problems, ...suites.problems]
  if (mistakes.length > 0) {
    process.stderr.write(problemReport(mistakes))
    return 2
  }
  const folder = resolve(config.root, values.out)
  const stored = {
    content,
    suites,
    folder,
    options: values,
    baselineOf: (engine: string) => readBaseline(config, engine),
  }
  switch (command) {
    case 'run':
      return (values.twice ? runTwice : runSuites)(config, { content, suites, opened }, values)
    case 'determinism':
      return runTwice(config, { content, suites, opened }, values)
    case 'bless':
      return bless(config, { content, suites }, values)
    case 'compare':
      if (values.prompts) return comparePrompts(config, { content, suites, opened }, { files, options: values })
      return compareStored(files)
    case 'stale':
      return printStale(config, suites, content, values)
    case 'coverage':
      return printCoverage(suites, content)
    case 'judge':
      return judgeRun(config, content, { files, options: values })
    case 'export':
      return exportSamples(config, suites, fileOf(files))
    case 'import':
      return importSamples(config, content, fileOf(files))
    case 'cassettes':
      return handleCassettes(config, files, folder)
    case 'score':
      return scoreStored(files, stored)
    case 'merge':
      return mergeStored(files, stored)
    case 'self-test':
      return runSelfTest(stored)
    default:
      throw new RunProblem(`没有“${command}”这个命令。`)
  }
}

function fileOf([file, ...more]: readonly string[]): string {
  if (file === undefined || more.length > 0) throw new RunProblem('要写一个文件：export 样本.xlsx，import 样本.xlsx')
  return file
}

/** Only a run of every sample can become the baseline: a part of it would forget the rest. */
function bless(
  config: Config,
  read: { readonly content: StaffContent; readonly suites: ReturnType<typeof readSuites> },
  options: Options,
): number {
  const { out, reason } = options
  if (reason === undefined || reason.trim() === '') {
    process.stderr.write('定基线要写理由：npm run eval -- bless --reason "为什么这样更好"\n')
    return 2
  }
  const made = readRun(resolve(config.root, out))
  if (made.stopped !== undefined) {
    process.stderr.write(`上一次没有跑完，${made.stopped}：先用 --resume 跑完。\n`)
    return 2
  }
  const left = missingFrom(made, { ...read, options })
  if (left.length > 0) {
    process.stderr.write(`上一次只跑了一部分，还有 ${left.length} 条没有跑（如 ${left[0]}）：先运行 npm run eval\n`)
    return 2
  }
  const target = baselineFile(config, made.fingerprint.engine)
  const former = readBaseline(config, made.fingerprint.engine)
  if (former !== undefined) {
    const decision = judge(made, former, { whole: true })
    const reasons = decision.reasons.map((one) => `  - ${one}\n`).join('')
    process.stdout.write(`和原来的基线比：${verdictOf(decision)}\n${reasons}`)
  }
  mkdirSync(join(target, '..'), { recursive: true })
  writeFileSync(target, printBaseline(baselineOf(made, reason)))
  process.stdout.write(`基线已定：${made.trials.length} 条，${target}\n`)
  return 0
}
