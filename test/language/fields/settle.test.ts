import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFields } from '../../../src/language/index.ts'

const FORM = [
  { id: 'citizenId', element: 'citizen-id', label: '身份证号码', labels: ['身份证号', '身份证'] },
  { id: 'deceasedId', element: 'citizen-id', label: '逝者身份证号码', labels: ['逝者身份证号'] },
  { id: 'mobile', element: 'mobile', label: '手机号', labels: ['电话'] },
  { id: 'place', element: 'address', label: '住址', labels: [] },
]

function answer(text: string, asked: string): Record<string, string> {
  const read = readFields(text, FORM, { today: '2026-11-26', asked })
  return Object.fromEntries(read.map(({ field, value }) => [field, value]))
}

const phone = fc.integer({ min: 0, max: 99_999_999 }).map((tail) => `139${String(tail).padStart(8, '0')}`)

test('of two numbers the one said last stands, however the first is taken back', () => {
  const turn = fc.constantFrom(
    ['', '，不对，', ''],
    ['', '，打反了，应该是', ''],
    ['以前用', '，现在换成', '了'],
    ['别打', '，那个停机了，打', ''],
  )
  fc.assert(
    fc.property(phone, turn, phone, (before, [lead = '', between = '', tail = ''], after) => {
      fc.pre(before !== after)
      expect(answer(`${lead}${before}${between}${after}${tail}`, 'mobile')).toEqual({ mobile: after })
    }),
  )
})

test('leaves the choice between two numbers to the citizen', () => {
  fc.assert(
    fc.property(phone, phone, (one, other) => {
      fc.pre(one !== other)
      expect(answer(`${one}或者${other}`, 'mobile')).toEqual({})
    }),
  )
})

test.each([
  ['我妈的身份证：11010519491231002X', 'deceasedId', 'deceasedId'],
  ['身份证11010519491231002X', 'deceasedId', 'deceasedId'],
  ['我的身份证是11010519491231002X', 'deceasedId', 'citizenId'],
])('%j, asked for %s, is for %s', (text, asked, field) => {
  expect(answer(text, asked)).toEqual({ [field]: '11010519491231002X' })
})

test('takes the address after the one written by mistake', () => {
  const said = '集美区试验路3号，啊写错了，海沧区试验路4号'
  expect(answer(said, 'place')).toEqual({ place: '海沧区||试验路4号' })
})

test('adds no sum that comes on top, and takes none for it', () => {
  const years = { id: 'years', element: 'number', label: '缴费年数', labels: [] }
  const read = readFields('厂里交了19年，后来自己交了5年', [years], { today: '2026-11-26', asked: 'years' })
  expect(read).toEqual([])
})

test('a number after 改成 is no new content of a field that asks 改成什么', () => {
  const form = [
    { id: 'content', element: 'text', label: '变更后的内容', labels: ['改成什么'] },
    { id: 'mobile', element: 'mobile', label: '手机号', labels: ['电话'], shown: '139****0000' },
  ]
  const read = readFields('电话不对，改成139 0000 0001', form, { today: '2026-11-26', asked: undefined })
  expect(read.map(({ field, value }) => [field, value])).toEqual([['mobile', '13900000001']])
})
