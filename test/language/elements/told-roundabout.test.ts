import { expect, test } from 'vitest'
import { elements, type ElementId } from '../../../src/language/index.ts'

const ASKED = { today: '2026-11-26', asked: true } as const

function read(element: ElementId, text: string, context: object = {}): (string | undefined)[] {
  return elements[element].read(text, { ...ASKED, ...context }).map(({ value }) => value)
}

test.each([
  ['number', '三吨半', ['总质量（公斤）'], ['3500']],
  ['number', '除了我还有三个', ['家庭人数'], ['4']],
  ['number', '不算我两口人', ['家庭人数'], ['3']],
  ['money', '三百多万', ['成交价'], ['3000000']],
  ['money', '季付一万二', ['月租金'], []],
  ['money', '底薪四千，提成另算', ['月工资'], []],
  ['date', '明年二月十六到期', ['有效期'], ['2027-02-16']],
  ['date', '下个月头一天', ['开工日期'], ['2026-12-01']],
] as const)('%s %j', (element, text, labels, expected) => {
  expect(read(element, text, { labels })).toEqual(expected)
})

test('a number put right within an address takes the place of the one before', () => {
  expect(read('address', '湖里区禾山街道示例路6号，不对，是16号')).toEqual(['湖里区|禾山街道|示例路16号'])
  expect(read('address', '湖里区禾山街道示例路6号3栋，说错了，5栋')).toEqual(['湖里区|禾山街道|示例路6号5栋'])
})

test('whose home it is belongs to no address', () => {
  expect(read('address', '海沧区新阳街道示例路9号201我姑姑家')).toEqual(['海沧区|新阳街道|示例路9号201'])
})

test('a name set in marks is the name', () => {
  const shop = { labels: ['店名'], ask: '店叫什么名字？' }
  expect(read('text', '门口就写“样例小灶”', shop)).toEqual(['样例小灶'])
  expect(read('text', '门口写「样例小灶」吧', shop)).toEqual(['样例小灶'])
})

test('there is none where none was hired', () => {
  const manager = { labels: ['物业'], ask: '小区的物业叫什么？没有物业写“没有”。' }
  expect(read('text', '这栋没聘物业', manager)).toEqual(['没有'])
})

test('home alone is no place; the one beside it is', () => {
  expect(read('text', '想回老家，江西赣州', { labels: ['转入地'], ask: '要转到哪个省哪个市？' })).toEqual(['江西赣州'])
})

test('what was open once and is settled is not open', () => {
  const fines = { ask: '有没交的罚款吗？', yes: ['有罚款', '有罚单'], no: ['没有罚款'] }
  expect(read('yes-no', '有罚款，前天已经交清了', fines)).not.toContain('true')
  expect(read('yes-no', '有罚款，两百块', fines)).toContain('true')
})
