import { describe, expect, test } from 'vitest'
import { readQuantities } from '../../../src/language/index.ts'

/** `kind comparator value[..max] unit` of every quantity, for short tables. */
function said(text: string): string[] {
  return readQuantities(text).map(
    ({ kind, comparator, value, max, unit }) =>
      `${kind} ${comparator} ${value}${max === undefined ? '' : `..${max}`} ${unit}`,
  )
}

describe('amounts', () => {
  test.each([
    ['工本费20元', 20],
    ['工本费二十元', 20],
    ['收费 ２０ 元/证', 20],
    ['收费¥20.00', 20],
    ['贰拾元整', 20],
    ['20块钱', 20],
    ['一块钱', 1],
    ['补領20塊', 20],
    ['免费办理', 0],
    ['免費辦理', 0],
    ['不收取任何费用', 0],
    ['不收费', 0],
    ['免收工本费', 0],
    ['无需缴费', 0],
    ['一万二千元', 12_000],
    ['一万二元', 12_000],
    ['1.2万元', 12_000],
    ['12,000元', 12_000],
    ['2万元', 20_000],
    ['两千零五元', 2005],
    ['20元5角', 20.5],
    ['20块5', 20.5],
    ['5毛', 0.5],
    ['收费120元', 120],
    ['0元', 0],
    ['40 yuan', 40],
    ['CNY 40', 40],
    ['free of charge', 0],
  ])('%s is %d yuan', (text, value) => {
    expect(said(text)).toEqual([`money = ${value} CNY`])
  })

  test.each([
    '不免费',
    '并非免费',
    '三角形',
    '减免政策',
    '两块地皮',
    '三角地带',
    '这两块烂尾楼',
    '我们一块去',
    '元旦期间',
  ])('%s states no amount', (text) => {
    expect(said(text)).toEqual([])
  })
})

describe('durations', () => {
  test.each([
    ['10个工作日内办结', 'duration <= 10 working-day'],
    ['十个工作日', 'duration = 10 working-day'],
    ['10 个工作日', 'duration = 10 working-day'],
    ['15个自然日', 'duration = 15 day'],
    ['自受理之日起10日内', 'duration <= 10 day'],
    ['有效期20年', 'duration = 20 year'],
    ['有效期二十年', 'duration = 20 year'],
    ['一年半', 'duration = 1.5 year'],
    ['18个月', 'duration = 18 month'],
    ['一个半月', 'duration = 1.5 month'],
    ['半年', 'duration = 0.5 year'],
    ['两个半小时', 'duration = 2.5 hour'],
    ['24小时内', 'duration <= 24 hour'],
    ['30分钟', 'duration = 30 minute'],
    ['两周', 'duration = 2 week'],
    ['一年以内', 'duration <= 1 year'],
    ['三年以下', 'duration <= 3 year'],
    ['满6个月', 'duration >= 6 month'],
    ['20多天', 'duration > 20 day'],
    ['15–30日', 'duration range 15..30 day'],
    ['15至30个工作日', 'duration range 15..30 working-day'],
    ['两三天', 'duration range 2..3 day'],
    ['提前30日', 'duration = 30 day'],
    ['有效期届满30日前申请', 'duration = 30 day'],
    ['15 working days', 'duration = 15 working-day'],
    ['within 5 years', 'duration <= 5 year'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected])
  })

  test.each(['十几天', '几个月', '上半年', '周一', '小学三年级', '年检', '一天津人'])('%s counts no time', (text) => {
    expect(said(text)).toEqual([])
  })
})

describe('ages', () => {
  test.each([
    ['年满16周岁', '>= 16'],
    ['十六周岁以上', '>= 16'],
    ['未满十六岁', '< 16'],
    ['不满十六周岁', '< 16'],
    ['超过70周岁', '> 70'],
    ['12周岁以下', '<= 12'],
    ['116周岁', '= 116'],
    ['满十八周岁不满四十六周岁', 'range 18..46'],
    ['满18不满46周岁', 'range 18..46'],
    ['16周岁以上未满18周岁', 'range 16..18'],
    ['18周岁至45周岁', 'range 18..45'],
    ['aged 16 or above', '>= 16'],
    ['18 years old', '= 18'],
  ])('%s is %s', (text, expected) => {
    expect(said(text)).toEqual([`age ${expected} year-of-age`])
  })
})

describe('dates', () => {
  test.each([
    ['2025年3月1日起', 'date >= 2025-03-01 date'],
    ['二〇二五年三月一日', 'date = 2025-03-01 date'],
    ['2025-03-01', 'date = 2025-03-01 date'],
    ['2025/3/1', 'date = 2025-03-01 date'],
    ['2025年3月', 'date = 2025-03 date'],
    ['2016年起', 'date >= 2016 date'],
    ['72年5月', 'date = 1972-05 date'],
    ['3月15日前', 'date <= --03-15 date'],
    ['16日前提交', 'day-of-month <= 16 day'],
    ['每月15日', 'day-of-month = 15 day'],
    ['每月1日至15日', 'day-of-month range 1..15 day'],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual([expected])
  })
})

describe('counts, shares, sizes and numbers of things', () => {
  test.each([
    ['一式两份', ['count = 2 份']],
    ['100份', ['count = 100 份']],
    ['2寸照片两张', ['length = 2 inch', 'count = 2 张']],
    ['身份证号18位', ['count = 18 位']],
    ['144平', ['area = 144 m2']],
    ['90平方米以下', ['area <= 90 m2']],
    ['90㎡', ['area = 90 m2']],
    ['百分之二十', ['percent = 20 percent']],
    ['20%', ['percent = 20 percent']],
    ['万分之五', ['percent = 0.05 percent']],
    ['千分之三', ['percent = 0.3 percent']],
    ['打三针', ['count = 3 针']],
    ['一人以上', ['count >= 1 人']],
    ['最多跑一次', ['count <= 1 次']],
    ['最低缴费年限仍为15年', ['duration = 15 year']],
    ['三分之二', ['percent = 66.67 percent']],
    ['打五折', ['percent = 50 percent']],
    ['八五折', ['percent = 85 percent']],
    ['请拨打12345', ['phone = 12345 phone']],
    ['拨打110报警', ['phone = 110 phone']],
    ['电话0592-5051234', ['phone = 05925051234 phone']],
    ['13800138000', ['phone = 13800138000 phone']],
    ['第20条', ['article = 20 article']],
    ['第二十条规定', ['article = 20 article']],
    ['第一千零七十七条第二款', ['article = 1077 article']],
    ['60岁2个月', ['age = 60 year-of-age', 'duration = 2 month']],
  ])('%s', (text, expected) => {
    expect(said(text)).toEqual(expected)
  })

  test.each([
    '万一丢失',
    '统一办理',
    '一般情况下',
    '二手房过户',
    '五一期间',
    '一次性告知',
    '跑一次',
    '针对三类情形',
    '高效办成一件事',
    '第二代身份证',
    'A4纸',
    '350203199001010018',
    '千万不要',
    '百分百放心',
    '三明市',
  ])('%s states no quantity', (text) => {
    expect(said(text)).toEqual([])
  })
})

test('gives the words and their place in the text as it was written', () => {
  const [quantity] = readQuantities('補領要收 ２０ 塊錢')
  expect(quantity).toMatchObject({ text: '２０ 塊錢', start: 5, end: 10 })
})

test('reads a sentence with many facts in order', () => {
  expect(said('年满16周岁的，自受理之日起10个工作日内办结，工本费20元，有效期20年，依据第九条，请拨打12345')).toEqual([
    'age >= 16 year-of-age',
    'duration <= 10 working-day',
    'money = 20 CNY',
    'duration = 20 year',
    'article = 9 article',
    'phone = 12345 phone',
  ])
})
