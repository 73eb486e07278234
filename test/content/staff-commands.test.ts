import { existsSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, expect, test, vi } from 'vitest'
import { checkContent } from '../../src/commands/check-content.ts'
import { runLawCheck } from '../../src/commands/check-laws.ts'
import { readConfig } from '../../src/config.ts'
import { explainSearch } from '../../src/commands/explain-search.ts'
import { runImport } from '../../src/commands/import-items.ts'
import { GUIDE, staffFolder } from './sample-files.ts'

const GUIDE_FILE = 'knowledge/guides/leisure/kite-permit.md'
const configOf = (root: string) => ({ ...readConfig({}), root, dataDir: join(root, 'data') })

let printed: string
const print = (text: string | Uint8Array): boolean => {
  printed += String(text)
  return true
}
beforeEach(() => {
  printed = ''
  vi.spyOn(process.stdout, 'write').mockImplementation(print)
  vi.spyOn(process.stderr, 'write').mockImplementation(print)
})
afterEach(() => vi.restoreAllMocks())

test('the content check fails by mistakes alone', async () => {
  using sound = staffFolder()
  expect(await checkContent(configOf(sound.root), ['--stale-months', '1'])).toBe(0)
  expect(printed).toContain('超过1个月没有核对来源')
  expect(await checkContent(configOf(sound.root), ['--stale-months', 'soon'])).toBe(2)
  using broken = staffFolder({ [GUIDE_FILE]: GUIDE.replace('到窗口办。', '交30元。') })
  printed = ''
  expect(await checkContent(configOf(broken.root), ['--json'])).toBe(1)
  expect(JSON.parse(printed)).toMatchObject({ problems: [{ file: GUIDE_FILE, line: 44 }], counts: { guides: 0 } })
})

test('a search tells how a question was read, what speaks for each guide, and whether it would be answered', async () => {
  using folder = staffFolder()
  expect(await explainSearch(configOf(folder.root), [])).toBe(2)
  expect(await explainSearch(configOf(folder.root), ['风筝证多少钱', '--limit', 'many'])).toBe(2)
  printed = ''
  expect(await explainSearch(configOf(folder.root), ['纸鸢证多少钱'])).toBe(0)
  expect(printed).toContain('词库认作：风筝')
  expect(printed).toContain('够得上门槛，会作答')
  expect(printed).toMatch(/1\. \d\.\d\d kite-permit（风筝证申领）　说到名称/)
  expect(printed).toMatch(/1\. \d\.\d{3} kite-permit#fees　字面/)
  printed = ''
  expect(await explainSearch(configOf(folder.root), ['风筝证多少钱', '--json', '--limit', '1'])).toBe(0)
  expect(JSON.parse(printed)).toMatchObject({
    question: '风筝证多少钱',
    guides: [{ id: 'kite-permit', evidence: { name: 1 } }],
    passages: [{ id: 'kite-permit#fees' }],
  })
})

test('the check of laws fails by an article that does not exist, and says when it had nothing to look in', () => {
  using folder = staffFolder()
  expect(runLawCheck(configOf(folder.root), [])).toBe(0)
  expect(printed).toContain('没有法条文件，跳过核对')
  expect(runLawCheck(configOf(folder.root), ['--articles', join(folder.root, 'none.jsonl')])).toBe(2)
  const file = join(folder.root, 'articles.jsonl')
  writeFileSync(file, JSON.stringify({ law: '风筝条例', date: '2020-01-01', no: '第十条', text: '条文' }))
  expect(runLawCheck(configOf(folder.root), ['--articles', file])).toBe(1)
  expect(printed).toContain(`${GUIDE_FILE} 第25行 min-age：《风筝条例》第九条`)
  writeFileSync(file, '')
  expect(runLawCheck(configOf(folder.root), ['--articles', file])).toBe(0)
})

test('the importer writes drafts once, never over a file that is there', () => {
  using folder = staffFolder()
  const list = join(folder.root, 'list.csv')
  writeFileSync(list, '事项名称,事项编码\n风筝证申领,1\n风筝证换领,2\n')
  expect(runImport(configOf(folder.root), [list])).toBe(0)
  const drafts = join(folder.root, 'knowledge/drafts')
  expect(readdirSync(drafts)).toEqual(['item-1.md', 'item-2.md'])
  writeFileSync(join(drafts, 'item-1.md'), 'mine')
  expect(runImport(configOf(folder.root), [list])).toBe(0)
  expect(readFileSync(join(drafts, 'item-1.md'), 'utf8')).toBe('mine')
  expect(printed).toContain('item-1.md 已经有了，没有改动')
})

test('the importer says what it could not do', () => {
  using folder = staffFolder()
  const config = configOf(folder.root)
  expect(runImport(config, [])).toBe(2)
  expect(runImport(config, ['a.csv', '--out', join(folder.root, '草稿')])).toBe(2)
  expect(runImport(config, [join(folder.root, 'none.csv')])).toBe(1)
  const empty = join(folder.root, 'empty.xlsx')
  writeFileSync(empty, '')
  expect(runImport(config, [empty])).toBe(1)
  expect(printed).toContain('empty.xlsx：文件是空的')
  expect(existsSync(join(folder.root, 'knowledge/drafts'))).toBe(false)
})
