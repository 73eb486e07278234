import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const DISTRICTS = [
  { id: 'siming', label: '思明区', aliases: ['思明'] },
  { id: 'huli', label: '湖里区', aliases: ['湖里'] },
]
const HOUSING = [
  { id: 'own', label: '自购住房', aliases: ['买房'] },
  { id: 'rent', label: '租赁住房', aliases: ['租房', '租的'] },
]

function field(
  id: string,
  element: string,
  label: string,
  labels: readonly string[] = [],
  more: Partial<FieldToRead> = {},
): FieldToRead {
  return { id, element, label, labels, ...more }
}

const FORM: readonly FieldToRead[] = [
  field('name', 'name', '姓名', ['申请人姓名']),
  field('idNumber', 'citizen-id', '身份证号码'),
  field('mobile', 'mobile', '手机号', ['电话', '联系方式']),
  field('landlordMobile', 'mobile', '房东手机号', ['房东电话']),
  field('district', 'choice', '居住区', [], { options: DISTRICTS }),
  field('housing', 'choice', '住房类型', [], { options: HOUSING }),
  field('address', 'address', '居住地址', ['住址']),
  field('start', 'date', '租期开始日期', ['起租日期']),
  field('end', 'date', '租期结束日期', ['到期日期']),
  field('rent', 'money', '月租金', ['租金']),
  field('months', 'number', '缴存月数'),
  field('hasSocial', 'yes-no', '是否有社保', ['社保']),
  field('note', 'text', '备注'),
]

function read(text: string, asked?: string, known: readonly string[] = []) {
  const form = FORM.map((each) => (known.includes(each.id) ? { ...each, shown: '…' } : each))
  return readFields(text, form, { today: '2026-11-23', asked })
}

function values(text: string, asked?: string, known: readonly string[] = []): Record<string, string> {
  return Object.fromEntries(
    read(text, asked, known).map(({ field: id, value, problem }) => [id, problem === undefined ? value : `${value}!`]),
  )
}

test.each<[string, string | undefined, Record<string, string>]>([
  [
    '我叫陈大文，身份证350203199001010018，手机13800138000，住思明区莲前街道洪莲中路12号',
    undefined,
    {
      name: '陈大文',
      idNumber: '350203199001010018',
      mobile: '13800138000',
      address: '思明区|莲前街道|洪莲中路12号',
      district: 'siming',
    },
  ],
  [
    '陈大文 350203199001010018 13800138000',
    'name',
    { name: '陈大文', idNumber: '350203199001010018', mobile: '13800138000' },
  ],
  ['自购住房的样例项目', 'note', { note: '自购住房的样例项目' }],
  ['13700000000，哦不对，写错了，应该是13800138000', 'mobile', { mobile: '13800138000' }],
  ['13700000000，不对不对，是13800138000', 'mobile', { mobile: '13800138000' }],
  ['13700000000，打错了，改成13800138000', 'mobile', { mobile: '13800138000' }],
  ['房东的电话是13900000000，我的是13800138000', undefined, { mobile: '13800138000', landlordMobile: '13900000000' }],
  [
    '手机13800138000，另外房东的138 1111 2222，租金每月三千五',
    undefined,
    { mobile: '13800138000', landlordMobile: '13811112222', rent: '3500' },
  ],
  ['13800138000', 'mobile', { mobile: '13800138000' }],
  ['13800138000', 'landlordMobile', { landlordMobile: '13800138000' }],
  ['13800138000 13900000000', undefined, { mobile: '13800138000', landlordMobile: '13900000000' }],
  [
    '2025年3月1日开始租，到2026年2月28日，租金2800元',
    undefined,
    { start: '2025-03-01', end: '2026-02-28', rent: '2800' },
  ],
  ['2025-03-01至2026-02-28', 'start', { start: '2025-03-01', end: '2026-02-28' }],
  ['我租房住在思明', 'district', { district: 'siming', housing: 'rent' }],
  ['公积金交了14个月', 'months', { months: '14' }],
  ['没有社保', undefined, { hasSocial: 'false' }],
  ['有', 'hasSocial', { hasSocial: 'true' }],
  ['月租金2800', 'start', { rent: '2800' }],
  ['我儿子叫陈小明，我叫陈大文', undefined, { name: '陈大文' }],
  ['我的手机是1380013800', 'name', { mobile: '1380013800!' }],
  ['2025年2月30日', 'start', { start: '2025年2月30日!' }],
  ['下午联系我', 'note', { note: '下午联系我' }],
])('reads %j (asked for %s)', (text, asked, expected) => {
  expect(values(text, asked)).toEqual(expected)
})

test.each<[string, string | undefined, readonly string[], Record<string, string>]>([
  ['手机号写错了，应该是13900139000', 'address', ['name', 'mobile'], { mobile: '13900139000' }],
  ['不是13800138000，是13900139000', 'address', ['mobile'], { mobile: '13900139000' }],
  ['刚才的13800138000写错了，是13900139000', undefined, ['mobile'], { mobile: '13900139000' }],
  ['房东电话换成13700000000', undefined, ['mobile', 'landlordMobile'], { landlordMobile: '13700000000' }],
  ['不是思明是湖里', 'district', [], { district: 'huli' }],
  ['把姓名改成李四', undefined, ['name'], { name: '李四' }],
  ['姓名不对，应该是陈大武', 'mobile', ['name'], { name: '陈大武' }],
  ['租金从2800改成3000', undefined, ['rent'], { rent: '3000' }],
])('takes the correction %j', (text, asked, known, expected) => {
  expect(values(text, asked, known)).toEqual(expected)
  expect(read(text, asked, known).every(({ correction }) => correction)).toBe(true)
})

test.each([
  ['不知道', 'name'],
  ['要带什么材料？', 'name'],
  ['办这个要多少钱', undefined],
  ['等一下再填', 'address'],
  ['这个要几天能办好', 'rent'],
])('finds no value in %j', (text, asked) => {
  expect(values(text, asked)).toEqual({})
})

test('an unlabelled value is no more than a guess for a field that has one', () => {
  const known = [field('mobile', 'mobile', '手机号', [], { shown: '138****8000' })]
  const [reading] = readFields('刚才13900139000打来问', known, { today: '2026-11-23' })
  expect(reading).toMatchObject({ field: 'mobile', correction: true })
  expect(reading?.confidence).toBeLessThan(0.6)
})

const KNOWN: readonly FieldToRead[] = [
  field('name', 'name', '姓名', [], { shown: '陈测试' }),
  field('mobile', 'mobile', '手机号', ['电话'], { shown: '138****8000' }),
  field('address', 'address', '居住地址', [], { shown: '思明区莲前街道演示路1号' }),
]

test.each([
  ['13900139000', 'mobile'],
  ['住湖里区江头街道演示路2号', 'address'],
  ['我搬家了，现在住湖里区江头街道演示路2号', 'address'],
  ['湖里区江头街道演示路2号', 'address'],
  ['我叫陈示例', 'name'],
])('a value said anew takes the place of the one before: %s', (words, id) => {
  const [reading] = readFields(words, KNOWN, { today: '2026-11-23' })
  expect(reading).toMatchObject({ field: id, correction: true })
  expect(reading?.confidence).toBeGreaterThanOrEqual(0.6)
})

test.each(['我老家在湖里区江头街道演示路2号', '单位在湖里区江头街道演示路2号', '我爱人的电话是13900139000'])(
  'what is said of another place or person takes the place of nothing: %s',
  (words) => {
    const read = readFields(words, KNOWN, { today: '2026-11-23' })
    expect(read.filter(({ confidence }) => confidence >= 0.6)).toEqual([])
  },
)

test('a phone number that is named and none is told, and a hotline is not', () => {
  expect(values('手机号是12345')).toEqual({ mobile: '12345!' })
  expect(values('打12345没人接', 'mobile')).toEqual({})
})

test('gives the words as they were written', () => {
  expect(read('手機０９１２…', 'note')).toEqual(expect.any(Array))
  expect(read('我叫陳大文，手機１３８００１３８０００')).toEqual(
    expect.arrayContaining([
      expect.objectContaining({ field: 'mobile', text: '１３８００１３８０００', value: '13800138000', start: 8 }),
    ]),
  )
})

test('ignores a field of an element it does not know', () => {
  expect(readFields('13800138000', [field('odd', 'no-such-element', '怪')], { today: '2026-11-23' })).toEqual([])
})

test('never throws and never gives a field twice, whatever is said', () => {
  const pieces = fc.constantFrom(
    '我叫',
    '陈大文',
    '不是',
    '是',
    '，',
    '13800138000',
    '手机',
    '房东',
    '350203199001010018',
    '2025年',
    '3月',
    '思明区',
    '莲前',
    '路',
    '12号',
    '改成',
    '租房',
    '有',
    '没有',
    '社保',
    '元',
    '两千八',
    ' ',
    '第2个',
    '？',
    'a',
    '从',
    '到',
  )
  fc.assert(
    fc.property(
      fc.array(pieces, { maxLength: 14 }),
      fc.constantFrom(undefined, ...FORM.map(({ id }) => id)),
      (parts, asked) => {
        const readings = read(parts.join(''), asked)
        expect(new Set(readings.map((each) => each.field)).size).toBe(readings.length)
      },
    ),
    { numRuns: 150 },
  )
})

test.each(['1 ', '13800138000', '思明', '不是', '我叫', '从', '身份证', '一'])(
  'reads a long hostile message made of %j only',
  (piece) => {
    expect(read(piece.repeat(Math.ceil(4000 / piece.length)), 'note').length).toBeLessThanOrEqual(FORM.length)
  },
)
