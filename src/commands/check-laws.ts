import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { checkLaws, printCitations } from '../content/index.ts'

/** Where the texts of the laws stand beside a checkout, when they do. */
const ARTICLES = '../shared/data/laws/articles.jsonl'

/**
 * `npm run laws -- [--articles FILE] [--json]`: looks up every article the staff files cite. Answers with 1 when one that
 * is marked `law` does not exist; what merely could not be confirmed is printed.
 */
export function runLawCheck({ root }: Config, words: readonly string[]): number {
  const { values } = parseArgs({
    args: [...words],
    options: { articles: { type: 'string' }, json: { type: 'boolean', default: false } },
  })
  const file = values.articles ?? join(root, ARTICLES)
  if (!existsSync(file)) {
    if (values.articles === undefined) {
      process.stdout.write('没有法条文件，跳过核对。用 --articles 文件 指定一个。\n')
      return 0
    }
    process.stderr.write(`没有这个法条文件：${file}\n`)
    return 2
  }
  const { checked, unreadable } = checkLaws(root, readFileSync(file, 'utf8'))
  if (values.json) process.stdout.write(`${JSON.stringify({ checked, unreadable }, null, 2)}\n`)
  else {
    process.stdout.write(printCitations(checked))
    if (unreadable.length > 0) process.stdout.write(`\n法条文件里读不懂的行：${unreadable.slice(0, 20).join('、')}\n`)
  }
  return checked.some(({ verdict }) => verdict === 'no-article') ? 1 : 0
}
