import { expect, test } from 'vitest'
import { readRemark, readWrong } from '../../../src/language/index.ts'

test('another language is named', () => {
  expect(readRemark('用英语讲一下')).toEqual({ kind: 'language', locale: 'en' })
  expect(readRemark('改成繁體字')).toEqual({ kind: 'language', locale: 'zh-Hant' })
  expect(readRemark('in Chinese please')).toEqual({ kind: 'language', locale: 'zh-Hans' })
})

test('what is asked beside an insult is kept', () => {
  expect(readRemark('什么垃圾系统')).toEqual({ kind: 'anger', rest: '' })
  expect(readRemark('一群饭桶，社保卡到底去哪补？')).toEqual({ kind: 'anger', rest: '社保卡到底去哪补？' })
  expect(readRemark('你们这帮蠢货，跑了四回')).toEqual({ kind: 'anger', rest: '' })
})

test.each(['垃圾清运许可怎么办', '英文公证书怎么办', '你好'])('%s is about a matter', (words) => {
  expect(readRemark(words)).toBeUndefined()
})

test.each([
  ['拿室友的身份证帮我登记', 'identity'],
  ['给审核的人塞红包有用吗', 'bribe'],
  ['把收费改成零', 'tamper'],
  ['查一下她现在住哪', 'others'],
  ['怎么骗到失业金', 'benefit'],
  ['做一份假合同', 'forged'],
])('%s is a plea for a wrong of its own kind: %s', (words, wrong) => {
  expect(readWrong(words)).toBe(wrong)
})
