import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const TODAY = '2026-11-26'
const NAME = { id: 'name', element: 'name', label: '姓名', labels: [] }
const BORN = { id: 'born', element: 'date', label: '入住时间', labels: [] }
const MONTHS = { id: 'months', element: 'number', label: '缴费月数', labels: [], min: 0, max: 600 }
const COPIES = { id: 'copies', element: 'number', label: '份数', labels: [], min: 1, max: 50 }
const RENT = { id: 'rent', element: 'money', label: '每月租金', labels: [], min: 0, max: 100_000 }
const SCHOOL = { id: 'school', element: 'text', label: '学校', labels: [] }
const DEED = { id: 'deed', element: 'text', label: '产权证编号', labels: [] }
const PLACE = { id: 'place', element: 'text', label: '使用国家', labels: [] }

function answer(text: string, field: FieldToRead): string | undefined {
  return readFields(text, [field], { today: TODAY, asked: field.id })[0]?.value
}

const DIGITS = '零一二三四五六七八九'

function inHan(count: number): string {
  const tens = Math.floor(count / 10)
  return `${tens > 1 ? DIGITS.charAt(tens) : ''}${tens > 0 ? '十' : ''}${count % 10 > 0 ? DIGITS.charAt(count % 10) : ''}`
}

test('a year of the Republic is read in digits and in words', () => {
  fc.assert(
    fc.property(fc.integer({ min: 21, max: 99 }), fc.integer({ min: 1, max: 12 }), fc.boolean(), (year, month, han) => {
      const said = han ? inHan(year) : String(year)
      const expected = `${year + 1911}-${String(month).padStart(2, '0')}-09`
      expect(answer(`民国${said}年${month}月9日`, BORN)).toBe(expected)
    }),
  )
})

test('a name that ends like a trade or a people is a name', () => {
  const surname = fc.constantFrom('王', '林', '陈', '韩', '苏')
  const given = fc.constantFrom('建民', '春生', '立东', '卫民', '晓东', '荣生')
  fc.assert(
    fc.property(surname, given, (one, other) => {
      expect(answer(one + other, NAME)).toBe(one + other)
      expect(answer(`经办的人是${one}${other}`, NAME)).toBe(one + other)
    }),
  )
})

test.each(['农民工', '毕业生', '房东', '村民'])('%j is no name', (words) => {
  expect(answer(words, NAME)).toBeUndefined()
})

test('whatever is said of never missing a month, the months are those that are counted', () => {
  const without = fc.constantFrom('，没断过', '，一个月没断过', '，一直没停过', '，从来没漏')
  fc.assert(
    fc.property(fc.integer({ min: 2, max: 120 }), without, (count, words) => {
      expect(answer(`${count}个月${words}`, MONTHS)).toBe(String(count))
    }),
  )
})

test.each(['从来没断过', '断没断我忘了', '有一月没一月的', '说不准'])('%j counts no months', (text) => {
  expect(answer(text, MONTHS)).toBeUndefined()
})

test.each([
  ['三份，一份留底', COPIES, '3'],
  ['三分就够', COPIES, '3'],
  ['两千六一个月', RENT, '2600'],
  ['两千六一各月', RENT, '2600'],
  ['9.15', BORN, '2026-09-15'],
  ['元旦搬的', BORN, '2027-01-01'],
  ['一八年国庆节', BORN, '2018-10-01'],
  ['读演示职校', SCHOOL, '演示职校'],
  ['想去示例中心小学的', SCHOOL, '示例中心小学'],
  ['牌子上写的是演示学院', SCHOOL, '演示学院'],
  ['编号闽证C207', DEED, '闽证C207'],
  ['可能日本，也可能韩国', PLACE, undefined],
  ['日本和韩国都要去', PLACE, undefined],
  ['压在亲戚家里了', DEED, undefined],
] as const)('%j is %#', (text, field, value) => {
  expect(answer(text, field)).toBe(value)
})

test('the number of another, with her own not at hand, is not hers', () => {
  const id = { id: 'id', element: 'citizen-id', label: '身份证号码', labels: [] }
  expect(answer('这是我老公的350203198711223128，我自己的忘在家里', id)).toBeUndefined()
})
