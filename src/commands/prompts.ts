import { readFileSync } from 'node:fs'
import type { Config } from '../config.ts'
import { problemReport, readStaffContent } from '../content/index.ts'
import { diffLines, lintPrompt, promptParts } from '../evaluation/index.ts'

const USAGE = `用法：npm run prompts -- [list|check|diff A.md B.md]
  list   每个提示词的版本、标签、长度和指纹（默认）
  check  能离线看出的毛病：变量、长度、标签、界线
  diff   两个版本逐行比
`

/** `npm run prompts`: lists, checks and compares prompt files. Answers with the exit code: 1 for a risk, 2 for a mistake in files or call. */
export function prompts({ root }: Config, [command = 'list', a, b]: readonly string[]): number {
  if (command === 'diff' && a !== undefined && b !== undefined) return diff(a, b)
  if (command !== 'list' && command !== 'check') {
    process.stderr.write(USAGE)
    return 2
  }
  const { content, problems } = readStaffContent(root)
  const own = problems.filter(({ file }) => file.startsWith('prompts/'))
  if (own.length > 0) {
    process.stderr.write(problemReport(own))
    return 2
  }
  const all = [...content.prompts.values()]
  if (command === 'list') {
    for (const { name, version, label, body, hash, purpose, changelog = [] } of all) {
      process.stdout.write(`${name}\t第 ${version} 版\t${label}\t${body.length} 字\t${hash.slice(0, 12)}\t${purpose}\n`)
      for (const entry of changelog) process.stdout.write(`  第 ${entry.version} 版：${entry.change}\n`)
    }
    for (const { part, offline } of promptParts(content))
      process.stdout.write(`${offline ? '离线能衡量' : '离线无法衡量'}\t${part}\n`)
    return 0
  }
  const risks = all.flatMap((prompt) => lintPrompt(prompt).map((risk) => `prompts/${prompt.name}.md：${risk}\n`))
  process.stdout.write(risks.length === 0 ? `${all.length} 个提示词都没有问题。\n` : risks.join(''))
  return risks.length === 0 ? 0 : 1
}

function diff(before: string, after: string): number {
  try {
    for (const { mark, text } of diffLines(readFileSync(before, 'utf8'), readFileSync(after, 'utf8')))
      process.stdout.write(`${mark} ${text}\n`)
    return 0
  } catch (error) {
    process.stderr.write(`读不了：${String(error)}\n`)
    return 2
  }
}
