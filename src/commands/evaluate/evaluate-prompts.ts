import { cpSync, mkdtempSync, readdirSync, rmSync, symlinkSync, copyFileSync, statSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { basename, join, resolve } from 'node:path'
import type { Config } from '../../config.ts'
import { problemReport, readStaffContent, type StaffContent } from '../../content/index.ts'
import type { Options } from './evaluate-options.ts'
import { withoutCopies } from './evaluate-reports.ts'
import { runSuites, type Read } from './evaluate-run.ts'
import { compareStored } from './evaluate-stored.ts'
import { RunProblem } from '../../evaluation/index.ts'

/** Exit codes of a run that says something: it was played and scored. */
const SCORED: ReadonlySet<number> = new Set([0, 1, 4])

/**
 * `npm run eval -- compare --prompts A B`: plays the suites with either version and compares trial by trial. A version is
 * a prompt file, a `messages.yaml`, or a folder of them. Answers with 1 when the second is worse.
 * @throws RunProblem for a version that cannot be read or is the version of no prompt.
 */
export async function comparePrompts(
  config: Config,
  { content, ...read }: Read,
  { files, options }: { readonly files: readonly string[]; readonly options: Options },
): Promise<number> {
  const [a, b, ...more] = files
  if (a === undefined || b === undefined || more.length > 0)
    throw new RunProblem('要写两版提示词：compare --prompts A.md B.md')
  const names = [...content.prompts.keys()]
  using stagedA = stage(config.root, a, names)
  using stagedB = stage(config.root, b, names)
  const outs: string[] = []
  for (const { root, version, content: own } of [stagedA, stagedB]) {
    const out = resolve(config.root, options.out, `prompts-${outs.length === 0 ? 'a' : 'b'}`)
    process.stdout.write(`== ${version}\n`)
    const code = await runSuites({ ...config, root }, { ...read, content: own }, { ...withoutCopies(options), out })
    if (!SCORED.has(code)) return code
    outs.push(out)
  }
  return compareStored(outs)
}

type Staged = Disposable & { readonly root: string; readonly version: string; readonly content: StaffContent }

/** A root like ours, but for the prompts of one version; it is gone when it is disposed of. */
function stage(root: string, version: string, names: readonly string[]): Staged {
  const files = filesOf(version).map((file) => ({ file, target: targetOf(file, names) }))
  const staged = mkdtempSync(join(tmpdir(), 'bianban-prompts-'))
  for (const folder of ['knowledge', 'evals']) symlinkSync(join(root, folder), join(staged, folder))
  cpSync(join(root, 'prompts'), join(staged, 'prompts'), { recursive: true })
  for (const { file, target } of files) copyFileSync(file, join(staged, 'prompts', target))
  const remove = (): void => rmSync(staged, { recursive: true, force: true })
  const { content, problems } = readStaffContent(staged)
  if (problems.length > 0) {
    remove()
    throw new RunProblem(`${version}：${problemReport(problems)}`)
  }
  return { root: staged, version, content, [Symbol.dispose]: remove }
}

function filesOf(version: string): string[] {
  try {
    return statSync(version).isDirectory()
      ? readdirSync(version)
          .filter((name) => /\.(?:md|yaml)$/.test(name) && name !== 'README.md')
          .map((name) => join(version, name))
      : [version]
  } catch (error) {
    throw new RunProblem(`读不了 ${version}：${error instanceof Error ? error.message : String(error)}`, {
      cause: error,
    })
  }
}

/** `assistant-v2.md` is a version of `assistant`. */
function targetOf(file: string, names: readonly string[]): string {
  const name = basename(file)
  if (name.startsWith('messages')) return 'messages.yaml'
  const [meant] = names.filter((one) => name.startsWith(one)).toSorted((x, y) => y.length - x.length)
  if (meant === undefined)
    throw new RunProblem(`${file} 不知道是哪个提示词的版本：文件名要以 ${names.join('、')} 开头。`)
  return `${meant}.md`
}
