import { mkdirSync, readFileSync, writeFileSync } from 'node:fs'
import { basename, join, resolve } from 'node:path'
import { parseArgs } from 'node:util'
import type { Config } from '../config.ts'
import { SpreadsheetProblem, importItems, printNotes } from '../content/import/index.ts'
import { shanghaiDate } from '../services/index.ts'

const USAGE = '用法：npm run import -- 清单.xlsx [--out 文件夹]\n'

/**
 * `npm run import -- FILE [--out DIR]`: draft guides out of the spreadsheet of an 实施清单, and what is missing in it.
 * A file that is there already is left as it is. Answers with 1 when nothing could be read.
 */
export function runImport({ root }: Config, words: readonly string[]): number {
  const { values, positionals } = parseArgs({
    args: [...words],
    options: { out: { type: 'string' } },
    allowPositionals: true,
  })
  const [file] = positionals
  if (file === undefined || positionals.length > 1) {
    process.stderr.write(USAGE)
    return 2
  }
  const out = resolve(values.out ?? join(root, 'knowledge/drafts'))
  const folder = basename(out)
  if (!/^[a-z][a-z0-9]*(-[a-z0-9]+)*$/.test(folder)) {
    process.stderr.write(`文件夹的名字会成为指南的主题，请用小写字母和“-”：${folder}\n`)
    return 2
  }
  try {
    const today = shanghaiDate(Date.now())
    const { drafts, notes } = importItems(basename(file), readFileSync(file), { folder, today })
    mkdirSync(out, { recursive: true })
    const kept = drafts.filter((draft) => !writeNew(join(out, draft.file), draft.text))
    process.stdout.write(printNotes(notes))
    for (const draft of kept) process.stdout.write(`${draft.file} 已经有了，没有改动\n`)
    process.stdout.write(
      `写了${drafts.length - kept.length}份草稿到 ${out}，提示${notes.length}条。\n` +
        '每份草稿都还要补：英文名、别名、市民的问法、英文说明；改好后移到 knowledge/guides/<主题>/，再运行 npm run content。\n',
    )
    return drafts.length === 0 ? 1 : 0
  } catch (error) {
    if (error instanceof SpreadsheetProblem) process.stderr.write(`${basename(file)}：${error.message}\n`)
    else if (error instanceof Error && 'code' in error && error.code === 'ENOENT')
      process.stderr.write(`没有这个文件：${file}\n`)
    else throw error
    return 1
  }
}

/** Whether the file was written: never over one that is there. */
function writeNew(file: string, text: string): boolean {
  try {
    writeFileSync(file, text, { flag: 'wx' })
    return true
  } catch (error) {
    if (error instanceof Error && 'code' in error && error.code === 'EEXIST') return false
    throw error
  }
}
