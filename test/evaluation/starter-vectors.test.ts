import { describe, expect, test } from 'vitest'
import { Fact, matchFact } from '../../src/evaluation/index.ts'
import { readQuantities } from '../../src/language/index.ts'

type Expected = NonNullable<Fact['quantity']>
type Row = readonly [quantity: Partial<Expected> & Pick<Expected, 'kind' | 'value'>, texts: readonly string[]]

const STATED: readonly Row[] = [
  [{ kind: 'money', value: 20 }, ['工本费20元', '工本费二十元', '收费 ２０ 元/证', '收费¥20.00', '贰拾元整', '20块钱']],
  [{ kind: 'money', value: 0 }, ['免费办理', '不收取任何费用']],
  [{ kind: 'money', value: 12_000 }, ['一万二千元', '一万二元', '1.2万元', '12,000元']],
  [{ kind: 'money', value: 2005 }, ['两千零五元']],
  [{ kind: 'money', value: 20.5 }, ['20元5角']],
  [{ kind: 'duration', value: 10, unit: 'workday', op: '<=' }, ['10个工作日内办结', '十个工作日内', '10 个工作日内']],
  [{ kind: 'duration', value: 10, unit: 'workday' }, ['十个工作日', '10 个工作日']],
  [{ kind: 'duration', value: 10, unit: 'day', op: '<=' }, ['自受理之日起10日内']],
  [{ kind: 'duration', value: 240, unit: 'month' }, ['有效期20年', '有效期二十年']],
  [{ kind: 'duration', value: 18, unit: 'month' }, ['一年半', '18个月']],
  [{ kind: 'duration', value: 6, unit: 'month' }, ['半年']],
  [{ kind: 'duration', value: 2.5, unit: 'hour' }, ['两个半小时']],
  [{ kind: 'age', value: 16, op: '>=' }, ['年满16周岁', '十六周岁以上']],
  [{ kind: 'age', value: 16, op: '<' }, ['未满十六岁', '不满十六周岁']],
  [{ kind: 'age', value: [18, 46], op: '[)' }, ['满十八周岁不满四十六周岁']],
  [{ kind: 'date', value: '2025-03-01' }, ['2025年3月1日起', '二〇二五年三月一日', '2025-03-01', '2025/3/1']],
  [{ kind: 'percent', value: 20 }, ['百分之二十', '20%']],
  [{ kind: 'percent', value: 66.67 }, ['三分之二']],
  [{ kind: 'count', value: 2, unit: '份' }, ['一式两份']],
  [{ kind: 'area', value: 144 }, ['144平']],
  [{ kind: 'length', value: 2, unit: 'inch' }, ['2寸照片两张']],
  [{ kind: 'count', value: 2, unit: '张' }, ['2寸照片两张']],
]

const NOT_STATED: readonly Row[] = [
  [
    { kind: 'money', value: 20 },
    ['收费120元', '收费200元', '有效期20年', '20个工作日', '第20条', '请拨打12345', '收不收费'],
  ],
  [{ kind: 'money', value: 0 }, ['收不收费', '是否免费要看情况']],
  [{ kind: 'money', value: 2 }, ['2万元']],
  [{ kind: 'age', value: 18 }, ['身份证号18位']],
  [{ kind: 'age', value: 16 }, ['16日前提交', '2016年起', '116周岁']],
  [{ kind: 'count', value: 10, unit: '份' }, ['100份']],
  [{ kind: 'duration', value: 10, unit: 'workday' }, ['10日内']],
  [{ kind: 'date', value: '2025-03-01', op: '>=' }, ['不晚于2025年3月1日', '不迟于2025年3月1日']],
]

const NO_QUANTITY = ['万一丢失', '统一办理', '一般情况下', '二手房过户', '五一期间', '三角形']

const verdict = (quantity: Row[0], text: string): string =>
  matchFact(text, Fact.parse({ id: 'fact', quantity })).verdict

describe('an answer is understood in every way it can write a quantity', () => {
  for (const [quantity, texts] of STATED)
    for (const text of texts)
      test(`${text} states ${quantity.kind} ${String(quantity.value)}`, () =>
        expect(verdict(quantity, text)).toBe('holds'))
})

describe('a citizen is not told that a look-alike is the fact', () => {
  for (const [quantity, texts] of NOT_STATED)
    for (const text of texts)
      test(`${text} does not state ${quantity.kind} ${String(quantity.value)}`, () =>
        expect(verdict(quantity, text)).not.toBe('holds'))
})

describe('words that only contain numerals state nothing', () => {
  for (const text of NO_QUANTITY) test(text, () => expect(readQuantities(text)).toEqual([]))
  test('第二十条规定 names an article and measures nothing', () =>
    expect(readQuantities('第二十条规定').filter(({ kind }) => kind !== 'article')).toEqual([]))
})

test('the fees of two matters in one answer are not taken for one another', () => {
  const fact = Fact.parse({ id: 'fee', about: ['补领'], quantity: { kind: 'money', value: 40 } })
  expect(matchFact('补领40元，换领20元。', fact).verdict).toBe('holds')
  expect(matchFact('补领20元，换领40元。', fact).verdict).toBe('contradicts')
  expect(matchFact('| 事项 | 费用 |\n|---|---|\n| 换领 | 20元 |\n| 补领 | 40元 |', fact).verdict).toBe('holds')
  expect(matchFact('补领20元或40元。', fact).verdict).toBe('contradicts')
})

test('the negation of a negation is read for what it means', () => {
  const fact = Fact.parse({ id: 'book', about: ['户口簿'], polarity: 'required' })
  expect(matchFact('不带户口簿不能办理。', fact).verdict).toBe('holds')
  expect(matchFact('并非不需要户口簿。', fact).verdict).toBe('holds')
  expect(matchFact('户口簿不用带。', fact).verdict).toBe('contradicts')
})
