import { expect, test } from 'vitest'
import { elements } from '../../../src/language/index.ts'

const WORKPLACE = ['工作单位', '单位', '公司']
const HOSPITAL = ['就诊医院', '医院']

function answer(text: string, labels: readonly string[]): string | undefined {
  return elements.text.read(text, { today: '2026-11-26', labels, asked: true })[0]?.value
}

test.each([
  ['我现在在测验机械厂做工', WORKPLACE, '测验机械厂'],
  ['单位：测验物业公司', WORKPLACE, '测验物业公司'],
  ['嗯，测验超市，自己家的', WORKPLACE, '测验超市'],
  ['测验化工厂，打错了，应该是测验化纤厂', WORKPLACE, '测验化纤厂'],
  ['在同安测验医院住的院', HOSPITAL, '同安测验医院'],
  ['送去漳州测验医院了', HOSPITAL, '漳州测验医院'],
  ['上海测验医院', HOSPITAL, '上海测验医院'],
  ['测验机械厂～', WORKPLACE, '测验机械厂'],
  ['测验证0007！', ['残疾人证号'], '测验证0007'],
  ['要带到日本去', ['使用国家或者地区'], '日本'],
  ['诊断是左手骨折', ['伤情和诊断', '诊断'], '左手骨折'],
  ['在建大厦项目', ['项目名称'], '在建大厦项目'],
  ['我是测验学院的学生', ['就读学校'], '测验学院'],
  ['从测验电器公司离职的', ['原单位名称'], '测验电器公司'],
  ['救护车送我去了测验医院', HOSPITAL, '测验医院'],
  ['用的是测验银行', ['开户银行'], '测验银行'],
  ['测验大学漳州校区', ['就读学校'], '测验大学漳州校区'],
  ['委托买车', ['公证用途'], '委托买车'],
  ['出国留学要用', ['公证用途'], '出国留学'],
  ['编号X3500002', ['出生医学证明编号'], 'X3500002'],
  ['我翻一下，是X3500002这个', ['出生医学证明编号'], 'X3500002'],
  ['准备换成测验日用品店', ['变更后的内容'], '测验日用品店'],
  ['告的是测验物流公司', ['对方是谁'], '测验物流公司'],
  ['事情在测验县人民法院', ['办案机关'], '测验县人民法院'],
  ['用人单位全称测验陶瓷厂', WORKPLACE, '测验陶瓷厂'],
  ['我做裁缝', ['经营范围'], '做裁缝'],
  ['自己开小店，店名测验杂货店', WORKPLACE, '测验杂货店'],
])('keeps of %j only the answer', (text, labels, expected) => {
  expect(answer(text, labels)).toBe(expected)
})

test.each([
  ['医院叫什么我忘了', HOSPITAL],
  ['我们这边没医院', HOSPITAL],
  ['您看着办吧', ['拟定名称']],
  ['还没想好呢，你们给取一个', ['拟定名称']],
  ['文书没带，回家再看', ['处罚决定书文号']],
])('finds no answer in %j', (text, labels) => {
  expect(answer(text, labels)).toBeUndefined()
})

test('keeps an account as it was told', () => {
  const told = '上个月在工地，我不知道下面有坑，摔下去了'
  expect(answer(told, ['事情经过'])).toBe('上个月在工地,我不知道下面有坑,摔下去了')
})

test.each([
  '同意',
  '没错',
  '可以了',
  '好的就这样办',
  '不用了',
  '对的，没问题',
  '嗯嗯，行',
  '我都同意',
  '不需要',
  '好，办吧',
  '確認',
  'OK, go ahead',
  "Yes, that's right",
])('%s only agrees or declines and names no body', (words) => {
  expect(answer(words, WORKPLACE)).toBeUndefined()
})

test.each([
  ['同意堂药店', '同意堂药店'],
  ['好又多超市', '好又多超市'],
  ['是测验公司', '测验公司'],
  ['行知小学', '行知小学'],
  ['对外贸易公司', '对外贸易公司'],
  ['好的，测验机械厂', '测验机械厂'],
])('%s names one', (words, name) => {
  expect(answer(words, WORKPLACE)).toBe(name)
})

test('what she thinks of something is answered by agreeing', () => {
  expect(answer('同意', ['业主意见'])).toBe('同意')
})
