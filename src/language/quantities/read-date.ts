import { yearOfTwoDigits } from '../calendar-date.ts'
import { readNumeral, type Numeral } from '../numeral.ts'
import type { Quantity } from '../quantity.ts'
import { skipSpaces } from './units.ts'

/** A date as written, its parts absent where not said. */
export type WrittenDate = {
  readonly year: number | undefined
  readonly month: number | undefined
  readonly day: number | undefined
  readonly end: number
}

const SEPARATED = /((?:19|20)\d\d)\s?([-/.])\s?(\d{1,2})(?:\s?\2\s?(\d{1,2}))?(?![\d-])/y

/**
 * The date written at `start` of folded text: 2025年3月1日, 二〇二五年三月一日, 两千零二十五年三月一日, 2025-03-01, 2025/3/1, 2025-03, 72年5月,
 * 3月1日, 3月, a bare 19xx/20xx年. Whether the day exists is not judged here.
 */
export function readWrittenDate(text: string, start: number): WrittenDate | undefined {
  SEPARATED.lastIndex = start
  const separated = SEPARATED.exec(text)
  if (separated !== null) {
    const [, year = '', separator = '', month = '', day] = separated
    if (day !== undefined || (separator === '-' && Number(month) >= 1 && Number(month) <= 12)) {
      return {
        year: Number(year),
        month: Number(month),
        day: day === undefined ? undefined : Number(day),
        end: SEPARATED.lastIndex,
      }
    }
  }
  const first = readNumeral(text, start)
  if (first === undefined) return undefined
  const after = skipSpaces(text, first.end)
  if (text.charAt(after) === '年') return readFromYear(text, first, start, after + 1)
  if (text.charAt(after) === '月') return readFromMonth(text, first, undefined, after + 1)
  return undefined
}

function readFromYear(text: string, numeral: Numeral, start: number, next: number): WrittenDate | undefined {
  const written = numeral.end - start
  const full = isYear(numeral.value) && written === 4
  const short = written === 2 && numeral.value < 100 && (!numeral.han || numeral.spelled === 2)
  // 两千零二十四年三月 is a year; 两千年 by itself may be a span.
  const inWords = isYear(numeral.value) && numeral.han
  if (!full && !short && !inWords) return undefined
  const year = full || inWords ? numeral.value : yearOfTwoDigits(numeral.value)
  const monthStart = skipSpaces(text, text.charAt(next) === '的' ? next + 1 : next)
  const month = readNumeral(text, monthStart)
  const monthEnd = month === undefined ? -1 : skipSpaces(text, month.end)
  if (month !== undefined && text.charAt(monthEnd) === '月') return readFromMonth(text, month, year, monthEnd + 1)
  return full ? { year, month: undefined, day: undefined, end: next } : undefined
}

function readFromMonth(text: string, month: Numeral, year: number | undefined, next: number): WrittenDate | undefined {
  const exists = month.value >= 1 && month.value <= 12 && Number.isInteger(month.value)
  if (!exists && year === undefined) return undefined
  const day = readNumeral(text, skipSpaces(text, next))
  if (day !== undefined && Number.isInteger(day.value) && day.spelled === 0) {
    const dayEnd = skipSpaces(text, day.end)
    if (/[日号號]/.test(text.charAt(dayEnd))) return { year, month: month.value, day: day.value, end: dayEnd + 1 }
    // 25年9月15登记: a day needs no 日 at the end of a clause, or before a verb where the year was said.
    const rest = text.slice(day.end)
    const bare = /^\s?(?:$|[，,。；;！!？?生到起止])/.test(rest)
    const beforeVerb = year !== undefined && BEFORE_VERB.test(rest)
    if ((year !== undefined || !day.han) && (bare || beforeVerb) && day.value >= 1 && day.value <= 31)
      return { year, month: month.value, day: day.value, end: day.end }
  }
  return { year, month: month.value, day: undefined, end: next }
}

const BEFORE_VERB =
  /^\s?(?:登记|结婚|领证|办|签|入职|离职|报到|去世|过世|走的|搬|住|来|买|交|开|出|发|拿|领|做|生|那天|当天)/

function isYear(value: number): boolean {
  return Number.isInteger(value) && value >= 1900 && value < 2100
}

/** The date as a quantity; a date without year is written `--03-15` (ISO 8601 without century and year). */
export function dateQuantity(text: string, start: number, date: WrittenDate): Omit<Quantity, 'comparator'> {
  const parts = [
    date.year === undefined ? '-' : String(date.year),
    ...(date.month === undefined ? [] : [String(date.month).padStart(2, '0')]),
    ...(date.day === undefined ? [] : [String(date.day).padStart(2, '0')]),
  ]
  return { kind: 'date', value: parts.join('-'), unit: 'date', text: text.slice(start, date.end), start, end: date.end }
}
