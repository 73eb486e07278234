import { describe, expect, test } from 'vitest'
import { checkLaws, printCitations, readStaffContent } from '../../src/content/index.ts'
import { statesNumber } from '../../src/content/laws/check-citations.ts'
import { readArticleTexts } from '../../src/content/laws/article-texts.ts'
import { GUIDE, staffFolder } from './sample-files.ts'

const GUIDE_FILE = 'knowledge/guides/leisure/kite-permit.md'
const NINTH = '年满十六周岁的公民可以申领。风筝机关应当自受理之日起十个工作日内办结，收取工本费四十元。'

function articles(...lines: readonly Readonly<Record<string, string>>[]): string {
  return lines
    .map((line) =>
      JSON.stringify({ law: '中华人民共和国风筝条例', date: '2020-01-01', no: '第九条', text: NINTH, ...line }),
    )
    .join('\n')
}

/** `line what: verdict` of everything that could not be confirmed. */
function open(text: string, changes: Readonly<Record<string, string>> = {}): string[] {
  using folder = staffFolder(changes)
  return checkLaws(folder.root, text)
    .checked.filter(({ verdict }) => verdict !== 'confirmed')
    .map(({ line, what, article, verdict }) => `${line} ${what} ${article}: ${verdict}`)
}

test('articles that say what rests on them are confirmed, whatever words they use', () => {
  using folder = staffFolder()
  const { checked, unreadable } = checkLaws(folder.root, `${articles({})}\n\nno json\n`)
  expect(checked.map(({ what, verdict }) => `${what}: ${verdict}`)).toEqual([
    'min-age: confirmed',
    'first-issue: confirmed',
    'legalLimit: confirmed',
    'legalBasis: confirmed',
    '正文: confirmed',
  ])
  expect(unreadable).toEqual([3])
  expect(printCitations(checked)).toBe('引用的条款共5处，核对一致5处\n')
})

test('an article that does not exist is told at each place that rests on it', () => {
  expect(open(articles({ no: '第十条' }))).toEqual([
    '25 min-age 第九条: no-article',
    '16 first-issue 第九条: no-article',
    '12 legalLimit 第九条: no-article',
    '22 legalBasis 第九条: no-article',
    '68 正文 第九条: no-article',
  ])
})

test('a law that is not in the file confirms nothing', () => {
  expect(open(articles({ law: '飞机条例' }))).toHaveLength(5)
  expect(open(articles({ law: '飞机条例' })).every((line) => line.endsWith('no-law'))).toBe(true)
})

test('a number that the article does not state is told', () => {
  expect(open(articles({ text: NINTH.replace('十六', '十八').replace('四十元', '五十元') }))).toEqual([
    '25 min-age 第九条: number-missing',
    '16 first-issue 第九条: number-missing',
  ])
})

test('the text before a revision confirms no article, the text after it does', () => {
  const laws = (inForce: string) => ({
    'knowledge/laws.yaml': `laws:\n  - { law: 风筝条例, ${inForce}source: S1, note: 修订 }\n`,
  })
  expect(open(articles({}), laws('inForce: 2024-01-01, ')).every((line) => line.endsWith(': outdated'))).toBe(true)
  expect(open(articles({ date: '2024-02-01' }), laws('inForce: 2024-01-01, '))).toEqual([])
  expect(open(articles({}), laws(''))[0]).toBe('25 min-age 第九条: maybe-outdated')
  using folder = staffFolder(laws('inForce: 2024-01-01, '))
  expect(printCitations(checkLaws(folder.root, articles({})).checked)).toContain(
    `${GUIDE_FILE} 第25行 min-age：《风筝条例》第九条，16周岁（2024-01-01 修订）`,
  )
})

test('of two versions the newest counts', () => {
  const both = articles({ date: '2010-01-01', text: '旧文本' }, {}, { date: '2010-01-01', no: '第十条' })
  expect(open(both)).toEqual([])
  expect(readArticleTexts(both).laws.get('风筝条例')?.articles.has('第十条')).toBe(false)
})

test('articles in prose are looked up one by one, those marked otherwise than law are not shown and pass over', () => {
  const prose = GUIDE.replace('《风筝条例》第九条。', '《风筝条例》第九条、第八条。')
  expect(open(articles({}), { [GUIDE_FILE]: prose })).toEqual(['68 正文 第八条: no-article'])
  const unsure = GUIDE.replaceAll('mark: law,', 'mark: law-m,').replaceAll('mark: law }', 'mark: law-m }')
  expect(open(articles({ no: '第十条' }), { [GUIDE_FILE]: unsure })).toEqual(['68 正文 第九条: no-article'])
})

test('the list of revised laws is checked like every staff file', () => {
  using folder = staffFolder({
    'knowledge/laws.yaml': 'laws:\n  - { law: 风筝条例, source: S1 }\n  - { law: 风筝条例, source: S1 }\n',
  })
  expect(readStaffContent(folder.root).problems.map(({ line, problem }) => `${line} ${problem}`)).toEqual([
    '3 "风筝条例" stands here a second time',
  ])
})

describe('a text states a number', () => {
  test.each([
    ['六十日内发放', 60, 'day', true],
    ['十六周岁至二十五周岁的', 25, 'year-of-age', true],
    ['最长不超过半年', 6, 'month', true],
    ['免收工本费', 0, 'CNY', true],
    ['收取工本费', 0, 'CNY', false],
    ['二十日内作出决定', 20, 'working-day', false],
    ['由一个以上五十个以下股东出资', 1, '个', true],
    ['两寸照片', 2, '特别单位', undefined],
  ])('%s: %s %s is %s', (text, value, unit, stated) => {
    expect(statesNumber(text, { value, unit })).toBe(stated)
  })
  test('in working days where the law counts in them', () => {
    expect(statesNumber('二十日内作出决定', { value: 20, unit: 'working-day' }, true)).toBe(true)
    const text = articles(
      { no: '第八十二条', text: '本法规定的期限以工作日计算，不含法定节假日。' },
      { text: NINTH.replace('个工作日', '日') },
    )
    expect(open(text)).toEqual([])
  })
})
