import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const HAS_SHOP: FieldToRead = {
  id: 'shop',
  element: 'yes-no',
  label: '是否有店面',
  labels: ['店面'],
  ask: '您名下有店面吗？',
  yes: ['有店面'],
  no: ['没有店面'],
  answers: { yes: ['开着 店', '盘 店', '租 店面'], no: ['没开店', '摆摊', '流动 摊'] },
}
const GRADE: FieldToRead = {
  id: 'grade',
  element: 'choice',
  label: '等级',
  labels: [],
  ask: '证上写的是几等？',
  options: [
    { id: 'first', label: '一等', aliases: [] },
    { id: 'second', label: '二等', aliases: [] },
  ],
}
const FUNDS: FieldToRead = { id: 'funds', element: 'money', label: '出资额', labels: [] }
const STARTS: FieldToRead = { id: 'starts', element: 'date', label: '开工日期', labels: ['开工时间'] }

function read(text: string, field: FieldToRead): string | undefined {
  return readFields(text, [field], { today: '2026-11-26', asked: field.id }).find(({ field: id }) => id === field.id)
    ?.value
}

test.each([
  ['朋友讲有店面，到底有没有我不清楚', HAS_SHOP],
  ['应该有店面吧，听我叔说的', HAS_SHOP],
  ['我跟人合租店面，这种算不算', HAS_SHOP],
  ['师傅说可能是二等', GRADE],
  ['他们没讲是几等，只写了一等以上', GRADE],
  ['投多少合适？别人讲二十万就好', FUNDS],
  ['你们看着写，十二月一号也行', STARTS],
  ['师傅还没把单子发给我，大概下个月', STARTS],
  ['两边还没谈拢，先说二十万', FUNDS],
  ['为什么要填十二月一号', STARTS],
  ['不懂为什么写二十万', FUNDS],
] as const)('%j leaves open what was asked', (text, field) => {
  expect(read(text, field)).toBeUndefined()
})

test.each([
  ['有店面，具体几平不清楚', HAS_SHOP, 'true'],
  ['是二等', GRADE, 'second'],
  ['二十万', FUNDS, '200000'],
  ['就十二月一号', STARTS, '2026-12-01'],
  ['十二月一号，到时要带什么材料', STARTS, '2026-12-01'],
  ['十二月一号可以吗', STARTS, '2026-12-01'],
] as const)('%j answers it', (text, field, value) => {
  expect(read(text, field)).toBe(value)
})

test.each([
  ['在街边摆个流动小摊', 'false'],
  ['前年盘下一间小店', 'true'],
])('%j, which no wording holds as it is, is read by what it shares with them', (text, value) => {
  expect(read(text, HAS_SHOP)).toBe(value)
})

test('an answer that shares nothing with either side is asked again', () => {
  expect(read('今天风很大，海边人很多', HAS_SHOP)).toBeUndefined()
})
