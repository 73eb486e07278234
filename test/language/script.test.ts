import * as fc from 'fast-check'
import { expect, test } from 'vitest'
import { foldCharacters, readLocale, toSimplified, toTraditional } from '../../src/language/index.ts'

/** Any UTF-16 text, lone surrogates included. */
const anyText = fc
  .array(fc.integer({ min: 0, max: 0xffff }), { maxLength: 30 })
  .map((codes) => String.fromCharCode(...codes))

test.each([
  ['我是臺灣人，想辦居住證要準備什麼', '我是台湾人，想办居住证要准备什么'],
  ['軟體和滑鼠', '软件和鼠标'],
  ['證明文件、人事檔案、強制執行', '证明文件、人事档案、强制执行'],
  ['線上查詢辦理程序', '网上查询办理程序'],
  ['聯絡員怎麼聯絡', '联络员怎么联系'],
  ['乾隆年間的乾淨房子', '乾隆年间的干净房子'],
  ['怎么辦', '怎么办'],
  ['已经是简体，怎么办', '已经是简体，怎么办'],
  ['plain English', 'plain English'],
])('reads %s in simplified characters', (text, expected) => {
  expect(toSimplified(text)).toBe(expected)
})

test('writes official names in traditional characters without changing the words', () => {
  expect(toTraditional('居住证和身份证，现场办理，费用20元')).toBe('居住證和身份證，現場辦理，費用20元')
  expect(toTraditional('换发新证，当场发结婚证；理发店、银发族')).toBe('換發新證，當場發結婚證；理髮店、銀髮族')
  expect(toTraditional('申领台湾居民居住证，补领台胞证；台灯、总台')).toBe('申領臺灣居民居住證，補領臺胞證；檯燈、總檯')
  expect(toTraditional('指南里没有，社保卡里的钱；湖里区、三公里、行驶里程')).toBe(
    '指南裡沒有，社保卡裡的錢；湖里區、三公里、行駛里程',
  )
})

test.each([
  ['居住证怎么办理', 'zh-Hans'],
  ['居住證怎麼辦理', 'zh-Hant'],
  ['我是臺灣人 想办居住證要準備什麼', 'zh-Hant'],
  ['你好', 'zh-Hans'],
  ['皇后里台', 'zh-Hans'],
  ['How do I register?', 'en'],
  ['OK，我要办', 'zh-Hans'],
  ['13800138000', 'zh-Hans'],
  ['', 'zh-Hans'],
])('takes %j for %s', (text, locale) => {
  expect(readLocale(text)).toBe(locale)
})

test('folding keeps every character at its place', () => {
  fc.assert(
    fc.property(anyText, (text) => {
      expect(foldCharacters(text)).toHaveLength(text.length)
    }),
  )
})

test('folds traditional and full-width characters', () => {
  expect(foldCharacters('證件號碼：１２３Ａ￥')).toBe('证件号码:123A¥')
})

test('says what Taiwan says for everyday things, and reads it back', () => {
  const text = '网上预填信息，到窗口复印、打印，绑定银行账户，留联系方式'
  const said = '線上預填資訊，到櫃檯影印、列印，綁定銀行帳戶，留聯絡方式'
  expect(toTraditional(text)).toBe(said)
  expect(toSimplified(said)).toBe(text)
  expect(toTraditional('依《个人信息保护法》，互联网上')).toBe('依《個人信息保護法》，互聯網上')
})
