import { appendFileSync, mkdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { dirname } from 'node:path'
import { RunProblem } from '../run-problem.ts'
import { Fingerprint, TrialResult } from '../run.ts'

/** What a run has played so far, on disk, so that a run that is killed can go on. */
export type Journal = {
  /** Results of the run that goes on, by key; empty for a new one. */
  readonly played: ReadonlyMap<string, TrialResult>
  readonly add: (result: TrialResult) => void
  /** The run is over: nothing is left to go on with. */
  readonly finish: () => void
}

/**
 * Opens the journal of a run. With `resume` the results of the run that was cut off are kept, but for a last line that
 * was not written to its end.
 * @throws RunProblem when there is nothing to go on with, or when it rests on other things than this run.
 */
export function openJournal(file: string, fingerprint: Fingerprint, { resume }: { readonly resume: boolean }): Journal {
  const played = resume ? readJournal(file, fingerprint) : new Map<string, TrialResult>()
  mkdirSync(dirname(file), { recursive: true })
  writeFileSync(file, [fingerprint, ...played.values()].map((line) => `${JSON.stringify(line)}\n`).join(''))
  return {
    played,
    add: (result) => appendFileSync(file, `${JSON.stringify(result)}\n`),
    finish: () => rmSync(file, { force: true }),
  }
}

function readJournal(file: string, fingerprint: Fingerprint): ReadonlyMap<string, TrialResult> {
  const [head = '', ...lines] = textOf(file).split('\n').slice(0, -1)
  const before = parsed(head, Fingerprint)
  if (before === undefined) throw new RunProblem(`${file} 不是评测的半程记录，接不下去：请重新跑。`)
  const changed = Object.entries(fingerprint).flatMap(([name, value]) =>
    before[name as keyof Fingerprint] === value ? [] : [NAMES[name as keyof Fingerprint]],
  )
  if (changed.length > 0) throw new RunProblem(`上次跑到一半之后，${changed.join('、')}变了，接不下去：请重新跑。`)
  const results = lines.flatMap((line) => parsed(line, TrialResult) ?? [])
  // An error is tried again: nothing is known of it.
  return new Map(results.filter(({ passed }) => passed !== null).map((result) => [result.key, result]))
}

const NAMES: Readonly<Record<keyof Fingerprint, string>> = {
  engine: '引擎',
  prompts: '提示词',
  content: '内容',
  suites: '样本',
  scorer: '评分规则',
}

function textOf(file: string): string {
  try {
    return readFileSync(file, 'utf8')
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      throw new RunProblem('没有跑到一半的评测可以接着跑：去掉 --resume 重新跑。', { cause: error })
    throw error
  }
}

function parsed<Value>(line: string, shape: { safeParse: (value: unknown) => { data?: Value } }): Value | undefined {
  try {
    return shape.safeParse(JSON.parse(line)).data
  } catch {
    return undefined
  }
}
