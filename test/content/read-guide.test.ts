import { describe, expect, test } from 'vitest'
import { readGuide } from '../../src/content/reading/read-guide.ts'
import { GUIDE } from './sample-files.ts'

const FILE = 'knowledge/guides/leisure/kite-permit.md'

function problemsAfter(from: string | RegExp, to: string): string[] {
  const text = GUIDE.replace(from, to)
  expect(text).not.toBe(GUIDE)
  return readGuide(FILE, text).problems.map(({ line, problem, fix }) => `${line}: ${problem} | ${fix}`)
}

describe('a guide without a mistake', () => {
  const { guide, problems } = readGuide(FILE, GUIDE)

  test('is read without a problem', () => {
    expect(problems).toEqual([])
  })
  test('shows the citizen every number with its unit', () => {
    const text = guide?.sections.map((section) => section.text).join('\n')
    for (const shown of ['满16周岁的人', '照片2张', '10个工作日内', '首次申领40元', '从2025年5月10日起'])
      expect(text).toContain(shown)
    expect(guide?.validity).toBe('有效期5年')
  })
  test('speaks English numbers to English readers', () => {
    expect(guide?.english).toEqual({
      who: 'Anyone 16 years of age or over.',
      time: 'Within 10 working days.',
      fees: 'The fee is CNY 40.',
    })
  })
  test('gives every question of 常见问题 its own section', () => {
    expect(guide?.sections.map(({ slug, heading }) => `${slug} ${heading}`)).toContain('faq 可以代办吗')
    expect(guide?.sections.filter(({ slug }) => slug === 'faq')).toHaveLength(2)
  })
  test('says what each section rests on', () => {
    const restsOn = (guideText: string): string[] =>
      (readGuide(FILE, guideText).guide?.sections ?? []).map(({ slug, authority }) => `${slug} ${authority}`)
    expect(restsOn(GUIDE)).toEqual(expect.arrayContaining(['basis law', 'faq faq']))
    const unknown = GUIDE.replace(/(### 可以代办吗\n).*/, '$1能不能代办没有查到公开依据，请拨打12345核实。')
    expect(unknown).not.toBe(GUIDE)
    expect(restsOn(unknown)).toContain('faq unconfirmed')
  })
  test('knows the line of each section', () => {
    const lines = GUIDE.split('\n')
    for (const section of guide?.sections ?? []) expect(lines[section.line - 1]).toContain(section.heading)
  })
})

describe('staff are told, with line and fix,', () => {
  test('that a date is no date', () => {
    expect(problemsAfter('checked: 2026-11-23', 'checked: 23.11.2026')).toEqual([
      '23: "source.checked" should be a date like 2026-11-23 | change "23.11.2026"',
    ])
  })
  test('which key they most likely meant', () => {
    expect(problemsAfter('nationwide: false', 'nationwid: false')).toEqual([
      '2: "nationwide" is missing | add it: true or false',
      '19: "nationwid" is not a key of this file | write "nationwide", or remove it',
    ])
  })
  test('that a section is missing or misnamed', () => {
    expect(problemsAfter('## 在哪办', '## 去哪办')).toEqual([
      '54: "去哪办" is not a section | write "## 在哪办"',
      '56: this text stands in no section | move it below a "## " heading',
      '34: the section "在哪办" is missing | add "## 在哪办"',
    ])
  })
  test('that a reference leads nowhere, and to which it may lead', () => {
    expect(problemsAfter('照片{{photos}}', '照片{{photo}}')).toEqual([
      '40: {{photo}} refers to no number of the guide | write {{photos}}',
    ])
  })
  test('that an unverified number may not be shown', () => {
    expect(problemsAfter('补领以窗口公布为准', '补领{{replacement}}')).toEqual([
      '52: {{replacement}} is unverified and may not be shown | write 以窗口公布为准 and drop the number',
    ])
  })
  test('that a law needs its article and a source its name', () => {
    expect(
      problemsAfter(
        'mark: law, law: 风筝条例, article: 第九条 }\n  - { id: valid',
        'mark: law, law: 风筝条例 }\n  - { id: valid',
      ),
    ).toEqual(['25: "min-age" is marked law but has no article | add article, or mark it unverified'])
    expect(problemsAfter('mark: source, source: S1 }\n  - { id: photos', 'mark: source }\n  - { id: photos')).toEqual([
      '26: "valid-years" is marked source but has no source | add source, or mark it unverified',
    ])
  })
  test('that an id is used twice', () => {
    expect(problemsAfter('id: photos', 'id: first-issue')[0]).toContain('the id "first-issue" is already used')
  })
  test.each([
    ['money', '到窗口办，交30元。'],
    ['a duration', '到窗口办，等五个工作日。'],
    ['an age', '年满十八周岁的到窗口办。'],
    ['a date', '2026年9月20日起到窗口办。'],
    ['a share', '到窗口办，付8%。'],
    ['a count in digits', '到窗口办，带3份材料。'],
  ])('that %s stands bare in the text', (_kind, sentence) => {
    expect(problemsAfter('到窗口办。', sentence).join('\n')).toMatch(/^44: the number ".+" stands bare in the text/)
  })
  test.each(['打05925551234。', '打968383。', '打400-810-1234。'])(
    'that %s holds a telephone number of its own',
    (sentence) => {
      expect(problemsAfter('到窗口办。', sentence).join('\n')).toContain('looks like a phone number')
    },
  )
  test('that an article was never checked', () => {
    expect(problemsAfter('《风筝条例》第九条。', '《风筝条例》第十二条。')[0]).toContain(
      'not among the checked articles',
    )
  })
  test('that HTML, tables, pictures and foreign links have no place', () => {
    expect(problemsAfter('到窗口办。', '到<b>窗口</b>办。').join()).toContain('HTML is not allowed')
    expect(problemsAfter('到窗口办。', '| 项目 | 说明 |\n|---|---|\n| 甲 | 乙 |').join()).toContain(
      'tables are not allowed',
    )
    expect(problemsAfter('到窗口办。', '![图](a.png)').join()).toContain('pictures are not allowed')
    expect(problemsAfter('到窗口办。', '看 https://kite.example.com/a 。').join()).toContain(
      "leaves the government's sites",
    )
  })
  test('that the file name, the folder and the head disagree', () => {
    expect(problemsAfter('topic: leisure', 'topic: sport')).toHaveLength(1)
    expect(problemsAfter('id: kite-permit', 'id: kite-licence')).toHaveLength(1)
  })
  test('every mistake of the head and the body at once', () => {
    const text = GUIDE.replace('handling: promised', 'handling: later').replace('## 依据', '## 根据')
    expect(readGuide(FILE, text).problems.length).toBeGreaterThanOrEqual(3)
  })
})

describe('a guide says freely', () => {
  test.each([
    '到窗口办，或者拨打12345、12333。',
    '外地拨打0592-12345。',
    '按国务院令第804号和发改价格〔2019〕914号办。',
    '看《风筝条例（2019年修订）》。',
    '1. 先到窗口\n2. 再领证',
    '每人一份，到窗口一次办好。',
    '看 https://www.xm.gov.cn/12345678/index.htm 。',
  ])('%s', (sentence) => {
    expect(readGuide(FILE, GUIDE.replace('到窗口办。', sentence)).problems).toEqual([])
  })
})
