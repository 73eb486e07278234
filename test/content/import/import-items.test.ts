import { describe, expect, test } from 'vitest'
import { importItems, printNotes } from '../../../src/content/import/index.ts'
import { readGuide } from '../../../src/content/reading/read-guide.ts'
import { HEADINGS, KITE } from './kite-item.ts'
import { workbook } from './spreadsheets.ts'

function imported(rows: readonly (readonly (string | number)[])[], merges: readonly string[] = []) {
  const { drafts, notes } = importItems('清单.xlsx', workbook(rows, { merges }), {
    folder: 'drafts',
    today: '2026-11-23',
  })
  const readings = drafts.map(({ file, text }) => readGuide(`knowledge/guides/drafts/${file}`, text))
  return { drafts, notes, readings, told: notes.map(({ row, column, message }) => `${row} ${column}: ${message}`) }
}

/** The notes of a table in which one cell of the sound item is another. */
function toldWith(heading: string, text: string): string[] {
  const at = HEADINGS.findIndex((known) => known.startsWith(heading))
  return imported([HEADINGS, KITE.map((cell, index) => (index === at ? text : cell))]).told.filter(
    (line) => !line.includes('电话'),
  )
}

test('an item becomes a guide that the reader takes, its numbers proven by the spreadsheet', () => {
  const { readings, told } = imported([['某市实施清单'], HEADINGS, KITE], ['A1:S1'])
  expect(readings.map(({ problems }) => problems)).toEqual([[]])
  const guide = readings[0]?.guide
  expect(guide?.id).toBe('item-3502-01')
  expect(guide?.legalLimit).toEqual({ value: 20, unit: 'working-day', mark: 'source', source: '表格 清单.xlsx' })
  expect(guide?.promisedLimit?.value).toBe(5)
  expect(guide?.fees.map(({ amount, when, basis }) => [amount, when, basis])).toEqual([
    [20, '工本费（每证）', '发改价格〔2019〕914号'],
    [40, '补领', '发改价格〔2019〕914号'],
  ])
  expect(guide?.visits).toBe(1)
  expect(guide?.legalBasis).toEqual([{ law: '风筝条例', article: '第九条', mark: 'law-m' }])
  const text = guide?.sections.map((section) => section.text).join('\n')
  for (const words of [
    '年满16周岁，居住满6个月',
    '- 身份证复印件2份',
    '承诺5个工作日内',
    '周一至周五 9:00-12:00',
    '某路842号',
  ])
    expect(text).toContain(words)
  expect(text).not.toContain('第九条')
  expect(told).toEqual(['3 咨询电话: 咨询、监督电话没有录入，草稿里写的是12345'])
})

test('no telephone number of the spreadsheet reaches a draft or a note', () => {
  const { drafts, notes } = imported([
    HEADINGS,
    KITE.with(6, '先打0592-5551234或13800138000问'),
    KITE.with(1, '2').with(11, '某路，电话5551234'),
  ])
  const everything = JSON.stringify([drafts, notes])
  for (const number of ['5551234', '13800138000']) expect(everything).not.toContain(number)
})

describe('an item over several rows', () => {
  const rows = [
    ['事项名称', '事项编码', '承诺时限', '材料名称', '份数'],
    ['风筝证申领', '1', '5个工作日', '申请表', '1'],
    ['', '', '', '照片', '2'],
    ['风筝证换领', '2', '即办', '旧证', '原件'],
  ]
  test.each([
    ['is merged', ['A2:A3', 'B2:B3', 'C2:C3']],
    ['has empty cells', []],
  ])('that %s keeps all its materials', (_kind, merges) => {
    const { readings } = imported(rows, merges)
    expect(readings.map(({ guide }) => guide?.sections.find(({ slug }) => slug === 'materials')?.text)).toEqual([
      '办风筝证申领要带：\n\n- 申请表（1份）\n- 照片（2份）',
      '办风筝证换领要带：\n\n- 旧证（原件）',
    ])
    expect(readings[1]?.guide?.handling).toBe('immediate')
  })
  test('that repeats its name is one item, and what differs is told', () => {
    const { drafts, told } = imported([rows[0] ?? [], rows[1] ?? [], ['风筝证申领', '1', '9个工作日', '照片', '2']])
    expect(drafts).toHaveLength(1)
    expect(told).toContain('3 承诺时限: 同一件事的这一格和上面的不一样，用了上面的')
  })
})

test('headings in two rows are read together', () => {
  const { readings, told } = imported(
    [
      ['某市清单', '', '', '', '', '', ''],
      ['事项名称', '时限', '', '收费', '', '', '备用'],
      ['', '法定', '承诺', '是否收费', '收费标准', '收费依据', ''],
      ['风筝证申领', '20个工作日', '5个工作日', '是', '20元', '某号', ''],
    ],
    ['A1:G1', 'A2:A3', 'B2:C2', 'D2:F2', 'G2:G3'],
  )
  expect(readings[0]?.guide?.legalLimit?.value).toBe(20)
  expect(readings[0]?.guide?.promisedLimit?.value).toBe(5)
  expect(readings[0]?.guide?.fees[0]?.amount).toBe(20)
  expect(told).toContain('3 备用: 不认识这一列，没有读')
})

describe('what is missing or odd is told with its row and column:', () => {
  test.each([
    ['法定时限', '20', '2 法定时限: 看不出是几天'],
    ['法定时限', '5至10个工作日', '2 法定时限: 看不出是几天'],
    ['承诺时限', '30', '2 承诺时限（工作日）: 承诺时限比法定时限还长'],
    ['收费标准', '面议', '2 收费标准: 写了收费，没有看出金额'],
    ['是否收费', '否', '2 收费标准: 写了不收费，收费标准里却有金额，收费没有录入'],
    ['收费标准', '不超过20元', '2 收费标准: 收费写的是范围或者上限，标成了 unverified'],
    ['收费依据', '', '2 收费标准: 没有收费依据'],
    ['办件类型', '其他', '2 办件类型: 看不出是即办件还是承诺件，先按承诺件写'],
    ['服务对象', '', '2 服务对象: 看不出服务对象，先按个人写'],
    ['申请材料', '', '2 申请材料: 没有申请材料'],
    ['受理条件', '按第十二条办', '2 受理条件: 条号没有录入，核对法条后再补'],
    ['受理条件', '看 https://kite.example.com/a 页', '2 受理条件: 网址不是政府网站，没有录入'],
  ])('%s “%s”', (heading, text, note) => {
    expect(toldWith(heading, text).join('\n')).toContain(note)
  })
  test('a row without a name, a remark, a code used twice, a sheet without headings', () => {
    const { told, drafts } = imported([
      HEADINGS,
      KITE.with(0, ''),
      ['备注：以上为样表'],
      KITE,
      KITE.with(0, '风筝证换领'),
    ])
    expect(told).toContain('2 事项名称: 没有事项名称，这一行没有读')
    expect(told).toContain('3 : 这一行没有读：备注：以上为样表')
    expect(told).toContain('5 事项编码: 编码重复，草稿另存为 item-3502-01-2.md')
    expect(drafts).toHaveLength(2)
    expect(
      imported([
        ['甲', '乙'],
        ['1', '2'],
      ]).told,
    ).toEqual(['1 : 这一页没有找到表头（要有“事项名称”和别的列），没有读'])
  })
  test('once for all rows it is true of', () => {
    const { notes } = imported([
      HEADINGS,
      ...Array.from({ length: 8 }, (_, row) => KITE.with(1, String(row)).with(0, `事项${row}类`)),
    ])
    expect(printNotes(notes)).toBe(
      '清单 第2、3、4、5、6行等共8行“咨询电话”：咨询、监督电话没有录入，草稿里写的是12345\n',
    )
  })
})

test('texts that guides may not hold are put right, so that every draft can be read', () => {
  const hostile = [
    '# 标题\n---\n| 甲 | 乙 |\n<script>alert(1)</script>',
    '{{legal-limit}} 与 {{没有的}}',
    '![图](a.png) [链接](http://a.example)',
    '    缩进的代码\n```\n代码\n```',
    '1. 一\n2. 二\n> 引用\n===',
    '第1项至第3项，满18周岁不满46周岁，百分之十，9：00',
  ]
  for (const text of hostile) {
    const cells = KITE.map((cell, index) => ([0, 6, 7, 11].includes(index) ? `${cell}${text}` : cell))
    const { readings, told } = imported([HEADINGS, cells])
    expect(readings.flatMap(({ problems }) => problems.map(({ problem }) => problem))).toEqual([])
    expect(told.join()).not.toContain('还要改')
  }
})
