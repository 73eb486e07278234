import { expect, test } from 'vitest'
import { elements, type ElementId } from '../../../src/language/index.ts'

const TODAY = '2026-11-26'

function values(id: ElementId, text: string, labels: readonly string[] = []): readonly string[] {
  return elements[id].read(text, { today: TODAY, asked: true, labels }).map(({ value }) => value)
}

test.each([
  ['一三九，四个零，二二一一', '13900002211'],
  ['one three nine 0000 2211', '13900002211'],
  ['139零零零零2211', '13900002211'],
])('%j is a number as it is dictated', (text, number) => {
  expect(values('mobile', text)).toEqual([number])
})

test.each([
  ['去年十一月六号', '2025-11-06'],
  ['民国八十年十一月三号', '1991-11-03'],
  ['六月一号搬的，今年', '2026-06-01'],
  ['上个月底交的，30号', '2026-10-30'],
])('%j is one day', (text, day) => {
  expect(values('date', text, ['入住日期'])).toEqual([day])
})

test.each([
  ['国籍', '我是越南人', '越南'],
  ['单位名称', '我们厂叫样例五金加工部', '样例五金加工部'],
  ['使用国家', '给里斯本那边的学校，葡萄牙', '葡萄牙'],
  ['抵押权人', '押给我姑丈，他叫史样例', '史样例'],
  ['就读学校', '还在幼儿园，样例幼儿园小班', '样例幼儿园小班'],
])('%s: %j holds %j', (label, text, value) => {
  expect(values('text', text, [label])).toEqual([value])
})
