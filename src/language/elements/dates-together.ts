import { addDays, isoDate, parseIsoDate, yearOfTwoDigits, type CalendarDate } from '../calendar-date.ts'
import { readNumeral } from '../numeral.ts'
import type { FoundDate } from './found-date.ts'
import { YEAR_WORDS } from './year-words.ts'

/** A day called roughly, which the next words may tell exactly: 国庆节，十月一号. */
const ROUGH = /(?:[底末初]|节|国庆|元旦|圣诞|五一|六一|七一|八一|十一)$/
const SAYS_YEAR = /年|\d{4}|^\d{2}[./-]\d{1,2}[./-]/
const YEAR_SAID = /(?:(\d{4}|\d{2}|[〇零一二三四五六七八九]{2,4})年|(前年|去年|今年|明年))(?!到[，,])[^。；;\d]{0,8}$/u
/** 零八年奥运会那天登记的，八月八号: a year that is surely one holds on into the next clause. */
const YEAR_SAID_BEFORE = /(?:(\d{4}|[〇零一二三四五六七八九]{2,4})年|(前年|去年))[^。；;\d年月]{0,20}$/u
/** 三年前来的，九月一号. */
const YEARS_AGO = /(?<years>[\d一二两三四五六七八九十]{1,3})年前[^。；;\d年]{0,16}$/u
const FIRST_IS_WRONG =
  /^[^。；;\d]{0,16}(?:不对|不是|[写说打填弄搞算看记报讲选输抄]错|错了|其实|应该是|改[成为到]?)[^。；;\d]{0,6}?$/
/** 演示路2号 is a house, and no day. */
const DAY_ALONE =
  /(?<![\d一二三十月路街巷弄里道村栋幢座园厦])[\d一二三四五六七八九十]{1,3}[号日](?!楼|线|口|院|店|厂|库|车|岗|厅|门|馆|铺|仓)/gu
const DAY_BEFORE = /^(?:放假|那天)?的?(?:(前|后)([一两二三四五六七几])天|(第二天))/u

/**
 * The dates of one text as they explain one another: a rough one gives way to the day said after it, a year said before
 * holds for the day after, 12月3号，打错了，13号 names two days of one month, and 国庆前一天 is the day before.
 */
export function togetherDates(folded: string, all: readonly FoundDate[], now: CalendarDate): FoundDate[] {
  const dated = withYearAfter(folded, all, now)
    .map((date, at, joined) => withYear(folded, date, joined[at - 1], now))
    .map((date) => besideDay(folded, date))
  const exact = dated.filter((date, at) => !isExplained(folded, date, dated[at + 1]))
  return exact.flatMap((date, at) => [date, ...laterDays(folded, date, exact[at + 1])])
}

/** 七月一日起的，今年: a year said right after the day. */
function withYearAfter(folded: string, all: readonly FoundDate[], now: CalendarDate): FoundDate[] {
  return all.flatMap((date, at) => {
    const previous = all[at - 1]
    if (previous !== undefined && isYearOf(folded, previous, date)) return []
    const next = all[at + 1]
    const parts = date.date === undefined ? undefined : parseIsoDate(date.date)
    if (next === undefined || parts === undefined || !isYearOf(folded, date, next)) return [date]
    const year = now.year + (YEAR_WORDS[folded.slice(next.start, next.end).replace(/的$/, '')] ?? 0)
    return [{ ...date, date: isoDate({ ...parts, year }) }]
  })
}

function isYearOf(folded: string, date: FoundDate, next: FoundDate): boolean {
  const words = folded.slice(date.start, date.end)
  const between = folded.slice(date.end, next.start)
  return (
    next.yearOnly &&
    folded.slice(next.start, next.end).replace(/的$/, '') in YEAR_WORDS &&
    /月/.test(words) &&
    !SAYS_YEAR.test(words) &&
    /^[^。；;\d]{0,3}[，,]?(?:是|就是)?$/.test(between)
  )
}

function withYear(folded: string, date: FoundDate, previous: FoundDate | undefined, now: CalendarDate): FoundDate {
  const words = folded.slice(date.start, date.end)
  const parts = date.date === undefined ? undefined : parseIsoDate(date.date)
  if (parts === undefined || !/月/.test(words) || SAYS_YEAR.test(words) || /[上这本下]个?月/.test(words)) return date
  const from = previous !== undefined && !isRough(folded, previous) ? previous.end : 0
  const said =
    YEAR_SAID.exec(folded.slice(Math.max(from, date.start - 14), date.start)) ??
    YEAR_SAID_BEFORE.exec(folded.slice(Math.max(from, date.start - 26), date.start))
  if (said === null) return agoYear(folded.slice(0, date.start), date, parts, now)
  const year = said[2] === undefined ? yearOf(said[1] ?? '') : now.year + (YEAR_WORDS[said[2]] ?? 0)
  return year === undefined ? date : { ...date, date: isoDate({ ...parts, year }) }
}

function agoYear(before: string, date: FoundDate, parts: CalendarDate, now: CalendarDate): FoundDate {
  const said = YEARS_AGO.exec(before)?.groups?.['years']
  const years = said === '两' ? 2 : said === undefined ? undefined : readNumeral(said, 0)?.value
  return years === undefined ? date : { ...date, date: isoDate({ ...parts, year: now.year - years }) }
}

/** 2015, 一五, 15; a number of years (二十年) is none. */
export function yearOf(written: string): number | undefined {
  const digits = Array.from(written, (character) => {
    const at = '〇一二三四五六七八九'.indexOf(character)
    return character === '零' ? '0' : at < 0 ? character : String(at)
  }).join('')
  const value = Number(digits)
  if (digits.length === 4) return value >= 1900 && value < 2100 ? value : undefined
  return digits.length === 2 ? yearOfTwoDigits(value) : undefined
}

function isRough(folded: string, { start, end, monthOnly, yearOnly }: FoundDate): boolean {
  return monthOnly === true || yearOnly || ROUGH.test(folded.slice(start, end))
}

/** Whether the next date tells the same day exactly. */
function isExplained(folded: string, date: FoundDate, next: FoundDate | undefined): boolean {
  if (next === undefined || !isRough(folded, date) || isRough(folded, next)) return false
  const between = folded.slice(date.end, next.start)
  return between.length <= 8 && !/[到至~—。；;-]|还是|或/.test(between)
}

/** 国庆前一天; 前几天 is no day. */
function besideDay(folded: string, date: FoundDate): FoundDate {
  const match = DAY_BEFORE.exec(folded.slice(date.end))
  const day = date.date === undefined ? undefined : parseIsoDate(date.date)
  if (match === null || day === undefined) return date
  const [words, side, count = '一'] = match
  const shift = readNumeral(count, 0)?.value ?? (count === '两' ? 2 : undefined)
  const end = date.end + words.length
  if (shift === undefined) return { ...date, date: undefined, yearOnly: true, end }
  return { ...date, date: isoDate(addDays(day, side === '前' ? -shift : shift)), end }
}

/** 12月3号，打错了，13号; 3号通知，5号开会定的: days of the month that was said, each in a clause of its own. */
function laterDays(folded: string, date: FoundDate, next: FoundDate | undefined): FoundDate[] {
  const month = date.date === undefined ? undefined : parseIsoDate(date.date)
  if (month === undefined || date.monthOnly === true || date.yearOnly) return []
  const said = folded.slice(date.end, next?.start)
  return Array.from(said.matchAll(DAY_ALONE)).flatMap(({ index }) => {
    const start = date.end + index
    const day = readNumeral(folded, start)
    const between = folded.slice(date.end, start)
    if (day === undefined || !(FIRST_IS_WRONG.test(between) || /[，,。；;]/.test(between)) || /[至到]/.test(between))
      return []
    return [{ date: isoDate({ ...month, day: day.value }), yearOnly: false, start, end: day.end + 1 }]
  })
}
