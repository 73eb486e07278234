import { describe, expect, test } from 'vitest'
import { elements, type ElementContext, type ElementId } from '../../../src/language/index.ts'

const TODAY: ElementContext = { today: '2026-11-23' }
const ASKED: ElementContext = { ...TODAY, asked: true }
const OPTIONS = [
  { id: 'siming', label: '思明区', aliases: ['思明'] },
  { id: 'huli', label: '湖里区', aliases: ['湖里'] },
  { id: 'own', label: '自购住房', aliases: ['买房'] },
  { id: 'rent', label: '租赁住房', aliases: ['租房', '租的'] },
]

function read(id: ElementId, text: string, context: ElementContext = ASKED): string[] {
  return elements[id].read(text, context).map(({ value, problem }) => (problem === undefined ? value : `${value}!`))
}

describe('dates', () => {
  test.each([
    ['去年3月', '2025-03-01'],
    ['2025年5月', '2025-05-01'],
    ['昨天', '2026-11-22'],
    ['半年前', '2026-05-23'],
    ['三个月前', '2026-08-23'],
    ['一年半前', '2025-05-23'],
    ['两周前', '2026-11-09'],
    ['上个月1号', '2026-10-01'],
    ['下个月5号', '2026-12-05'],
    ['下周一', '2026-11-30'],
    ['这个星期五', '2026-11-27'],
    ['上礼拜天', '2026-11-22'],
    ['去年底', '2025-12-31'],
    ['今年3月底', '2026-03-31'],
    ['3月搬来的', '2026-03-01'],
    ['12月1日', '2026-12-01'],
    ['1990年1月1号出生', '1990-01-01'],
    ['72年5月', '1972-05-01'],
    ['二〇二五年三月一日', '2025-03-01'],
    ['两千零二十五年三月一号', '2025-03-01'],
    ['一千九百九十八年十二月三十日', '1998-12-30'],
    ['2025.3.1', '2025-03-01'],
    ['20250301', '2025-03-01'],
    ['民國80年3月5日', '1991-03-05'],
    ['2000年2月29日', '2000-02-29'],
    ['2025年2月30日', '2025年2月30日!'],
    ['2025年13月1日', '2025年13月1日!'],
    ['2020年', '2020年!'],
  ])('%s is %s', (text, expected) => {
    expect(read('date', text)).toEqual([expected])
  })

  test('reads no date out of an identity number, and a month earlier keeps within the month', () => {
    expect(read('date', '350203199001010018')).toEqual([])
    expect(elements.date.read('一个月前', { today: '2026-03-31', asked: true })[0]?.value).toBe('2026-02-28')
  })

  test('checks a given date', () => {
    expect(elements.date.check('2026-11-23', TODAY)).toEqual({ ok: true, value: '2026-11-23' })
    expect(elements.date.check('去年3月', TODAY)).toEqual({ ok: true, value: '2025-03-01' })
    expect(elements.date.check('2026-02-30', TODAY).ok).toBe(false)
    expect(elements.date.show('2025-03-01', TODAY)).toBe('2025年3月1日')
  })
})

describe('amounts and numbers', () => {
  test.each([
    ['2800', '2800'],
    ['两千八', '2800'],
    ['千八', '1800'],
    ['1.2万', '12000'],
    ['20块5', '20.5'],
    ['月租两千八百块', '2800'],
    ['每月3500元', '3500'],
  ])('%s is %s yuan', (text, expected) => {
    expect(read('money', text)).toEqual([expected])
  })

  test.each([
    ['交了14个月', '14'],
    ['十四', '14'],
    ['14', '14'],
    ['半年', '6'],
    ['一年半', '18'],
  ])('%s is %s months', (text, expected) => {
    expect(read('number', text, { ...ASKED, labels: ['缴存月数'] })).toEqual([expected])
  })

  test('holds the bounds of the field', () => {
    expect(elements.number.read('14', { ...ASKED, max: 12 })[0]?.problem).toContain('12')
    expect(elements.money.check('99.999', TODAY).ok).toBe(false)
    expect(elements.money.check('-5', TODAY).ok).toBe(false)
    expect(elements.money.check('两千八', TODAY)).toEqual({ ok: true, value: '2800' })
  })

  test.each(['不知道', '多少钱', '办这个要几天'])('reads no amount from %s', (text) => {
    expect(read('money', text)).toEqual([])
  })
})

describe('choices', () => {
  test.each([
    ['思明', 'siming'],
    ['不是思明是湖里', 'huli'],
    ['我租房住', 'rent'],
    ['自购', 'own'],
    ['第2个', 'huli'],
    ['3', 'own'],
    ['②', 'huli'],
    ['选一', 'siming'],
    ['最后一个', 'rent'],
    ['B', 'huli'],
    ['買房', 'own'],
  ])('%s chooses %s', (text, expected) => {
    expect(read('choice', text, { ...ASKED, options: OPTIONS })).toEqual([expected])
  })

  test.each(['都不是', '不租房', '住房', '5', '什么意思'])('%s chooses nothing', (text) => {
    expect(read('choice', text, { ...ASKED, options: OPTIONS })).toEqual([])
  })

  test.each(['漳州泉州都去', '泉州，还有漳州'])('%s chooses what holds both', (text) => {
    const options = [
      { id: 'zhangzhou', label: '漳州', aliases: [] },
      { id: 'quanzhou', label: '泉州', aliases: [] },
      { id: 'both', label: '漳州和泉州', aliases: [] },
    ]
    expect(read('choice', text, { ...ASKED, options })).toEqual(['both'])
  })

  test('checks ids, shows labels and lists what can be chosen', () => {
    const context = { ...TODAY, options: OPTIONS }
    expect(elements.choice.check('rent', context)).toEqual({ ok: true, value: 'rent' })
    expect(elements.choice.check('租房', context)).toEqual({ ok: true, value: 'rent' })
    expect(elements.choice.show('rent', context)).toBe('租赁住房')
    expect(elements.choice.check('别墅', context)).toMatchObject({
      ok: false,
      problem: expect.stringContaining('租赁住房'),
    })
  })
})

describe('yes and no', () => {
  test.each([
    ['是的', 'true'],
    ['对', 'true'],
    ['有', 'true'],
    ['嗯', 'true'],
    ['已经办了', 'true'],
    ['没有', 'false'],
    ['不是', 'false'],
    ['不用', 'false'],
    ['没交过', 'false'],
  ])('%s is %s', (text, expected) => {
    expect(read('yes-no', text)).toEqual([expected])
  })

  test.each(['不知道', '可以吗', '要多少钱', '什么意思'])('%s is neither', (text) => {
    expect(read('yes-no', text)).toEqual([])
  })

  test('without being asked, only the label tells', () => {
    const context = { ...TODAY, labels: ['是否有社保'] }
    expect(read('yes-no', '我没有社保，住思明', context)).toEqual(['false'])
    expect(read('yes-no', '有社保的', context)).toEqual(['true'])
    expect(read('yes-no', '是的', context)).toEqual([])
    expect(read('yes-no', '社保怎么交？', context)).toEqual([])
  })
})

describe('free words', () => {
  test('are read after the label or as the answer, never from a question', () => {
    expect(read('text', '备注：下午送件', { ...TODAY, labels: ['备注'] })).toEqual(['下午送件'])
    expect(read('text', '下午联系我')).toEqual(['下午联系我'])
    expect(read('text', '要带什么？')).toEqual([])
    expect(read('text', '下午联系我', TODAY)).toEqual([])
  })
})

test('what an element shows, it reads as the same value', () => {
  for (const [id, value] of [
    ['date', '2025-03-01'],
    ['address', '思明区|莲前街道|洪莲中路12号'],
    ['money', '2800'],
    ['yes-no', 'false'],
  ] as const) {
    expect(read(id, elements[id].show(value, TODAY))).toEqual([value])
  }
})
