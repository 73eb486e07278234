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
  ['户口在马巷', '您的户口在厦门吗？', 'true'],
  ['是惠安的', '您的户口在厦门吗？', 'false'],
  ['户口从南平迁到厦门了', '您的户口在厦门吗？', 'true'],
  ['早就迁出去了，户口不在厦门', '您的户口在厦门吗？', 'false'],
  ['我弟弟有房，我自己没有', '您有自己的住房吗？', 'false'],
  ['哪里来的公积金', '逝者有住房公积金吗？', 'false'],
  ['贷款没还清', '贷款还清了吗？', 'false'],
  ['只在厦门交过', '除了厦门，还在别的地方交过社保吗？', 'false'],
  ['头一次抵押', '房子上已经有别的抵押吗？', 'false'],
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
  ['租在同安区大同街道测验路5号', '您的户口在厦门吗？'],
  ['我是在湖里上班', '您的户口在厦门吗？'],
  ['在海沧读书，老家南平的', '您的户口在厦门吗？'],
  ['我姐户口在厦门', '您的户口在厦门吗？'],
  ['明年打算迁到厦门', '您的户口在厦门吗？'],
  ['户口迁来过，后来又迁走了', '您的户口在厦门吗？'],
  ['以前装过燃气，现在的房子我没看', '装了燃气吗？'],
  ['说要先去装燃气', '装了燃气吗？'],
  ['厦门和漳州都交过', '除了厦门，还在别的地方交过社保吗？'],
])('%j answers %j neither way', (text, ask) => {
  expect(answer(text, ask)).toBeUndefined()
})

test.each([
  ['测验抵押解除了', 'false'],
  ['抵押还没解', 'true'],
  ['跟抵押没关系', 'false'],
])('%j, of a thing the form names, is %s', (text, expected) => {
  const context = { today: '2026-11-26', labels: ['抵押'], ask: '车还在抵押吗？', asked: true }
  expect(elements['yes-no'].read(text, context)[0]?.value).toBe(expected)
})
