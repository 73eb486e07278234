import { expect, test } from 'vitest'
import { readEmergency, type EmergencyNumber } from '../../../src/language/index.ts'

test.each<[string, EmergencyNumber]>([
  ['家里着火了', '119'],
  ['着火了怎么办', '119'],
  ['煤气泄漏', '119'],
  ['電梯困住了', '119'],
  ['有人晕倒了快来', '120'],
  ['我爸没呼吸了', '120'],
  ['出车祸了', '122'],
  ['我被车撞了', '122'],
  ['救命', '110'],
  ['有人拿刀砍人', '110'],
  ['孩子走丢了', '110'],
  ['我老公打我', '110'],
  ['不想活了', '12356'],
  ['活著沒意思', '12356'],
  ['想自杀', '12356'],
  ['I want to kill myself', '12356'],
])('%s calls for %s', (text, expected) => {
  expect(readEmergency(text)).toBe(expected)
})

test.each([
  '着火点是什么',
  '收费120元',
  '不想活动',
  '我想死你了',
  '笑死我了',
  '车祸工伤怎么认定',
  '我妈中风了走不了路想办残疾证',
  '下班路上被车撞了',
  '火灾证明怎么开',
  '起火原因认定要多久',
  '昏迷期间医保报销',
  '家暴告诫书怎么申请',
  '跳楼价',
  '去年出车祸了，医保能报销吗',
  '打12345没人接',
  '居住证怎么办',
  '那个路口经常出车祸',
  '怎么避免煤气泄漏',
])('%s is no emergency', (text) => {
  expect(readEmergency(text)).toBeUndefined()
})
