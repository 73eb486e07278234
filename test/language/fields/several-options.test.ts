import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const STAGE: FieldToRead = {
  id: 'stage',
  element: 'choice',
  label: '报名学段',
  labels: [],
  options: [
    { id: 'primary', label: '小学', aliases: ['小学一年级'] },
    { id: 'junior', label: '初中', aliases: [] },
  ],
}
const LEFT: FieldToRead = {
  id: 'left',
  element: 'choice',
  label: '离开原因',
  labels: [],
  options: [
    { id: 'laid-off', label: '被裁减', aliases: ['裁员'] },
    { id: 'closed', label: '公司关门', aliases: [] },
    { id: 'agreed', label: '谈好离职', aliases: [] },
    { id: 'resigned', label: '自己辞掉', aliases: [] },
  ],
}
const FUNDS: FieldToRead = {
  id: 'funds',
  element: 'choice',
  label: '险种',
  labels: [],
  options: [
    { id: 'both', label: '养老和医疗', aliases: [] },
    { id: 'pension', label: '只要养老保险', aliases: ['养老'] },
    { id: 'medical', label: '只要医疗保险', aliases: ['医疗'] },
  ],
}

function answer(text: string, field: FieldToRead): string | undefined {
  return readFields(text, [field], { today: '2026-11-26', asked: field.id })[0]?.value
}

test.each([
  ['他姐上初中，他上小学', STAGE],
  ['公司裁了我', LEFT],
  ['我自己要离职', LEFT],
  ['一半养老一半商业险', FUNDS],
])('leaves open which option %j means', (text, field) => {
  expect(answer(text, field)).toBeUndefined()
})

test.each([
  ['原来读小学，现在改成初中', STAGE, 'junior'],
  ['养老跟医疗一块', FUNDS, 'both'],
  ['被裁了', LEFT, 'laid-off'],
])('%j still chooses', (text, field, expected) => {
  expect(answer(text, field)).toBe(expected)
})

test('an account is kept whole, whatever sums it tells of', () => {
  const form: readonly FieldToRead[] = [
    { id: 'wage', element: 'money', label: '月工资', labels: ['工资'] },
    { id: 'claims', element: 'text', label: '请求和经过', labels: [] },
  ]
  const [only, ...others] = readFields('要求补发工资一万六', form, { today: '2026-11-26', asked: 'claims' })
  expect(only).toMatchObject({ field: 'claims', value: '要求补发工资一万六' })
  expect(others).toEqual([])
})

const HOME: FieldToRead = {
  id: 'home',
  element: 'choice',
  label: '住房性质',
  labels: [],
  options: [
    { id: 'market', label: '租住商品住房', aliases: ['普通的房子', '没有合同'] },
    { id: 'public', label: '租住公租房', aliases: ['公家的房'] },
  ],
}

test.each(['我不租商品住房', '租的不是普通房子', '不是普通的房子', '没租商品房', '撤回同意', '取消授权'])(
  '%s chooses none of the options',
  (words) => {
    expect(answer(words, HOME)).toBeUndefined()
  },
)

test.each([
  ['没有合同', 'market'],
  ['没合同', 'market'],
  ['普通房子', 'market'],
  ['不是商品房，是公租房', 'public'],
])('%s chooses %s', (words, option) => {
  expect(answer(words, HOME)).toBe(option)
})
