import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const LOAN: FieldToRead = {
  id: 'loan',
  element: 'yes-no',
  label: '是否有贷款',
  labels: ['贷款'],
  ask: '船上还有贷款吗？',
  yes: ['有贷款', '还在还'],
  no: ['没有贷款', '还清了'],
}
const KIND: FieldToRead = {
  id: 'kind',
  element: 'choice',
  label: '船型',
  labels: [],
  ask: '是渔船还是货船？',
  options: [
    { id: 'fishing', label: '渔船', aliases: ['打鱼的'] },
    { id: 'cargo', label: '货船', aliases: ['运货的'] },
  ],
}

function read(text: string, field: FieldToRead): string | undefined {
  return readFields(text, [field], { today: '2026-11-26', asked: field.id })[0]?.value
}

test.each<[string, FieldToRead]>([
  ['有贷款吗', LOAN],
  ['有没有贷款要看什么', LOAN],
  ['贷没贷款我哪知道', LOAN],
  ['应该没有贷款吧，哪里能查', LOAN],
  ['老公管的，有贷款没有我得问他', LOAN],
  ['他一会儿说有贷款一会儿说没有贷款', LOAN],
  ['渔船要交什么', KIND],
  ['渔船能用几年', KIND],
  ['快艇算渔船吗', KIND],
  ['写渔船比较快，是真的吗', KIND],
  ['渔船还是货船，家里没商量好', KIND],
])('%j asks or does not know, and answers nothing', (text, field) => {
  expect(read(text, field)).toBeUndefined()
})

test.each<[string, FieldToRead, string]>([
  ['还在还，还了好几年', LOAN, 'true'],
  ['有贷款，没什么问题', LOAN, 'true'],
  ['现在不在还，还清了', LOAN, 'false'],
  ['渔船，开了几年', KIND, 'fishing'],
  ['什么船都没有，就一条货船', KIND, 'cargo'],
])('%j only sounds like a question', (text, field, expected) => {
  expect(read(text, field)).toBe(expected)
})
