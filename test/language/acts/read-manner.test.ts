import { expect, test } from 'vitest'
import { readManner } from '../../../src/language/index.ts'

test.each([
  '请说得简单一点',
  '年纪大了，麻烦您说慢些',
  '我岁数大了讲慢一点',
  '打开老年模式',
  '切换成关怀版',
  '看不懂，写得太长了',
  '用一句话告诉我',
  '念给我听',
  '說人話',
  '請講簡單一點',
  '開啟長輩版',
  'Please keep it short',
  'senior mode',
  '一下子说太多了，我记不住',
  '讲得太多了跟不上',
])('%s is a wish to be spoken to plainly, and nothing else', (words) => {
  expect(readManner(words)).toEqual({ manner: 'plain', rest: '' })
})

test.each([
  ['用大白话跟我讲护照怎么换', '护照怎么换'],
  ['落户要什么条件？说得简单些', '落户要什么条件？'],
  ['您写得太复杂了，補領身分證要幾天', '補領身分證要幾天'],
  ['In plain English, how long does a passport take?', 'how long does a passport take?'],
])('what is asked besides stays as written: %s', (words, rest) => {
  expect(readManner(words)).toEqual({ manner: 'plain', rest })
})

test.each([
  '退出长辈模式',
  '說詳細一點',
  '恢复标准版',
  'turn off elder mode',
  '恢复正常说话吧',
  '照平时那样说',
  '正常讲就行',
])('%s ends it', (words) => {
  expect(readManner(words)).toEqual({ manner: 'usual', rest: '' })
})

test.each([
  '公司简易注销要多久',
  '老年人优待证在哪办',
  '排队时间太长了',
  '我妈年纪大了，能不去现场吗',
  '材料太多了',
  'senior card',
  '身份证号记不住了',
  '公司怎么恢复正常经营',
])('%s wishes nothing of the kind', (words) => {
  expect(readManner(words)).toBeUndefined()
})
