import { expect, test } from 'vitest'
import { elements } from '../../../src/language/index.ts'

const TODAY = '2026-11-26'
const MOVE = [
  { id: 'join-spouse', label: '投靠配偶', aliases: ['迁到配偶名下', '跟爱人同一本'] },
  { id: 'join-parents', label: '投靠父母', aliases: ['迁到爸妈名下', '跟父亲同一本'] },
]
const PURPOSE = [
  { id: 'hong-kong', label: '香港', aliases: ['HK'] },
  { id: 'macao', label: '澳门', aliases: ['Macau'] },
  { id: 'both', label: '香港和澳门', aliases: ['both'] },
]
const WHERE = [
  { id: 'other-province', label: '福建省外', aliases: ['省外'] },
  { id: 'fujian', label: '福建省内', aliases: ['福建', '省内'] },
]

function choose(text: string, options: typeof MOVE): string[] {
  return elements.choice.read(text, { today: TODAY, asked: true, options }).map(({ value }) => value)
}

test('kin under another name stand for the same option', () => {
  expect(choose('落到老婆名下同一本', MOVE)).toEqual(['join-spouse'])
  expect(choose('落到我妈名下同一本', MOVE)).toEqual(['join-parents'])
})

test('two options and the one that holds both mean that one', () => {
  expect(choose('Macau and HK, both', PURPOSE)).toEqual(['both'])
})

test('what she goes beyond is not chosen', () => {
  expect(choose('要走出福建去看', WHERE)).not.toContain('fujian')
})

test('a denial in other words is no yes', () => {
  const ask = '房子现在有没有被查封？'
  const context = { today: TODAY, asked: true, ask, yes: ['法院查封', '法院来贴封条'], no: ['没查封'] }
  const read = elements['yes-no'].read('法院的人从没上门贴过啥封条', context)
  expect(read.map(({ value }) => value)).not.toContain('true')
})

test('cars of two kinds are counted together', () => {
  const count = (text: string) =>
    elements.number.read(text, { today: TODAY, asked: true, labels: ['车辆数', '几辆车'] }).map(({ value }) => value)
  expect(count('三辆自卸一辆罐车')).toEqual(['4'])
  expect(count('现在有四辆，另外一辆报废的不算')).not.toEqual(['5'])
})

test('a day on which she wants to come is not over', () => {
  const context = { today: TODAY, labels: ['想去的日期'] }
  expect(elements.date.check('2026-11-25', context).ok).toBe(false)
  expect(elements.date.check('2026-11-26', context).ok).toBe(true)
  expect(elements.date.check('2026-11-25', { today: TODAY, labels: ['登记日期'] }).ok).toBe(true)
})
