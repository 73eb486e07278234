import { expect, test } from 'vitest'
import { joinTypedApart, readPinyin } from '../../src/language/index.ts'

const NAMES = ['居住证', '普通护照', '护照', '公积金']

test.each([
  ['juzhuzheng yao duoshao qian', '居住证要多少钱'],
  ['HUZHAO zenme ban?', '护照怎么办'],
  ['wo yao ban gongjijin', '我要办公积金'],
])('%s is %s', (typed, said) => {
  expect(readPinyin(typed, NAMES)).toBe(said)
})

test.each(['duoshao qian', 'how much is a passport', 'huzhao how much', 'asdf', '护照多少钱', ''])(
  '%s is no pinyin of a matter',
  (typed) => {
    expect(readPinyin(typed, NAMES)).toBeUndefined()
  },
)

test.each([
  ['护 照 多 少 钱', '护照多少钱'],
  ['我叫 陈测试 住思明', '我叫 陈测试 住思明'],
  ['要 是 A 4 纸', '要 是 A 4 纸'],
])('%s typed apart reads %s', (typed, joined) => {
  expect(joinTypedApart(typed)).toBe(joined)
})
