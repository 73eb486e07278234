import { describe, expect, test } from 'vitest'
import { elements, type ElementContext } from '../../../src/language/index.ts'

const TODAY: ElementContext = { today: '2026-11-23' }
const ASKED: ElementContext = { ...TODAY, asked: true }

function names(text: string, context: ElementContext = TODAY): string[] {
  return elements.name.read(text, context).map(({ value }) => value)
}

describe('names', () => {
  test.each(['禤文华', '测试小兰'])('takes %s for a name where one is asked for', (text) => {
    expect(names(text, ASKED)).toEqual([text])
  })

  test.each([
    ['我叫陈大文', '陈大文'],
    ['姓名：陈大文', '陈大文'],
    ['陈大文，手机13800138000', '陈大文'],
    ['我是陳大文', '陳大文'],
    ['我叫陈大文手机13800138000', '陈大文'],
    ['名字是欧阳娜娜', '欧阳娜娜'],
    ['我叫买买提·艾力', '买买提·艾力'],
    ['我姓名是陈大文，住在思明', '陈大文'],
    ['把姓名改成李四', '李四'],
    ['姓名写错了，应该是王五', '王五'],
    ['My name is John Smith and my phone is', 'John Smith'],
  ])('reads a name from %s', (text, expected) => {
    expect(names(text)).toEqual([expected])
  })

  test.each(['陈大文', '是陈大文', '陈大文。', '叫陈大文吧', '嗯，陈大文'])('takes the bare answer %s', (text) => {
    expect(names(text, ASKED)).toEqual(['陈大文'])
  })

  test.each([
    '我是台湾人',
    '我要办居住证',
    '我是房东',
    '我是高中生',
    '你叫什么',
    '何时能办好',
    '我叫什么都忘了',
    '方便吗',
    '我是房主',
    '本人居住在湖里',
    '房产证上是我的名字，车辆是我爱人的',
  ])('finds no name in %s', (text) => {
    expect(names(text)).toEqual([])
  })

  test.each([
    '不知道',
    '多少钱',
    '我要',
    '没有',
    '好的',
    '居住证',
    '谢谢',
    '方便',
    '跳过',
    '随便',
    '要带什么材料？',
    '13800138000',
    '陈',
    '等一下',
    '明天再说',
  ])('does not take %s for the answer to "what is your name"', (text) => {
    expect(names(text, ASKED)).toEqual([])
  })

  test('keeps the characters as written and accepts 2 to 50 of them', () => {
    expect(elements.name.check(' 陳大文 ', TODAY)).toEqual({ ok: true, value: '陳大文' })
    expect(elements.name.check('𠮷田茂', TODAY)).toEqual({ ok: true, value: '𠮷田茂' })
    expect(elements.name.check('陈', TODAY).ok).toBe(false)
    expect(elements.name.check('13800138000', TODAY).ok).toBe(false)
    expect(elements.name.check('陈'.repeat(51), TODAY).ok).toBe(false)
  })
})

test.each([
  '姓名\t手机\t地址\n陈大文\t13800138000\t思明区',
  '姓名 性别 民族',
  '姓名  住址  电话',
  '姓名 出生日期',
  '姓名、地址、电话都要写吗',
])('reads no name in the heads of a table: %s', (text) => {
  for (const head of ['手机', '性别', '住址', '出生日期', '地址']) expect(names(text)).not.toContain(head)
})

describe('addresses in Xiamen', () => {
  test.each([
    ['思明区莲前街道洪莲中路12号', '思明区|莲前街道|洪莲中路12号'],
    ['我住在思明区莲前街道洪莲中路12号301室，手机138', '思明区|莲前街道|洪莲中路12号301室'],
    ['厦门市湖里区云顶北路842号', '湖里区||云顶北路842号'],
    ['住殿前街道长浩路10号的', '湖里区|殿前街道|长浩路10号'],
    ['我住思明莲前西路100号', '思明区||莲前西路100号'],
    ['福建省厦门市集美区杏林街道内林村', '集美区|杏林街道|内林村'],
    ['翔安区新店镇祥吴村20号', '翔安区|新店街道|祥吴村20号'],
    ['我住在思明區蓮前街道洪蓮中路12號', '思明区|莲前街道|洪莲中路12号'],
  ])('reads %s', (text, expected) => {
    expect(elements.address.read(text, TODAY).map(({ value }) => value)).toEqual([expected])
  })

  test.each(['我在思明区租房', '湖里区政务服务中心在哪', '集美大学怎么走', '同安可以办吗'])(
    'takes no address from %s',
    (text) => {
      expect(elements.address.read(text, TODAY)).toEqual([])
    },
  )

  test.each([
    ['思明区', '具体地址'],
    ['洪莲中路12号', '哪个区'],
  ])('asks for what is missing in the answer %s', (text, words) => {
    expect(elements.address.read(text, ASKED)[0]?.problem).toContain(words)
  })

  test('checks district and street of a form', () => {
    expect(elements.address.check('思明区|莲前街道|洪莲中路12号', TODAY)).toEqual({
      ok: true,
      value: '思明区|莲前街道|洪莲中路12号',
    })
    expect(elements.address.check('思明区||洪莲中路12号', TODAY).ok).toBe(true)
    expect(elements.address.check('思明区|殿前街道|长浩路10号', TODAY).ok).toBe(false)
    expect(elements.address.check('丰泽区||田安路1号', TODAY).ok).toBe(false)
    expect(elements.address.show('思明区|莲前街道|洪莲中路12号', TODAY)).toBe('思明区莲前街道洪莲中路12号')
  })
})

test('a place that is denied is no address, and none takes the denial in', () => {
  const readAll = (text: string) => elements.address.read(text, ASKED).map(({ value, problem }) => problem ?? value)
  expect(readAll('不是思明区，是湖里区江头街道样例路9号')).toEqual(['湖里区|江头街道|样例路9号'])
  expect(readAll('地址是湖里区不是思明区')).toEqual([expect.stringContaining('门牌号')])
})

test('a day that cannot lie ahead is refused when it does', () => {
  const check = (value: string, past: boolean) => elements.date.check(value, { ...TODAY, past }).ok
  expect([check('2026-11-24', true), check('2026-11-23', true), check('2026-11-24', false)]).toEqual([
    false,
    true,
    true,
  ])
})
