import { readNumeral, type Numeral } from '../numeral.ts'
import { boundWordAt } from './bound-words.ts'
import { complete, moneyQuantity, type Found, type Unbounded } from './found.ts'
import { readAmount } from './read-money.ts'
import { matchUnit, skipSpaces } from './units.ts'

const FRACTION = /\s?分之/y

/** A number with its unit, as an amount, a fraction, a duration, an age, a count …; undefined when no unit follows. */
export function readMeasured(text: string, at: number, numeral: Numeral): Found | undefined {
  if (/[几数]/.test(text.charAt(at - 1))) return undefined
  const amount = readAmount(text, at, numeral)
  if (amount !== undefined) return complete(text, moneyQuantity(text, at, amount.value, amount.end))
  const slashed = readSlashed(text, at, numeral)
  if (slashed !== undefined) return slashed
  FRACTION.lastIndex = numeral.end
  if (FRACTION.test(text)) return readFraction(text, at, numeral.value, FRACTION.lastIndex)
  const more = /[多余]/.test(text.charAt(numeral.end)) ? 1 : 0
  if (more === 1) {
    const tail = readAmount(text, at, { ...numeral, end: numeral.end + 1 })
    if (tail !== undefined) return complete(text, moneyQuantity(text, at, tail.value, tail.end), '>')
  }
  const tenths = readTenths(text, at, numeral)
  if (tenths !== undefined) return tenths
  const unit = matchUnit(text, numeral.end + more, isLoneOne(text, at, numeral))
  if (unit === undefined) return readOpenRange(text, at, numeral)
  const end = unit.end
  const words = text.slice(at, end)
  const isMore = more === 1 || /个[多余]/.test(words)
  if (unit.kind === 'percent' && unit.scale === 10)
    return complete(text, { kind: 'percent', value: discount(numeral), unit: 'percent', text: words, start: at, end })
  if (isDayOfMonth(text, at, end, unit.unit, numeral.value)) {
    return complete(text, { kind: 'day-of-month', value: numeral.value, unit: 'day', text: words, start: at, end })
  }
  const base = { kind: unit.kind, unit: unit.unit, text: words, start: at, end }
  // 两年零三个月: the 零 only joins.
  const joined = unit.unit === 'month' && text.charAt(at) === '零' && numeral.spelled === 2
  if (numeral.spelled > 0 && !joined) {
    const [low = 0, high = 0] = String(numeral.value).split('').map(Number)
    return numeral.spelled === 2 && high === low + 1
      ? { quantity: { ...base, value: low, max: high, comparator: 'range' }, end }
      : { end }
  }
  return complete(text, { ...base, value: numeral.value * unit.scale + unit.add }, isMore ? '>' : undefined)
}

/** 一次 counts nothing; 最多一次 does. */
function isLoneOne(text: string, at: number, { han, value }: Numeral): boolean {
  return han && value === 1 && (boundWordAt(text, at) ?? '=') === '='
}

/** 2/3以上 is a share; 3/8 and 2025/3/1 may be dates. */
const SLASHED = /\/(\d{1,2})(?=(?:及?以[上下]|以内|多数|的(?:业主|股东|成员|人)))/y

function readSlashed(text: string, at: number, numeral: Numeral): Found | undefined {
  SLASHED.lastIndex = numeral.end
  const denominator = Number(SLASHED.exec(text)?.[1] ?? 0)
  if (numeral.han || denominator <= numeral.value) return undefined
  const end = numeral.end + 1 + String(denominator).length
  return complete(text, percent(text, at, Math.round((numeral.value / denominator) * 10_000) / 100, end))
}

const TENTHS = /成(?![为立年功员本绩人果长都交品熟新语型套分败像不会是])(?:([一二三四五六七八九])|(半))?/y

/** 七成 is 70 %, 七成五 and 七成半 are 75 %. */
function readTenths(text: string, at: number, { value, end, spelled }: Numeral): Found | undefined {
  TENTHS.lastIndex = end
  const found = value >= 1 && value <= 10 && Number.isInteger(value) && spelled === 0 ? TENTHS.exec(text) : null
  if (found === null) return undefined
  const more = found[2] === undefined ? (readNumeral(found[1] ?? '', 0)?.value ?? 0) : 5
  return complete(text, percent(text, at, value * 10 + more, end + found[0].length))
}

/** 八五折 is 85 %, 5折 is 50 %. */
function discount(numeral: Numeral): number {
  return numeral.value >= 10 ? numeral.value : numeral.value * 10
}

/** 每月15日 and 15日前 name a day of the month; 届满30日前 and 提前15日 count days. */
function isDayOfMonth(text: string, start: number, end: number, unit: string, value: number): boolean {
  if (unit !== 'day' || text.charAt(end - 1) !== '日' || value > 31 || value < 1) return false
  const before = text.slice(Math.max(0, start - 6), start)
  if (/月的?\s?$/.test(before)) return true
  if (/[满期起止前]\s?$/.test(before) || /提前|期满|届满/.test(before)) return false
  return /^(?:以前|之前|前)/.test(text.slice(end, end + 2))
}

const RANGE = /\s?(?:-|–|—|~|～|至|到|[,、，]?(?:不满|未满|不足))\s?/y

/** 15至30日, 满18不满46周岁: the first number shares the unit of the second. */
function readOpenRange(text: string, at: number, low: Numeral): Found | undefined {
  RANGE.lastIndex = low.end
  if (!RANGE.test(text)) return undefined
  const highStart = RANGE.lastIndex
  const high = readNumeral(text, highStart)
  if (high === undefined || low.spelled > 0 || high.spelled > 0 || high.value <= low.value) return undefined
  const amount = readAmount(text, highStart, high)
  if (amount !== undefined)
    return {
      quantity: { ...moneyQuantity(text, at, low.value, amount.end), max: amount.value, comparator: 'range' },
      end: amount.end,
    }
  const unit = matchUnit(text, high.end, false)
  if (unit === undefined || (unit.unit === 'year' && low.value >= 1900)) return undefined
  const day = isDayOfMonth(text, at, unit.end, unit.unit, high.value)
  return {
    quantity: {
      kind: day ? 'day-of-month' : unit.kind,
      value: low.value * unit.scale,
      max: high.value * unit.scale + unit.add,
      unit: unit.unit,
      comparator: 'range',
      text: text.slice(at, unit.end),
      start: at,
      end: unit.end,
    },
    end: unit.end,
  }
}

/** How many of a hundred one part is. */
const PARTS: Readonly<Record<string, number>> = { 百: 1, 千: 10, 万: 100 }

/** Whether 百分之, 千分之 or 万分之 stands at a place. */
export function startsPercentage(text: string, at: number): boolean {
  return PARTS[text.charAt(at)] !== undefined && text.startsWith('分之', at + 1)
}

/** 百分之二十 and 万分之五, read where they begin. */
export function readPercentage(text: string, at: number): Found {
  const start = skipSpaces(text, at + 3)
  if (text.charAt(start) === '百') return complete(text, percent(text, at, 100, start + 1))
  const numeral = readNumeral(text, start)
  return numeral === undefined || numeral.spelled > 0
    ? { end: start }
    : complete(text, percent(text, at, numeral.value / (PARTS[text.charAt(at)] ?? 1), numeral.end))
}

function readFraction(text: string, at: number, denominator: number, start: number): Found | undefined {
  const numerator = readNumeral(text, skipSpaces(text, start))
  if (numerator === undefined || denominator === 0) return undefined
  return complete(text, percent(text, at, Math.round((numerator.value / denominator) * 10_000) / 100, numerator.end))
}

function percent(text: string, start: number, value: number, end: number): Unbounded {
  return { kind: 'percent', value, unit: 'percent', text: text.slice(start, end), start, end }
}
