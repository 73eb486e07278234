import { expect, test } from 'vitest'
import { readFields } from '../../../src/language/index.ts'

const TODAY = '2026-11-26'

const INCOME = {
  id: 'income',
  element: 'choice',
  label: '收入来源',
  labels: [],
  options: [
    { id: 'none', label: '没有来源', aliases: [] },
    { id: 'wage', label: '工资收入', aliases: ['拿工资'] },
    { id: 'rent', label: '房租收入', aliases: ['收房租'] },
  ],
  answers: { none: ['没存款', '不养'], wage: ['厂里 发'], rent: ['出租 房子'] },
} as const

const WATER = {
  id: 'water',
  element: 'yes-no',
  label: '是否接水',
  labels: [],
  ask: '要报装用水吗？',
  yes: ['接水', '装水表'],
  no: ['不用水'],
} as const

function answer(text: string, field: typeof INCOME | typeof WATER): string | undefined {
  return readFields(text, [field], { today: TODAY, asked: field.id })[0]?.value
}

test.each([
  ['一点存款都没有', 'none'],
  ['两个侄子没一个愿意养', 'none'],
  ['每个月收房祖', 'rent'],
  ['厂里每月发，租金以后再算', 'wage'],
] as const)('%j chooses %s', (text, option) => {
  expect(answer(text, INCOME)).toBe(option)
})

test.each([
  ['水也要接', 'true'],
  ['水肯定得接', 'true'],
  ['水不接', 'false'],
  ['接水贵不贵', undefined],
  ['接水划不划算', undefined],
] as const)('%j to whether water is wanted is %s', (text, value) => {
  expect(answer(text, WATER)).toBe(value)
})
