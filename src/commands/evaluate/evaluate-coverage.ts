import { globSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import type { Config } from '../../config.ts'
import type { StaffContent } from '../../content/index.ts'
import {
  coverage,
  outcomesOf,
  quoteOf,
  sectionText,
  staleFacts,
  unquotedFacts,
  writeQuotes,
  type readSuites,
} from '../../evaluation/index.ts'

type Suites = ReturnType<typeof readSuites>

/**
 * `npm run eval -- stale`: the samples whose section reads differently than when their facts were taken from it. With
 * `--write` a person says that all were read again, and the quotes are brought up to date.
 */
export function printStale(
  { root }: Pick<Config, 'root'>,
  suites: Suites,
  content: StaffContent,
  { write }: { readonly write: boolean },
): number {
  const stale = staleFacts(suites, content)
  for (const [source, own] of Map.groupBy(stale, ({ source: one }) => one))
    process.stdout.write(
      `${source} 改过了，要重新核对：${own.map(({ sample, fact }) => `${sample} 的 ${fact}`).join('、')}\n`,
    )
  const unquoted = unquotedFacts(suites)
  if (unquoted > 0) process.stdout.write(`另有 ${unquoted} 条事实还没有记下小节的样子：核对后用 stale --write 记下。\n`)
  if (!write) {
    if (stale.length === 0) process.stdout.write('没有要重新核对的样本。\n')
    return 0
  }
  const quote = (source: string): string | undefined => {
    const text = sectionText(content, source)
    return text === undefined ? undefined : quoteOf(text)
  }
  for (const file of globSync('evals/answers/*.yaml', { cwd: root })) {
    const text = readFileSync(join(root, file), 'utf8')
    const written = writeQuotes(text, quote)
    if (written !== text) writeFileSync(join(root, file), written)
  }
  process.stdout.write(`记下了 ${stale.length + unquoted} 条。\n`)
  return 0
}

/** `npm run eval -- coverage`: each section of each guide with how many samples ask for it, by type of question and expected outcome, what has none, and how the turns of each suite should end. */
export function printCoverage(suites: Suites, content: StaffContent): number {
  const covered = coverage(suites, content)
  const none: string[] = []
  for (const [guide, sections] of covered) {
    const cells = [...sections].map(([slug, types]) => {
      if (types.size === 0) none.push(`${guide}#${slug}`)
      return `${slug} ${types.size === 0 ? '—' : [...types].map(([type, ends]) => `${type}${cellOf(ends)}`).join('+')}`
    })
    process.stdout.write(`${guide.padEnd(28)}${cells.join('  ')}\n`)
  }
  for (const [suite, ends] of outcomesOf(suites))
    process.stdout.write(
      `${suite} 应当怎样结束：${[...ends].map(([end, count]) => `${end} ${count}`).join('、') || '没有样本'}\n`,
    )
  const all = [...covered.values()].reduce((sum, { size }) => sum + size, 0)
  process.stdout.write(`${all} 个小节里有 ${none.length} 个还没有样本：${none.join('、') || '无'}\n`)
  return 0
}

/** `×3` where all expect an answer, else with what they expect: `×2 partial×1`. */
function cellOf(ends: ReadonlyMap<string, number>): string {
  return [...ends].map(([end, count]) => (end === 'answer' ? `×${count}` : `(${end}×${count})`)).join('')
}
