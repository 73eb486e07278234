import { addDays, addMonths, type CalendarDate } from '../calendar-date.ts'
import { readNumeral } from '../numeral.ts'
import { readWrittenDate } from '../quantities/read-date.ts'
import { readEnglishAgo, readEnglishDayOfMonth } from './english-date.ts'
import { dayOf, found, type Found } from './found-date.ts'

const AGO = /\s?(?:多)?\s?(个半月|个月|年半|年|个?星期|个?礼拜|周|天|日)(?:多)?\s?(之?前|以前|之?后|以后)/y
const HALF_AGO = /半(年|个月)(?:多)?(之?前|以前|之?后|以后)/y

/** 三年前, 两周后, two years ago, the 20th of this month. */
export function agoDate(folded: string, at: number, now: CalendarDate): Found | undefined {
  const english = readEnglishAgo(folded, at)
  if (english !== undefined) return found(moved(now, english.count, english.unit, -1), english.end)
  const ofMonth = readEnglishDayOfMonth(folded, at)
  if (ofMonth !== undefined)
    return found({ ...addMonths({ ...now, day: 1 }, -ofMonth.back), day: ofMonth.day }, ofMonth.end)
  const count = readNumeral(folded, at)
  if (count === undefined || count.value > 1200) return undefined
  AGO.lastIndex = count.end
  const match = AGO.exec(folded)
  if (match === null) return undefined
  const [, unit = '', direction = ''] = match
  if (unit === '日' && !/^(?:之|以)/.test(direction)) return undefined
  const day =
    unit === '年' && direction.endsWith('前') ? dayOfThatYear(folded, AGO.lastIndex, now.year - count.value) : undefined
  if (day !== undefined) return day
  return found(moved(now, count.value, unit, direction.endsWith('前') ? -1 : 1), AGO.lastIndex)
}

/** 三年前的三月一号. */
function dayOfThatYear(folded: string, at: number, year: number): Found | undefined {
  const start = at + (/^的?/u.exec(folded.slice(at))?.[0].length ?? 0)
  const written = readWrittenDate(folded, start)
  if (written?.month === undefined || written.year !== undefined || !Number.isInteger(year)) return undefined
  return { ...found(dayOf(year, written.month, written.day), written.end), monthOnly: written.day === undefined }
}

function moved(now: CalendarDate, count: number, unit: string, sign: 1 | -1): CalendarDate {
  if (unit === '年') return addMonths(now, sign * Math.round(count * 12))
  if (unit === '年半') return addMonths(now, sign * (count * 12 + 6))
  if (unit === '个月') return addMonths(now, sign * Math.round(count))
  if (unit === '个半月') return addDays(addMonths(now, sign * count), sign * 15)
  return addDays(now, sign * Math.round(count * (unit === '天' || unit === '日' ? 1 : 7)))
}

/** 半年前, 半个月后. */
export function halfAgo(folded: string, at: number, now: CalendarDate): Found | undefined {
  HALF_AGO.lastIndex = at
  const match = HALF_AGO.exec(folded)
  if (match === null) return undefined
  const sign = (match[2] ?? '').endsWith('前') ? -1 : 1
  return found(match[1] === '年' ? addMonths(now, sign * 6) : addDays(now, sign * 15), HALF_AGO.lastIndex)
}
