import { expect, test } from 'vitest'
import { withoutPoliteness } from '../../../src/language/index.ts'

test.each([
  ['嗯，这个嘛，黄演示，麻烦你了', '黄演示'],
  ['那个，98，谢谢您', '98'],
  ['好的，13800138000', '13800138000'],
  ['我想想哈，黄演示', '黄演示'],
  ['好的好的，是的，谢谢', '是的'],
  ['那个…不是', '不是'],
  ['黄演示', '黄演示'],
  ['那就下个月一号', '那就下个月一号'],
  ['嗯', '嗯'],
  ['谢谢', '谢谢'],
])('%s says %s', (answer, expected) => {
  expect(withoutPoliteness(answer)).toBe(expected)
})
