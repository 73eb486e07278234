import { addDays, addMonths, parseIsoDate, yearOfTwoDigits, type CalendarDate } from '../calendar-date.ts'
import { readNumeral, startsNumeral } from '../numeral.ts'
import { togetherDates, yearOf } from './dates-together.ts'
import { YEAR_WORDS } from './year-words.ts'
import { holidayAt } from './holidays.ts'
import { readWrittenDate } from '../quantities/read-date.ts'
import { dayInMonth, monthPart } from './month-part.ts'
import { skipSpaces } from '../quantities/units.ts'
import { weekdayAt } from './weekday.ts'
import { agoDate, halfAgo } from './ago-dates.ts'
import { readEnglishDate } from './english-date.ts'
import { dayOf, found, type Found, type FoundDate } from './found-date.ts'

/** Dates without a year may lie this many days ahead of today; later ones are taken for last year's. */
const AHEAD_DAYS = 92

const DAY_WORDS: ReadonlyMap<string, number> = new Map([
  ['大前天', -3],
  ['大后天', 3],
  ['今天', 0],
  ['今日', 0],
  ['今早', 0],
  ['今儿', 0],
  ['昨儿', -1],
  ['前儿', -2],
  ['明儿', 1],
  ['昨天', -1],
  ['昨日', -1],
  ['昨晚', -1],
  ['前天', -2],
  ['前日', -2],
  ['明天', 1],
  ['明日', 1],
  ['后天', 2],
])
const YEAR_WORD =
  /(大前年|前年|去年|上年|今年|本年|明年|后年|民国\s?(\d{1,3}|[一二三四五六七八九十百〇零]{1,5})\s?年)的?/y
const MONTH_WORD = /(上上个?月|上个?月|这个?月|本月|(?<![职婚生业期同证约])当月|下个?月)的?/y
/** 24/8/1, 11.16号. */
const SHORT = /(?<![\d./-])(\d{2})([./-])(0?[1-9]|1[0-2])\2(0?[1-9]|[12]\d|3[01])(?![\d./-])/y
const DOTTED = /(?<![\d./-])(0?[1-9]|1[0-2])[./](0?[1-9]|[12]\d|3[01])\s?[号日]/y
/** 11.18 without 号, which only the answer to a question for a day can be. */
const BARE_DOTTED = /(?<![\d./-])(0?[1-9]|1[0-2])[./](0?[1-9]|[12]\d|3[01])(?![\d./%万元块平米吨月年])/y
/** 一六年, 08年 before a day that goes by a name. */
const SHORT_YEAR = /([\d〇零一二三四五六七八九]{2})年/y
const COMPACT = /(?<!\d)((?:19|20)\d{2})(0[1-9]|1[0-2])(0[1-9]|[12]\d|3[01])(?!\d)/y

/**
 * Every date folded text states, absolute or relative to `today` (ISO): 去年3月, 上个月1号, 半年前, 昨天. A month alone is its
 * first day, 月底 its last. `asked`: a day was asked for, so that 11.18 and a holiday alone are days too.
 */
export function findDates(folded: string, today: string, asked = false): FoundDate[] {
  const now = parseIsoDate(today) ?? { year: 1970, month: 1, day: 1 }
  const found: FoundDate[] = []
  for (let at = 0; at < folded.length; at += 1) {
    const date = dateAt(folded, at, now) ?? (asked ? askedDate(folded, at, now) : undefined)
    if (date === undefined) {
      at = endOfRun(folded, at) - 1
      continue
    }
    found.push({ ...date, start: at })
    at = date.end - 1
  }
  return togetherDates(folded, found, now)
}

function askedDate(folded: string, at: number, now: CalendarDate): Found | undefined {
  BARE_DOTTED.lastIndex = at
  const [, month, day] = BARE_DOTTED.exec(folded) ?? []
  if (month !== undefined) return found(nearest(Number(month), Number(day), now), BARE_DOTTED.lastIndex)
  const named = holidayAt(folded, at, now.year)
  const date = named?.date === undefined ? undefined : parseIsoDate(named.date)
  return named === undefined || date === undefined ? undefined : found(nearest(date.month, date.day, now), named.end)
}

function dateAt(folded: string, at: number, now: CalendarDate): Found | undefined {
  const character = folded.charAt(at)
  if (startsNumeral(character)) {
    if (/[A-Za-z\d.]/.test(folded.charAt(at - 1))) return undefined
    return (
      compactDate(folded, at) ?? shortDate(folded, at, now) ?? agoDate(folded, at, now) ?? writtenDate(folded, at, now)
    )
  }
  if (/[a-z]/i.test(character))
    return /[A-Za-z\d]/.test(folded.charAt(at - 1))
      ? undefined
      : (agoDate(folded, at, now) ?? writtenDate(folded, at, now))
  if (character === '半') return halfAgo(folded, at, now)
  if (!/[大今昨前明后去上本这当下民]/.test(character)) return undefined
  for (const [word, days] of DAY_WORDS)
    if (folded.startsWith(word, at)) return found(addDays(now, days), at + word.length)
  return fromYearWord(folded, at, now) ?? fromMonthWord(folded, at, now) ?? weekdayAt(folded, at, now)
}

function compactDate(folded: string, at: number): Found | undefined {
  COMPACT.lastIndex = at
  const match = COMPACT.exec(folded)
  return match === null
    ? undefined
    : found({ year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }, COMPACT.lastIndex)
}

function shortDate(folded: string, at: number, now: CalendarDate): Found | undefined {
  SHORT.lastIndex = at
  const [, year, , month, day] = SHORT.exec(folded) ?? []
  if (year !== undefined) {
    const parts = { year: yearOfTwoDigits(Number(year)), month: Number(month), day: Number(day) }
    return found(parts, SHORT.lastIndex)
  }
  DOTTED.lastIndex = at
  const dotted = DOTTED.exec(folded)
  return dotted === null ? undefined : found(nearest(Number(dotted[1]), Number(dotted[2]), now), DOTTED.lastIndex)
}

/** 75年3月8日，民国的: the calendar, said after a day of two figures. */
const OF_THE_REPUBLIC = /^[\s，,（(]{0,3}(?:是|按|我说的是)?民国(?!\s?[\d一二三四五六七八九十])/u

function writtenDate(folded: string, at: number, now: CalendarDate): Found | undefined {
  const said = readEnglishDate(folded, at) ?? readWrittenDate(folded, at)
  const years = OF_THE_REPUBLIC.test(folded.slice(said?.end)) ? /^\d{2,3}(?=年)/.exec(folded.slice(at))?.[0] : undefined
  const written = said === undefined || years === undefined ? said : { ...said, year: Number(years) + 1911 }
  if (written === undefined) return holidayOfShortYear(folded, at)
  if (written.year === undefined && /[\d个]/.test(folded.charAt(at - 1))) return undefined
  if (written.month === undefined)
    return (
      holidayAt(folded, written.end, written.year ?? now.year) ?? { date: undefined, yearOnly: true, end: written.end }
    )
  const part = written.day === undefined ? dayInMonth(folded, written.end) : undefined
  const end = part?.end ?? written.end
  const monthOnly = written.day === undefined && (part === undefined || !part.exact)
  const date =
    written.year === undefined
      ? nearest(written.month, written.day ?? part?.day, now)
      : dayOf(written.year, written.month, written.day ?? part?.day)
  return { ...found(date, end), monthOnly }
}

function holidayOfShortYear(folded: string, at: number): Found | undefined {
  SHORT_YEAR.lastIndex = at
  const year = yearOf(SHORT_YEAR.exec(folded)?.[1] ?? '')
  return year === undefined ? undefined : holidayAt(folded, SHORT_YEAR.lastIndex, year)
}

/** The year that was not said: this one, or the last when the day would lie far ahead. */
function nearest(month: number, day: number | undefined, now: CalendarDate): CalendarDate {
  const thisYear = dayOf(now.year, month, day)
  const ahead = Date.UTC(thisYear.year, month - 1, thisYear.day) - Date.UTC(now.year, now.month - 1, now.day)
  if (ahead > AHEAD_DAYS * 86_400_000) return dayOf(now.year - 1, month, day)
  const next = dayOf(now.year + 1, month, day)
  const nextAhead = Date.UTC(next.year, month - 1, next.day) - Date.UTC(now.year, now.month - 1, now.day)
  return nextAhead <= AHEAD_DAYS * 86_400_000 && ahead < -240 * 86_400_000 ? next : thisYear
}

function fromYearWord(folded: string, at: number, now: CalendarDate): Found | undefined {
  YEAR_WORD.lastIndex = at
  const match = YEAR_WORD.exec(folded)
  if (match === null) return undefined
  const year =
    match[2] === undefined
      ? now.year + (YEAR_WORDS[match[1] ?? ''] ?? 0)
      : (readNumeral(match[2], 0)?.value ?? 0) + 1911
  const next = skipSpaces(folded, YEAR_WORD.lastIndex)
  if (/[底末]/.test(folded.charAt(next))) return found({ year, month: 12, day: 31 }, next + 1)
  const holiday = holidayAt(folded, next, year)
  if (holiday !== undefined) return holiday
  const rest = readWrittenDate(folded, next)
  if (rest?.month !== undefined && rest.year === undefined) {
    const part = rest.day === undefined ? dayInMonth(folded, rest.end) : undefined
    const date = dayOf(year, rest.month, rest.day ?? part?.day)
    return { ...found(date, part?.end ?? rest.end), monthOnly: rest.day === undefined && part?.exact !== true }
  }
  if (folded.startsWith('今天', next)) return found({ ...now, year }, next + 2)
  return { date: undefined, yearOnly: true, end: YEAR_WORD.lastIndex }
}

function fromMonthWord(folded: string, at: number, now: CalendarDate): Found | undefined {
  MONTH_WORD.lastIndex = at
  const word = MONTH_WORD.exec(folded)?.[1]
  if (word === undefined) return undefined
  const shift = word.startsWith('上上') ? -2 : word.startsWith('上') ? -1 : word.startsWith('下') ? 1 : 0
  const month = addMonths({ ...now, day: 1 }, shift)
  const next = skipSpaces(folded, MONTH_WORD.lastIndex)
  const day = readNumeral(folded, next)
  const dayEnd = day === undefined ? next : skipSpaces(folded, day.end)
  if (day !== undefined && /[日号]/.test(folded.charAt(dayEnd))) return found({ ...month, day: day.value }, dayEnd + 1)
  const part = monthPart(folded, next)
  return { ...found(dayOf(month.year, month.month, part?.day), part?.end ?? next), monthOnly: part?.exact !== true }
}

/** Past a run of digits and letters, or of Han numerals, that is no date: none is read out of its middle. */
function endOfRun(folded: string, at: number): number {
  const isCode = /[\dA-Za-z]/.test(folded.charAt(at))
  let end = at + 1
  if (isCode) while (/[\dA-Za-z]/.test(folded.charAt(end))) end += 1
  else if (startsNumeral(folded.charAt(at)))
    while (startsNumeral(folded.charAt(end)) && !/\d/.test(folded.charAt(end))) end += 1
  return end
}
