import { expect, test } from 'vitest'
import { elements } from '../../../src/language/index.ts'

const WORKPLACE = { labels: ['工作单位', '单位', '公司'], ask: '您在哪个单位工作？' }
const BANK = { labels: ['开户银行', '开户行', '哪家银行'], ask: '您想用哪家银行？' }
const HOSPITAL = { labels: ['就诊医院', '医院'], ask: '在哪家医院看的？' }
const COUNTRY = { labels: ['使用国家或者地区'], ask: '公证书拿到哪里用？国内用就写国内，国外用写国家。' }
const CITY = { labels: ['原参保地'], ask: '原来是在哪个省哪个市交的养老保险？' }
const SHOP = { labels: ['店名', '字号'], ask: '店叫什么名字？' }
const MANAGER = { labels: ['物业名称', '物业'], ask: '小区的物业叫什么？没有物业写“没有”。' }
const BUILDER = { labels: ['施工单位'], ask: '施工单位是哪一家？还没定写“未定”。' }
const DIAGNOSIS = { labels: ['伤情和诊断', '诊断'], ask: '医院的诊断是什么？照诊断证明写。' }

type Question = { readonly labels: readonly string[]; readonly ask: string }

function answer(text: string, question: Question): string | undefined {
  return elements.text.read(text, { today: '2026-11-26', asked: true, ...question })[0]?.value
}

test.each<[string, Question, string]>([
  ['还是用招行吧，网点多', BANK, '招行'],
  ['发到工商银行就可以', BANK, '工商银行'],
  ['找的漳州测验装饰工程有限公司', BUILDER, '漳州测验装饰工程有限公司'],
  ['读的测验科技大学', { labels: ['毕业院校', '学校'], ask: '您是哪所学校毕业的？' }, '测验科技大学'],
  ['先到门诊，后来送去测验市第三医院做的手术', HOSPITAL, '测验市第三医院'],
  ['弄好了要寄去新加坡给我姐', COUNTRY, '新加坡'],
  ['那几年都在佛山上班，就在那交的', CITY, '佛山'],
  ['门口的招牌写着测验阿公米粉', SHOP, '测验阿公米粉'],
  ['户口一直挂在湖南省长沙市测验县', { labels: ['现户籍地址'], ask: '户口现在在哪里？' }, '湖南省长沙市测验县'],
  ['我们小区没物业', MANAGER, '没有'],
  ['装修队还没找', BUILDER, '未定'],
])('cuts the name out of %j', (text, question, expected) => {
  expect(answer(text, question)).toBe(expected)
})

test.each<[string, Question]>([
  ['好像改过名，我得问一下邻居', MANAGER],
  ['搬过好几个城市，都记混了', CITY],
  ['重不重要等检查出来才知道', DIAGNOSIS],
  ['这个要怎么写，你教教我', SHOP],
  ['哪家利息高我就用哪家', BANK],
  ['我妹应该晓得，等她下班再说', WORKPLACE],
  ['以后可能去日本，也可能留下来', COUNTRY],
])('asks again after %j', (text, question) => {
  expect(answer(text, question)).toBeUndefined()
})

test('keeps a request whole that only sounds polite at its end', () => {
  expect(answer('签证申请', { labels: ['公证用途'], ask: '公证书用来做什么？' })).toBe('签证申请')
})
