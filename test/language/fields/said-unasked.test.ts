import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const FORM: readonly FieldToRead[] = [
  {
    id: 'ownsHome',
    element: 'yes-no',
    label: '是否有自有住房',
    labels: [],
    yes: ['厦门 有房', '名下有房'],
    no: ['厦门 没房'],
  },
  { id: 'name', element: 'name', label: '姓名', labels: [] },
  { id: 'citizenId', element: 'citizen-id', label: '身份证号码', labels: ['身份证'] },
  { id: 'spouseId', element: 'citizen-id', label: '配偶身份证号码', labels: ['配偶身份证'] },
  { id: 'licence', element: 'driver-licence', label: '驾驶证号', labels: [] },
  { id: 'months', element: 'number', label: '缴费月数', labels: ['交了几个月'] },
  { id: 'from', element: 'date', label: '起始日期', labels: [] },
  { id: 'until', element: 'date', label: '有效期至', labels: [] },
  { id: 'employer', element: 'text', label: '原单位名称', labels: ['原单位'] },
  { id: 'scope', element: 'text', label: '经营范围', labels: ['卖什么'] },
  { id: 'address', element: 'address', label: '住址', labels: ['地址'] },
]

/** What is surely said, for nobody asked. */
function said(text: string, asked?: string): Record<string, string> {
  const read = readFields(text, FORM, { today: '2026-11-23', asked })
  return Object.fromEntries(
    read.filter(({ confidence }) => confidence >= 0.6).map(({ field, value, problem }) => [field, problem ?? value]),
  )
}

test.each<[string, Record<string, string>]>([
  ['我在厦门买的有房', { ownsHome: 'true' }],
  ['我和老婆在厦门都没有房子', { ownsHome: 'false' }],
  ['厦门没房', { ownsHome: 'false' }],
  ['我在厦门有房吗', {}],
  ['厦门有房算不算条件', {}],
  ['厦门没房，名下有房', {}],
])('hears either side of a yes-no field: %s', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

test.each<[string, Record<string, string>]>([
  ['老公叫李样例，他的身份证是350212197012200068', { spouseId: '350212197012200068', name: '李样例' }],
  ['身份证350212197012200068', { citizenId: '350212197012200068' }],
  ['身份证和驾驶证号都是350203199001010018', { citizenId: '350203199001010018', licence: '350203199001010018' }],
  ['经营者是内地居民，高样张，身份证350203199001010018', { name: '高样张', citizenId: '350203199001010018' }],
])('tells whose number it is: %s', (text, expected) => {
  const { name, ...rest } = said(text)
  const { name: expectedName, ...expectedRest } = expected
  expect(rest).toEqual(expectedRest)
  if (expectedName !== '李样例') expect(name).toBe(expectedName)
})

test.each<[string, Record<string, string>]>([
  ['我一共交了60个月失业保险', { months: '60' }],
  ['缴费月数我算错了，是16个月', { months: '16' }],
  ['缴费月数不对，我查了是38个月', { months: '38' }],
  ['原单位鹭样餐饮店', { employer: '鹭样餐饮店' }],
  ['打算卖服装', { scope: '卖服装' }],
  ['地址写错了，新兴路15号，翔安区新店街道', { address: '翔安区|新店街道|新兴路15号' }],
])('reads what was not asked for: %s', (text, expected) => {
  expect(said(text)).toEqual(expected)
})

test('takes no day told of for the date that the form wants', () => {
  const form: readonly FieldToRead[] = [
    { id: 'registered', element: 'yes-no', label: '是否登记', labels: [] },
    { id: 'leftOn', element: 'date', label: '离职日期', labels: ['离职'] },
  ]
  const [date] = readFields('昨天去社区问了', form, { today: '2026-11-23', asked: 'registered' })
  expect(date?.confidence).toBeLessThan(0.6)
  expect(readFields('上个月2号离职的', form, { today: '2026-11-23' })[0]?.confidence).toBeGreaterThanOrEqual(0.6)
})

test('does not guess which of two dates is meant', () => {
  expect(said('2026年5月1日')).toEqual({})
  expect(said('有效期到2026年5月1日')).toEqual({ until: '2026-05-01' })
})

test('takes a free answer without the values beside it', () => {
  expect(readFields('卖手工饰品，身份证350203199001010018', FORM, { today: '2026-11-23', asked: 'scope' })).toEqual(
    expect.arrayContaining([expect.objectContaining({ field: 'scope', value: '卖手工饰品' })]),
  )
})

const PREMISES: readonly FieldToRead[] = [
  { id: 'forHome', element: 'yes-no', label: '是否居民家庭用', labels: [], yes: ['家里用'], no: ['厂房', '店面'] },
  { id: 'project', element: 'text', label: '项目名称', labels: [] },
  { id: 'owner', element: 'name', label: '经营者姓名', labels: [] },
  {
    id: 'item',
    element: 'choice',
    label: '变更事项',
    labels: [],
    options: [
      { id: 'operator', label: '经营者', aliases: ['换老板'] },
      { id: 'scope', label: '经营范围', aliases: [] },
    ],
  },
]

test.each<[string, string, Record<string, string>, string?]>([
  ['a name that holds a word of a yes-no field', '鹭岛样例厂房', { project: '鹭岛样例厂房' }],
  ['a statement that answers the yes-no field', '厂房', { forHome: 'false' }],
  ['a label that holds a word of a choice', '经营者姓名是高样张', { owner: '高样张' }],
  ['the choice itself', '变更经营者', { item: 'operator' }, 'item'],
])('reads %s', (_, text, expected, asked = 'project') => {
  const read = readFields(text, PREMISES, { today: '2026-11-23', asked })
  const given = read.filter(({ field }) => field !== 'project' || 'project' in expected)
  expect(Object.fromEntries(given.map(({ field, value }) => [field, value]))).toEqual(expected)
})
