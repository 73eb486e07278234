import type { ExpectedQuantity, Fact } from '../fact-matcher/fact.ts'

/** The same thing said in the two languages of a report. */
export type Both = { readonly zh: string; readonly en: string }

const OPERATORS: Readonly<Record<ExpectedQuantity['op'], Both>> = {
  '=': { zh: '', en: '' },
  '>=': { zh: '不少于', en: 'at least ' },
  '>': { zh: '超过', en: 'more than ' },
  '<=': { zh: '不超过', en: 'at most ' },
  '<': { zh: '不到', en: 'less than ' },
  '[)': { zh: '', en: '' },
  '[]': { zh: '', en: '' },
}
const UNITS: Readonly<Record<string, Both>> = {
  CNY: { zh: '元', en: ' yuan' },
  workday: { zh: '个工作日', en: ' working days' },
  day: { zh: '日', en: ' days' },
  week: { zh: '周', en: ' weeks' },
  month: { zh: '个月', en: ' months' },
  year: { zh: '年', en: ' years' },
  hour: { zh: '小时', en: ' hours' },
  minute: { zh: '分钟', en: ' minutes' },
  inch: { zh: '寸', en: ' inches' },
  m: { zh: '米', en: ' m' },
  m2: { zh: '平方米', en: ' m²' },
}
/** What stands behind a number that names no unit of its own. */
const KINDS: Readonly<Partial<Record<ExpectedQuantity['kind'], Both>>> = {
  money: { zh: '元', en: ' yuan' },
  age: { zh: '周岁', en: ' years of age' },
  percent: { zh: '%', en: ' %' },
}
const POLARITIES: Readonly<Record<NonNullable<Fact['polarity']>, Both>> = {
  required: { zh: '要', en: 'is required' },
  not_required: { zh: '不用', en: 'is not required' },
  allowed: { zh: '可以', en: 'is allowed' },
  forbidden: { zh: '不可以', en: 'is not allowed' },
}

/** What a fact says, as staff read it: 期满换领应为20元. The words of a guide stay Chinese. */
export function factWords({ about, quantity, polarity, any_of, list }: Fact): Both {
  const subject = about?.[0] ?? ''
  if (quantity !== undefined) {
    const { zh, en } = quantityWords(quantity)
    return { zh: `${subject}应为${zh}`, en: `${subject}${subject === '' ? '' : ': '}${en}` }
  }
  if (polarity !== undefined) {
    const { zh, en } = POLARITIES[polarity]
    return { zh: `${zh}${subject}`, en: `${subject} ${en}` }
  }
  const groups = (any_of ?? list ?? []).map((terms) => `“${terms.join(any_of === undefined ? '/' : '…')}”`)
  return any_of === undefined
    ? { zh: `列出${groups.join('、')}`, en: `lists ${groups.join(', ')}` }
    : { zh: `说到${groups.join('或者')}`, en: `says ${groups.join(' or ')}` }
}

function quantityWords({ kind, op, value, unit }: ExpectedQuantity): Both {
  const behind = (unit === undefined ? KINDS[kind] : UNITS[unit]) ?? {
    zh: unit ?? '',
    en: unit === undefined ? '' : ` ${unit}`,
  }
  if (kind === 'money' && value === 0 && op === '=') return { zh: '免费', en: 'free of charge' }
  if (Array.isArray(value)) {
    const [from, to] = value
    const open = op === '[)'
    return {
      zh: `${from}到${to}${behind.zh}${open ? `（不含${to}）` : ''}`,
      en: `${from} to ${to}${behind.en}${open ? ` (${to} excluded)` : ''}`,
    }
  }
  const { zh, en } = OPERATORS[op]
  return { zh: `${zh}${value}${behind.zh}`, en: `${en}${value}${behind.en}` }
}
