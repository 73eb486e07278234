import { expect, test } from 'vitest'
import { readRemark, readWrong } from '../../../src/language/index.ts'

test.each([
  ['再说一遍', 'repeat'],
  ['请您再讲一次', 'repeat'],
  ['say that again please', 'repeat'],
  ['我没听明白', 'unclear'],
  ['什么意思', 'unclear'],
  ['還有別的嗎', 'more'],
  ['然后呢', 'more'],
  ['接下来怎么办', 'next-step'],
  ['好的，谢谢', 'acknowledge'],
  ['嗯嗯', 'acknowledge'],
  ['不用了', 'enough'],
  ['你是机器人吗', 'who'],
  ['who are you?', 'who'],
  ['你都能做些什么呀', 'can-do'],
  ['您会办哪些业务', 'can-do'],
  ['what can you do?', 'can-do'],
  ['受理编号弄丢了', 'no-number'],
  ['忘了查询码', 'no-number'],
  ['为啥还要填这个呀', 'why-asked'],
  ['你问我的电话干什么', 'why-asked'],
  ['凭什么要我提供这些？', 'why-asked'],
  ['要我的住址做什么', 'why-asked'],
  ['怎么还问我住哪', 'why-asked'],
  ['写这个有啥用', 'why-asked'],
  ['这项是干什么用的', 'why-asked'],
  ['why do you need my phone number?', 'why-asked'],
  ['我交的材料被打回来了', 'own-case'],
  ['把我的申请撤了吧', 'own-case'],
  ['什么垃圾系统', 'anger'],
])('%s speaks of the talk itself: %s', (words, kind) => {
  expect(readRemark(words)?.kind).toBe(kind)
})

test('another language is named', () => {
  expect(readRemark('用英语讲一下')).toEqual({ kind: 'language', locale: 'en' })
  expect(readRemark('改成繁體字')).toEqual({ kind: 'language', locale: 'zh-Hant' })
  expect(readRemark('in Chinese please')).toEqual({ kind: 'language', locale: 'zh-Hans' })
})

test('what is asked beside an insult is kept', () => {
  expect(readRemark('一群饭桶，社保卡到底去哪补？')).toEqual({ kind: 'anger', rest: '社保卡到底去哪补？' })
  expect(readRemark('你们这帮蠢货，跑了四回')).toEqual({ kind: 'anger', rest: '' })
})

test.each([
  '还有什么材料要带',
  '你们能办哪些证件的补领',
  '没有身份证号码怎么办',
  '居住证还有别的办法吗',
  '好的公司怎么注册',
  '我没有户口本',
  '垃圾清运许可怎么办',
  '英文公证书怎么办',
  '撤回离婚申请要双方到场吗',
  '不用身份证可以吗',
  '你好',
  '为什么要办居住证',
  '这一栏怎么填',
  '日期怎么写',
  '填好了做什么',
  '登记之后干什么',
  'why do I need a work permit',
  '为什么办港澳通行证要填往来次数，没想好怎么办',
])('%s is about a matter', (words) => {
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
