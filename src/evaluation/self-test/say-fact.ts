import type { ExpectedQuantity, Fact, Polarity } from '../fact-matcher/fact.ts'

const UNITS: Readonly<Record<string, string>> = {
  workday: '个工作日',
  day: '天',
  week: '周',
  month: '个月',
  year: '年',
  hour: '小时',
  minute: '分钟',
  CNY: '元',
  inch: '寸',
  m: '米',
  m2: '平方米',
}
const KIND_UNITS: Readonly<Partial<Record<ExpectedQuantity['kind'], string>>> = {
  money: '元',
  age: '周岁',
  percent: '%',
  area: '平方米',
}
/** Words that bound what follows. */
const BEFORE: Readonly<Partial<Record<ExpectedQuantity['op'], string>>> = { '<=': '不超过', '>': '超过', '<': '不满' }
const POLARITY: Readonly<Record<Polarity, (thing: string) => string>> = {
  required: (thing) => `必须有${thing}`,
  not_required: (thing) => `不需要${thing}`,
  allowed: (thing) => `可以${thing}`,
  forbidden: (thing) => `不得${thing}`,
}

/** A sentence that states a fact as a clerk would, without its full stop. Written from the fact alone, not from how it is matched. */
export function sayFact({ about, quantity, polarity, any_of, list }: Fact): string {
  const subject = about?.[0] ?? ''
  if (quantity !== undefined) return `${subject}${subject === '' ? '' : '：'}${sayQuantity(quantity)}`
  if (polarity !== undefined) return POLARITY[polarity](subject)
  if (any_of !== undefined) return (any_of[0] ?? []).join('、')
  return `要带${(list ?? []).map(([first]) => first).join('、')}`
}

/** A quantity with its unit and bound in words: `不超过10个工作日`. */
export function sayQuantity({ kind, op, value, unit }: ExpectedQuantity): string {
  const words = unit === undefined ? (KIND_UNITS[kind] ?? '') : (UNITS[unit] ?? unit)
  if (typeof value === 'string') return kind === 'date' ? sayDate(value, op) : `电话${value}`
  if (typeof value !== 'number') {
    const [low, high] = value
    if (kind === 'age') return `年满${low}周岁${op === '[)' ? `不满${high}周岁` : `至${high}周岁`}`
    return op === '[)' ? `${low}${words}以上不满${high}${words}` : `${low}至${high}${words}`
  }
  if (kind === 'money' && value === 0) return '免费'
  if (op === '>=') return kind === 'age' ? `年满${value}${words}` : `${value}${words}以上`
  return `${BEFORE[op] ?? ''}${value}${words}`
}

function sayDate(value: string, op: ExpectedQuantity['op']): string {
  const [year, month, day] = value.split('-').map(Number)
  const date = `${year}年${month === undefined ? '' : `${month}月`}${day === undefined ? '' : `${day}日`}`
  if (op === '>=') return `${date}起`
  return op === '<=' ? `不晚于${date}` : date
}
