import { endOfNumeralRun, readNumeral, startsNumeral, type Numeral } from '../numeral.ts'
import type { Quantity } from '../quantity.ts'
import { foldCharacters } from '../script.ts'
import { readComparator } from './comparator.ts'
import { mergeRanges } from './merge-ranges.ts'
import { dateQuantity, readWrittenDate } from './read-date.ts'
import { readOrdinal, readPhone } from './read-identifier.ts'
import { readAmount, readFree, readSignedAmount } from './read-money.ts'
import { matchUnit, skipSpaces } from './units.ts'

type Found = { readonly quantity?: Quantity; readonly end: number }

/**
 * Every measured thing a text states, in order of place: amounts, durations, ages, dates, counts, percentages, phone
 * and article numbers. A number counts only with its unit, so 万一, 统一 and 五一 say nothing; a bare 19xx/20xx年 is a
 * date. Offsets are UTF-16 offsets of the given text. Runs in time linear in the text.
 */
export function readQuantities(text: string): Quantity[] {
  const folded = foldCharacters(text)
  const found: Quantity[] = []
  let at = 0
  while (at < folded.length) {
    const reading = readAt(folded, at)
    if (reading?.quantity !== undefined) found.push(reading.quantity)
    at = Math.max(at + 1, reading?.end ?? 0)
  }
  return mergeRanges(found, folded).map((quantity) => ({ ...quantity, text: text.slice(quantity.start, quantity.end) }))
}

function readAt(text: string, at: number): Found | undefined {
  const character = text.charAt(at)
  if (startsNumeral(character)) return readNumber(text, at)
  switch (character) {
    case '第':
      return readArticle(text, at)
    case '¥':
    case 'R':
    case 'r':
    case 'C':
    case 'c':
    case '人':
      return readSigned(text, at)
    case '免':
    case '不':
    case '无':
    case 'f':
    case 'F':
    case 'n':
    case 'N':
      return readNothingCharged(text, at)
    case '半':
      return readHalf(text, at)
    case '(':
      return readPhoneAt(text, at)
    case 'a':
    case 'A':
      return readAged(text, at)
    default:
      return undefined
  }
}

function complete(text: string, quantity: Omit<Quantity, 'comparator'>, loose?: Quantity['comparator']): Found {
  const isDate = quantity.kind === 'date' || quantity.kind === 'day-of-month'
  const read = readComparator(text, quantity.start, quantity.end, isDate)
  return {
    quantity: { ...quantity, comparator: read === '=' && loose !== undefined ? loose : read },
    end: quantity.end,
  }
}

function readArticle(text: string, at: number): Found | undefined {
  const ordinal = readOrdinal(text, at)
  if (ordinal === undefined) return undefined
  return ordinal.article === undefined
    ? { end: ordinal.end }
    : { quantity: { ...ordinal.article, comparator: '=' }, end: ordinal.end }
}

function readSigned(text: string, at: number): Found | undefined {
  const amount = readSignedAmount(text, at)
  return amount === undefined ? undefined : complete(text, money(text, at, amount.value, amount.end))
}

function readNothingCharged(text: string, at: number): Found | undefined {
  if (text.charAt(at) === '零' && !text.startsWith('零费用', at) && !text.startsWith('零收费', at)) return undefined
  const end = readFree(text, at)
  return end === undefined ? undefined : { quantity: { ...money(text, at, 0, end), comparator: '=' }, end }
}

function money(text: string, start: number, value: number, end: number): Omit<Quantity, 'comparator'> {
  return { kind: 'money', value, unit: 'CNY', text: text.slice(start, end), start, end }
}

const HALF = /半个?(年|月|小时|钟头|天|日)(?!级|刊)/y
const HALF_UNITS: Readonly<Record<string, string>> = {
  年: 'year',
  月: 'month',
  小时: 'hour',
  钟头: 'hour',
  天: 'day',
  日: 'day',
}

function readHalf(text: string, at: number): Found | undefined {
  HALF.lastIndex = at
  const found = HALF.exec(text)
  const unit = HALF_UNITS[found?.[1] ?? '']
  if (unit === undefined || /[上下前后大小]/.test(text.charAt(at - 1))) return undefined
  const end = HALF.lastIndex
  return complete(text, { kind: 'duration', value: 0.5, unit, text: text.slice(at, end), start: at, end })
}

const AGED = /aged? (?:at least |over |under )?(?=\d)/iy

function readAged(text: string, at: number): Found | undefined {
  AGED.lastIndex = at
  if (!AGED.test(text)) return undefined
  const start = AGED.lastIndex
  const numeral = readNumeral(text, start)
  if (numeral === undefined || matchUnit(text, numeral.end, false) !== undefined) return undefined
  return complete(text, {
    kind: 'age',
    value: numeral.value,
    unit: 'year-of-age',
    text: text.slice(start, numeral.end),
    start,
    end: numeral.end,
  })
}

function readPhoneAt(text: string, at: number): Found | undefined {
  const phone = readPhone(text, at)
  return phone === undefined ? undefined : { quantity: { ...phone, comparator: '=' }, end: phone.end }
}

function readNumber(text: string, at: number): Found | undefined {
  if (/[A-Za-z_]/.test(text.charAt(at - 1)) && /\d/.test(text.charAt(at))) return { end: endOfCode(text, at) }
  if (text.startsWith('百分之', at)) return readPercentage(text, at)
  const free = text.charAt(at) === '零' ? readNothingCharged(text, at) : undefined
  if (free !== undefined) return free
  const date = readWrittenDate(text, at)
  if (date !== undefined) return complete(text, dateQuantity(text, at, date))
  const phone = readPhoneAt(text, at)
  const numeral = readNumeral(text, at)
  if (numeral === undefined) return phone ?? { end: endOfNumeralRun(text, at) }
  return (
    readMeasured(text, at, numeral) ??
    phone ?? { end: endOfCode(text, Math.max(numeral.end, endOfNumeralRun(text, at))) }
  )
}

/** Skips letters and digits glued to a number: they are one identifier (350203199X, 4K). */
function endOfCode(text: string, start: number): number {
  let end = start
  while (end < text.length && /[\dA-Za-z_]/.test(text.charAt(end))) end += 1
  return end
}

const FRACTION = /\s?分之/y

function readMeasured(text: string, at: number, numeral: Numeral): Found | undefined {
  if (/[几数]/.test(text.charAt(at - 1))) return undefined
  const amount = readAmount(text, at, numeral)
  if (amount !== undefined) return complete(text, money(text, at, amount.value, amount.end))
  FRACTION.lastIndex = numeral.end
  if (FRACTION.test(text)) return readFraction(text, at, numeral.value, FRACTION.lastIndex)
  const more = /[多余]/.test(text.charAt(numeral.end)) ? 1 : 0
  if (more === 1) {
    const tail = readAmount(text, at, { ...numeral, end: numeral.end + 1 })
    if (tail !== undefined) return complete(text, money(text, at, tail.value, tail.end), '>')
  }
  const unit = matchUnit(text, numeral.end + more, numeral.han && numeral.value === 1)
  if (unit === undefined) return readOpenRange(text, at, numeral)
  const end = unit.end
  const words = text.slice(at, end)
  if (unit.kind === 'percent' && unit.scale === 10)
    return complete(text, { kind: 'percent', value: discount(numeral), unit: 'percent', text: words, start: at, end })
  if (isDayOfMonth(text, at, end, unit.unit, numeral.value)) {
    return complete(text, { kind: 'day-of-month', value: numeral.value, unit: 'day', text: words, start: at, end })
  }
  const base = { kind: unit.kind, unit: unit.unit, text: words, start: at, end }
  if (numeral.spelled > 0) {
    const [low = 0, high = 0] = String(numeral.value).split('').map(Number)
    return numeral.spelled === 2 && high === low + 1
      ? { quantity: { ...base, value: low, max: high, comparator: 'range' }, end }
      : { end }
  }
  return complete(text, { ...base, value: numeral.value * unit.scale + unit.add }, more === 1 ? '>' : undefined)
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
      quantity: { ...money(text, at, low.value, amount.end), max: amount.value, comparator: 'range' },
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

function readPercentage(text: string, at: number): Found {
  const start = skipSpaces(text, at + 3)
  if (text.charAt(start) === '百') return complete(text, percent(text, at, 100, start + 1))
  const numeral = readNumeral(text, start)
  return numeral === undefined || numeral.spelled > 0
    ? { end: start }
    : complete(text, percent(text, at, numeral.value, numeral.end))
}

function readFraction(text: string, at: number, denominator: number, start: number): Found | undefined {
  const numerator = readNumeral(text, skipSpaces(text, start))
  if (numerator === undefined || denominator === 0) return undefined
  return complete(text, percent(text, at, Math.round((numerator.value / denominator) * 10_000) / 100, numerator.end))
}

function percent(text: string, start: number, value: number, end: number): Omit<Quantity, 'comparator'> {
  return { kind: 'percent', value, unit: 'percent', text: text.slice(start, end), start, end }
}
