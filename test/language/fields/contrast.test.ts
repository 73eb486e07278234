import { expect, test } from 'vitest'
import { readFields, type FieldToRead } from '../../../src/language/index.ts'

const PAY: FieldToRead = { id: 'pay', element: 'money', label: '月工资', labels: ['工资'], ask: '您每个月工资多少元？' }
const PRICE: FieldToRead = { id: 'price', element: 'money', label: '成交价', labels: [], ask: '成交价是多少元？' }
const INCOME: FieldToRead = { id: 'income', element: 'money', label: '家庭收入', labels: [], ask: '全家的收入多少元？' }
const BOATS: FieldToRead = { id: 'boats', element: 'number', label: '船只数', labels: [], ask: '一共几条船？' }
const MONTHS: FieldToRead = { id: 'months', element: 'number', label: '月数', labels: [], ask: '您交了多少个月？' }
const JOINED: FieldToRead = { id: 'joined', element: 'date', label: '报到日期', labels: [], ask: '您哪一天报到的？' }
const WHEN: FieldToRead = { id: 'when', element: 'date', label: '想去的日期', labels: [], ask: '想哪一天去？' }
const PHONE: FieldToRead = {
  id: 'phone',
  element: 'mobile',
  label: '手机号',
  labels: ['电话'],
  ask: '请留一个手机号。',
}
const CHILD: FieldToRead = { id: 'child', element: 'name', label: '孩子姓名', labels: [], ask: '孩子叫什么名字？' }
const HOLDER: FieldToRead = {
  id: 'holder',
  element: 'name',
  label: '持卡人姓名',
  labels: [],
  ask: '请问持卡人的姓名？',
}
const FIRM: FieldToRead = { id: 'firm', element: 'text', label: '工作单位', labels: [], ask: '您在哪个单位工作？' }
const CITY: FieldToRead = { id: 'city', element: 'text', label: '转入地', labels: [], ask: '要转到哪个市？' }
const LEVEL: FieldToRead = {
  id: 'level',
  element: 'choice',
  label: '驾照',
  labels: [],
  ask: '您的驾照是哪一种？',
  options: [
    { id: 'small', label: '小车照', aliases: ['C1'] },
    { id: 'large', label: '大车照', aliases: ['B2'] },
  ],
}
const STALL: FieldToRead = {
  id: 'stall',
  element: 'yes-no',
  label: '是否有摊位证',
  labels: ['摊位证'],
  ask: '您有摊位证吗？',
  yes: ['有摊位证', '证办好'],
  no: ['没有摊位证', '证没办'],
}

function read(text: string, field: FieldToRead): string | undefined {
  return readFields(text, [field], { today: '2026-11-26', asked: field.id }).find(
    ({ problem }) => problem === undefined,
  )?.value
}

test.each<[string, FieldToRead, string]>([
  ['师傅九千，我六千二', PAY, '6200'],
  ['我姐夫拿八千五，我自己四千八', PAY, '4800'],
  ['早几年还有七千，以前是七千，现在剩五千', PAY, '5000'],
  ['我表哥家三万，我们家一万二', INCOME, '12000'],
  ['楼上那套卖了两百万，我这套一百八十万', PRICE, '1800000'],
  ['中介挂三百万，最后两百八十八万成交', PRICE, '2880000'],
  ['我舅舅交了九十个月，我交了四十个月', MONTHS, '40'],
  ['六条船，一条报废，剩五条', BOATS, '5'],
  ['挂靠的两条不算，自己的四条', BOATS, '4'],
  ['我同学九月三号报到，我九月十号', JOINED, '2026-09-10'],
  ['体检是九月一号，报到是九月八号', JOINED, '2026-09-08'],
  ['本来想十二月三号，后来定十二月七号', WHEN, '2026-12-07'],
  ['13700001122是我弟在用，我用13800001133', PHONE, '13800001133'],
  ['店长13700001122，老板13800001133，我是老板', PHONE, '13800001133'],
  ['姐姐叫白样青，妹妹叫白样蓝，这次给妹妹办', CHILD, '白样蓝'],
  ['要报名的是老二苏样安，老大苏样平毕业了', CHILD, '苏样安'],
  ['本来叫白样青，后来定了白样蓝', CHILD, '白样蓝'],
  ['娃叫白样青，我是他爸爸白样山', HOLDER, '白样青'],
  ['我老婆在厦门东样贸易有限公司，我在厦门西样食品有限公司', FIRM, '厦门西样食品有限公司'],
  ['以前在厦门东样贸易有限公司，现在在厦门西样食品有限公司', FIRM, '厦门西样食品有限公司'],
  ['不转合肥了，转长沙', CITY, '长沙'],
  ['我哥是大车照，我是小车照', LEVEL, 'small'],
  ['原来是B2，现在只有C1', LEVEL, 'small'],
  ['我堂弟有摊位证，我没有', STALL, 'false'],
])('%j tells of several, and answers with one', (text, field, expected) => {
  expect(read(text, field)).toBe(expected)
})

test.each<[string, FieldToRead]>([
  ['隔壁摊的老李一个月一万', PAY],
  ['我同事七千多，我的还没谈', PAY],
  ['听说别家给六千', PAY],
  ['我弟弟三十个月', MONTHS],
  ['我堂哥是大车照', LEVEL],
  ['我姐的13700001122，我的晚点给你', PHONE],
  ['13700001122和13800001133都是我的', PHONE],
  ['哥哥叫白样青，小的名字还没取', CHILD],
  ['白样青和白样蓝，双胞胎', CHILD],
])('%j leaves open whose or which it is, and nothing is stored', (text, field) => {
  expect(read(text, field)).toBeUndefined()
})

test('an option told of the child who is not meant fills no other field', () => {
  const stage: FieldToRead = {
    id: 'stage',
    element: 'choice',
    label: '学段',
    labels: [],
    options: [
      { id: 'primary', label: '小学', aliases: ['上小学'] },
      { id: 'junior', label: '初中', aliases: ['上初中'] },
    ],
  }
  const values = readFields('要报名的是老二苏样安，老大苏样平上初中了', [CHILD, stage], {
    today: '2026-11-26',
    asked: 'child',
  })
  expect(values.map(({ field, value }) => [field, value])).toEqual([['child', '苏样安']])
})

test('where the form is filled for another, what is told of anybody may be the answer', () => {
  const guardian: FieldToRead = { id: 'guardian', element: 'name', label: '监护人姓名', labels: [] }
  const values = readFields('我儿子三十个月', [MONTHS, guardian], { today: '2026-11-26', asked: 'months' })
  expect(values.map(({ field, value }) => [field, value])).toEqual([['months', '30']])
})
