import { globSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { basename, dirname, extname, join } from 'node:path'
import { isDeepStrictEqual } from 'node:util'
import { parse, stringify } from 'yaml'
import type { Config } from '../../config.ts'
import type { StaffContent } from '../../content/index.ts'
import {
  fromCsv,
  fromPromptfoo,
  fromXlsx,
  readSuites,
  rowOf,
  RunProblem,
  sampleOf,
  toCsv,
  toPromptfoo,
  toXlsx,
  type AnswerSample,
  type RawSample,
} from '../../evaluation/index.ts'
import { problemReport } from '../../content/index.ts'

/** `npm run eval -- export FILE`: all samples as `.csv` or `.xlsx`, or the answers as a promptfoo `.yaml`. @throws RunProblem for another kind of file. */
export function exportSamples(
  { root }: Pick<Config, 'root'>,
  suites: ReturnType<typeof readSuites>,
  file: string,
): number {
  const rows = rawFiles(root).flatMap(({ file: from, samples }) => samples.map((sample) => rowOf(from, sample)))
  writeFileSync(file, textOf())
  process.stdout.write(`写了 ${file}\n`)
  return 0

  function textOf(): string | Buffer {
    switch (extname(file)) {
      case '.csv':
        return toCsv(rows)
      case '.xlsx':
        return toXlsx(rows)
      case '.yaml':
        return promptfooText(suites.answers)
      default:
        throw new RunProblem(`${file} 要以 .csv、.xlsx 或 .yaml 结尾。`)
    }
  }
}

function promptfooText(samples: readonly AnswerSample[]): string {
  const { config, tests, left } = toPromptfoo(samples)
  process.stdout.write(
    `${samples.length - left.length} 个样本，${tests} 个问法。另有 ${left.length} 个样本没有能带走的断言，导出去只会条条都通过，没有写进去。\n`,
  )
  // Every test stands in full: other readers of YAML need no aliases.
  return stringify(config, { lineWidth: 0, aliasDuplicateObjects: false })
}

/**
 * `npm run eval -- import FILE`: reads such a table back into `evals/`. Files of which no sample changed are left as they
 * are; the others are written anew, without their comments. Samples that are not in the table stay. A mistake undoes it all.
 */
export function importSamples({ root }: Pick<Config, 'root'>, content: StaffContent, file: string): number {
  const read = readSamples(file)
  if (read.length === 0) throw new RunProblem(`${file} 里没有样本。`)
  const wanted = Map.groupBy(read, ({ file: to }) => to)
  const before = new Map(rawFiles(root).map(({ file: from, samples }) => [from, samples]))
  const undo: (() => void)[] = []
  for (const [to, rows] of wanted) {
    const old = before.get(to) ?? []
    const changed = new Map(rows.map(({ sample }) => [sample['id'], sample]))
    const kept = old.map((sample) => changed.get(sample['id']) ?? sample)
    const fresh = rows.map(({ sample }) => sample).filter(({ id }) => !old.some((sample) => sample['id'] === id))
    const now = [...kept, ...fresh]
    if (isDeepStrictEqual(now, old)) continue
    const path = join(root, to)
    const text = before.has(to) ? readFileSync(path, 'utf8') : undefined
    undo.push(() => (text === undefined ? rmSync(path) : writeFileSync(path, text)))
    mkdirSync(dirname(path), { recursive: true })
    writeFileSync(path, stringify(now, { lineWidth: 0 }))
    process.stdout.write(`改了 ${to}：${now.length} 条\n`)
  }
  const { problems } = readSuites(root, content)
  if (problems.length > 0) {
    for (const back of undo) back()
    process.stderr.write(`${problemReport(problems)}表里有错，什么都没有改。\n`)
    return 2
  }
  process.stdout.write(undo.length === 0 ? '没有要改的。\n' : `改了 ${undo.length} 个文件。\n`)
  return 0
}

function readSamples(file: string): { file: string; sample: RawSample }[] {
  const bytes = readOrTell(file)
  switch (extname(file)) {
    case '.csv':
      return fromCsv(bytes.toString('utf8')).map((row, at) => sampleOf(row, at + 2))
    case '.xlsx':
      return fromXlsx(bytes).map((row, at) => sampleOf(row, at + 2))
    case '.yaml':
      return fromPromptfoo(parse(bytes.toString('utf8'))).map((sample) => ({
        file: `evals/answers/${basename(file, '.yaml')}.yaml`,
        sample,
      }))
    default:
      throw new RunProblem(`${file} 要以 .csv、.xlsx 或 .yaml 结尾。`)
  }
}

function readOrTell(file: string): Buffer {
  try {
    return readFileSync(file)
  } catch (error) {
    throw new RunProblem(`读不了 ${file}：${error instanceof Error ? error.message : String(error)}`, { cause: error })
  }
}

function rawFiles(root: string): { file: string; samples: readonly RawSample[] }[] {
  return globSync('evals/{answers,refusals,hostile,services}/*.yaml', { cwd: root })
    .toSorted()
    .map((file) => ({ file, samples: parse(readFileSync(join(root, file), 'utf8')) as RawSample[] }))
}
