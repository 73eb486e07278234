import { endOfNumeralRun, readNumeral, startsNumeral } from '../numeral.ts'
import type { Quantity } from '../quantity.ts'
import { foldCharacters } from '../script.ts'
import { complete, moneyQuantity, type Found } from './found.ts'
import { joinYearsAndMonths } from './join-years-and-months.ts'
import { mergeRanges } from './merge-ranges.ts'
import { dateQuantity, readWrittenDate } from './read-date.ts'
import { readOrdinal, readPhone } from './read-identifier.ts'
import { readMeasured, readPercentage, startsPercentage } from './read-measured.ts'
import { readFree, readSignedAmount } from './read-money.ts'
import { matchUnit } from './units.ts'

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
  return mergeRanges(joinYearsAndMonths(found, folded), folded).map((quantity) => ({
    ...quantity,
    text: text.slice(quantity.start, quantity.end),
  }))
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
    case '毋':
    case '没':
    case '分':
    case '全':
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

function readArticle(text: string, at: number): Found | undefined {
  const ordinal = readOrdinal(text, at)
  if (ordinal === undefined) return undefined
  return ordinal.article === undefined
    ? { end: ordinal.end }
    : { quantity: { ...ordinal.article, comparator: '=' }, end: ordinal.end }
}

function readSigned(text: string, at: number): Found | undefined {
  const amount = readSignedAmount(text, at)
  return amount === undefined ? undefined : complete(text, moneyQuantity(text, at, amount.value, amount.end))
}

function readNothingCharged(text: string, at: number): Found | undefined {
  const end = readFree(text, at)
  return end === undefined ? undefined : { quantity: { ...moneyQuantity(text, at, 0, end), comparator: '=' }, end }
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
  if (startsPercentage(text, at)) return readPercentage(text, at)
  const free = /[零一01]/.test(text.charAt(at)) ? readNothingCharged(text, at) : undefined
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
