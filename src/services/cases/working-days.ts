import type { Calendar } from '../../content/staff-content.ts'

const DAY_MS = 86_400_000
const SHANGHAI_OFFSET_MS = 8 * 3_600_000

/** The date in Asia/Shanghai, `YYYY-MM-DD`, of a moment in epoch milliseconds. China has kept UTC+8 without summer time since 1991. */
export function shanghaiDate(atMs: number): string {
  return new Date(atMs + SHANGHAI_OFFSET_MS).toISOString().slice(0, 10)
}

/** The ISO date `days` natural days after `date`; negative counts back. */
export function addDays(date: string, days: number): string {
  return new Date(Date.parse(`${date}T00:00:00Z`) + days * DAY_MS).toISOString().slice(0, 10)
}

/**
 * True when offices are open on `date`: a make-up workday, or a Monday to Friday that is no public holiday.
 * In a year the calendar does not hold yet, weekends alone are days off.
 */
export function isWorkingDay(date: string, calendar: Calendar): boolean {
  if (calendar.workdays.has(date)) return true
  if (calendar.holidays.has(date)) return false
  const weekday = new Date(`${date}T00:00:00Z`).getUTCDay()
  return weekday !== 0 && weekday !== 6
}

/** A time limit of a guide, as days that count. */
export type DayLimit = { readonly value: number; readonly unit: 'working-day' | 'day' }

/** True when `date` uses up one day of a limit in `unit`. */
export function counts(date: string, unit: DayLimit['unit'], calendar: Calendar): boolean {
  return unit === 'day' || isWorkingDay(date, calendar)
}

/**
 * The date on which a limit ends that starts on `from`: the day itself is not counted, the next day that counts is day 1.
 * A limit of natural days may end on a holiday: it is not moved.
 */
export function addLimit(from: string, limit: DayLimit, calendar: Calendar): string {
  let date = from
  for (let left = limit.value; left > 0;) {
    date = addDays(date, 1)
    if (counts(date, limit.unit, calendar)) left -= 1
  }
  return date
}
