import { expect, test } from 'vitest'
import { elements } from '../../../src/language/index.ts'

function answer(text: string, ask: string): string | undefined {
  return elements['yes-no'].read(text, { today: '2026-11-26', labels: [], ask, asked: true })[0]?.value
}

test.each([
  ['补好了', '缺的材料都补好了吗？', 'true'],
  ['还没补齐', '缺的材料都补好了吗？', 'false'],
  ['还差一份没补', '缺的材料都补好了吗？', 'false'],
  ['去年就被列进失信名单了', '在失信名单里吗？', 'true'],
  ['户口在龙岩', '您的户口在厦门吗？', 'false'],
  ['落在集美', '您的户口在厦门吗？', 'true'],
  ['外省的', '您的户口在厦门吗？', 'false'],
  ['要是装了还用问吗，没有', '装了燃气吗？', 'false'],
  ['都不是', '您家是低保或者特困家庭吗？', 'false'],
  ['愿意', '您愿意参加培训吗？', 'true'],
  ['工厂用的', '是自己家里用吗？公司、工厂用就答不是。', 'false'],
  ['孩子成年了', '有未成年的孩子吗？', 'false'],
  ['有个未成年的女儿', '有未成年的孩子吗？', 'true'],
])('%j to %j is %s', (text, ask, expected) => {
  expect(answer(text, ask)).toBe(expected)
})

test.each([
  ['这我不清楚', '装了燃气吗？'],
  ['要装了才行吗', '装了燃气吗？'],
  ['今天下雨', '装了燃气吗？'],
  ['可能要吧', '要不要装燃气？'],
])('%j answers %j neither way', (text, ask) => {
  expect(answer(text, ask)).toBeUndefined()
})
