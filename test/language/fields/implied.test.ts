import { describe, expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const TODAY = '2026-11-26'

function read(words: string, fields: readonly FieldToRead[], asked = fields[0]?.id) {
  const readings = readFields(words, fields, { today: TODAY, asked })
  return Object.fromEntries(readings.map(({ field, value, problem }) => [field, problem === undefined ? value : '!']))
}

function yesNo(ask: string, words: Partial<FieldToRead> = {}): readonly FieldToRead[] {
  return [{ id: 'asked', element: 'yes-no', label: '是否', labels: [], ask, ...words }]
}

const HOME = yesNo('您和家人在厦门有自己的住房吗？', {
  answers: { yes: ['有房', '买了 房'], no: ['没房', '没有房', '租房'] },
})
const MINOR = yesNo('有未成年的孩子吗？', { answers: { yes: ['有孩子', '还小'], no: ['没孩子', '都大了'] } })
const HEALTH = yesNo('店里的人都有健康证吗？', { answers: { yes: ['都有', '办了'], no: ['没办', '没有'] } })
const WALL = yesNo('装修要不要动承重墙？不确定就答要，请专业单位判断。', {
  answers: { yes: ['动 承重墙'], no: ['不动墙'] },
})
const HUKOU = yesNo('残疾人本人的户口在厦门吗？', { label: '户口是否在厦门' })

describe('yes and no by what an answer implies', () => {
  test.each(['真有房我还来申请干嘛', '有房谁还来排队啊', '如果有房还用得着办这个吗'])('%s: no', (words) => {
    expect(read(words, HOME)).toEqual({ asked: 'false' })
  })

  test('a plain question says nothing', () => {
    for (const words of ['有房还能申请吗？', '有房还要排队吗', '名下有房还会批吗'])
      expect(read(words, HOME)).toEqual({})
  })

  test.each([
    ['老大十九，小的十岁', 'true'],
    ['一个念大学，一个还在幼儿园', 'true'],
    ['儿子三十，女儿二十六', 'false'],
    ['俩都成家了', 'false'],
  ])('children by their ages and schools: %s', (words, value) => {
    expect(read(words, MINOR)).toEqual({ asked: value })
  })

  test.each(['厨师办了，洗碗的阿姨还没办', '三个有，新来的下周才去查'])('%s: not all of them', (words) => {
    expect(read(words, HEALTH)).toEqual({ asked: 'false' })
  })

  test('not sure is answered as the question says', () => {
    expect(read('想敲一面墙，不清楚是不是承重的', WALL)).toEqual({ asked: 'true' })
    expect(read('承重墙能动吗？', WALL)).toEqual({})
  })

  test('what is told of her is no answer where the matter is another’s', () => {
    expect(read('我户口在厦门，办证的是我哥，他户口在龙岩', HUKOU)).toEqual({ asked: 'false' })
    expect(read('我是外地的，我老公是厦门户口，给他办', HUKOU)).toEqual({ asked: 'true' })
  })
})

const SUPPLIES: readonly FieldToRead[] = ['电', '水', '气'].map((thing) => ({
  id: thing,
  element: 'yes-no',
  label: `是否报装用${thing}`,
  labels: [`用${thing}`],
  ask: `要报装用${thing}吗？`,
}))

describe('one answer for several things', () => {
  test.each(['电要，水要，气不要', '电和水都要装，煤气不用', '电要水要气不要'])('%s', (words) => {
    expect(read(words, SUPPLIES)).toEqual({ 电: 'true', 水: 'true', 气: 'false' })
  })
})

const FORM: readonly FieldToRead[] = [
  { id: 'company', element: 'text', label: '工作单位', labels: ['单位'], ask: '您在哪家单位工作？' },
  { id: 'married', element: 'yes-no', label: '是否已婚', labels: [], ask: '您结婚了吗？', yes: ['老公'], no: ['单身'] },
  { id: 'people', element: 'number', label: '家庭人数', labels: [] },
  { id: 'mobile', element: 'mobile', label: '手机号', labels: ['电话'] },
]

describe('what is said about the filling', () => {
  const asides = [
    '手边没有，晚上回去翻',
    '打错了等下',
    '等我问一下我老公',
    '我去接孩子，回来接着填',
    '我老公说他来弄',
    '我现在在开车',
  ]
  test.each(asides)('%s is no value of any field', (words) => {
    for (const { id } of FORM) expect(read(words, FORM, id)).toEqual({})
  })

  test('a value beside it stands', () => {
    expect(read('手机13800000001，单位等我查一下', FORM, 'mobile')).toEqual({ mobile: '13800000001' })
    expect(read('１３８０００００００１', FORM, 'mobile')).toEqual({ mobile: '13800000001' })
  })
})
