import { expect, test } from 'vitest'
import { readQuantities, sameMeasure, sameQuantity, type Quantity } from '../../../src/language/index.ts'

function first(text: string): Quantity {
  const [quantity] = readQuantities(text)
  if (quantity === undefined) throw new Error(`no quantity in ${text}`)
  return quantity
}

test.each([
  ['20元', '贰拾元整'],
  ['免费', '0元'],
  ['1年', '12个月'],
  ['半年', '6个月'],
  ['一年半', '18个月'],
  ['一周', '7天'],
  ['2小时', '120分钟'],
  ['年满16周岁', '十六周岁以上'],
  ['10个工作日内', '不超过10个工作日'],
  ['2025年3月1日', '2025-03-01起'],
  ['满十八周岁不满四十六周岁', '满18不满46周岁'],
  ['第九条', '第9条'],
])('%s is %s', (one, other) => {
  expect(sameQuantity(first(one), first(other))).toBe(true)
})

test.each([
  ['20元', '有效期20年'],
  ['20元', '20个工作日'],
  ['20元', '120元'],
  ['20元', '200元'],
  ['20元', '第20条'],
  ['2元', '2万元'],
  ['10个工作日', '10日'],
  ['1个月', '30天'],
  ['18周岁', '身份证号18位'],
  ['16周岁', '116周岁'],
  ['16周岁', '16日前提交'],
  ['10份', '100份'],
  ['年满16周岁', '未满16周岁'],
  ['16周岁', '年满16周岁'],
  ['10个工作日', '10个工作日内'],
  ['不超过3000元', '3000元'],
  ['18至46周岁', '满18不满46周岁'],
  ['2寸', '2张'],
])('%s is not %s', (one, other) => {
  expect(sameQuantity(first(one), first(other))).toBe(false)
})

test('measures can be compared whatever bounds them', () => {
  expect(sameMeasure(first('10个工作日'), first('10个工作日内'))).toBe(true)
  expect(sameMeasure(first('10个工作日'), first('10日内'))).toBe(false)
})
