import { execFileSync } from 'node:child_process'
import type { Config } from '../../config.ts'
import type { StaffContent } from '../../content/index.ts'
import { RunProblem, touchedSamples, type readSuites } from '../../evaluation/index.ts'

const STAFF_FOLDERS = ['knowledge', 'prompts', 'evals']

/**
 * `--changed REF`: the samples that staff files changed since a commit can move, in the working tree and not yet
 * committed as well. Tells what changed and is not inspected, and that changed code asks for a whole run.
 * @returns a test of `suite/sample`. @throws RunProblem for a reference that git does not know.
 */
export function changedSince(
  { root }: Pick<Config, 'root'>,
  reference: string,
  suites: ReturnType<typeof readSuites>,
  content: StaffContent,
  tools: { readonly offline: boolean },
): (suite: string, sample: string) => boolean {
  const git = (...words: string[]): string[] => {
    try {
      const text = execFileSync('git', words, { cwd: root, encoding: 'utf8', stdio: ['ignore', 'pipe', 'pipe'] })
      return text.split('\0').filter((one) => one !== '')
    } catch (error) {
      throw new RunProblem(`--changed ${reference} 看不出改了什么：git 不认识它，或者这里不是 git 仓库。`, {
        cause: error,
      })
    }
  }
  const [commit = ''] = git('rev-parse', '--verify', '--quiet', '--end-of-options', `${reference}^{commit}`)
  const diff = (...paths: string[]): string[] =>
    git('diff', '--name-only', '--relative', '--no-renames', '-z', commit.trim(), '--', ...paths)
  const added = git('ls-files', '--others', '--exclude-standard', '-z', '--', ...STAFF_FOLDERS)
  const files = [...new Set([...diff(...STAFF_FOLDERS), ...added])].toSorted()
  const { samples, unseen } = touchedSamples(files, suites, content, tools)
  process.stdout.write(`${reference} 以来改了 ${files.length} 个内容文件，涉及 ${samples.size} 个样本。\n`)
  for (const line of unseen) process.stdout.write(`  没有跑到 ${line}\n`)
  const code = diff('src').length
  if (code > 0) process.stdout.write(`  代码也改了 ${code} 个文件，这里看不出影响：合并前要全跑。\n`)
  return (suite, sample) => samples.has(`${SAMPLES_OF[suite] ?? suite}/${sample}`)
}

/** Where the samples of a suite stand that has none of its own. */
const SAMPLES_OF: Readonly<Record<string, string>> = { retrieval: 'answers', 'signed-in': 'services' }
