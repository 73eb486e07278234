/** A day of the Gregorian calendar; months and days count from 1. */
export type CalendarDate = { readonly year: number; readonly month: number; readonly day: number }

/** Number of days of a month. */
export function daysInMonth(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** `YYYY-MM-DD`; undefined when there is no such day. */
export function isoDate({ year, month, day }: CalendarDate): string | undefined {
  const exists =
    year >= 1000 && year <= 9999 && month >= 1 && month <= 12 && day >= 1 && day <= daysInMonth(year, month)
  return exists ? `${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}` : undefined
}

/** The parts of an ISO date; undefined when the text is none or names no real day. */
export function parseIsoDate(text: string): CalendarDate | undefined {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text)
  if (found === null) return undefined
  const date = { year: Number(found[1]), month: Number(found[2]), day: Number(found[3]) }
  return isoDate(date) === undefined ? undefined : date
}

/** The day a number of days away. */
export function addDays(date: CalendarDate, days: number): CalendarDate {
  const moved = new Date(Date.UTC(date.year, date.month - 1, date.day + days))
  return { year: moved.getUTCFullYear(), month: moved.getUTCMonth() + 1, day: moved.getUTCDate() }
}

/** The same day a number of months away, or the last day of that month when it is shorter. */
export function addMonths(date: CalendarDate, months: number): CalendarDate {
  const count = date.year * 12 + (date.month - 1) + months
  const year = Math.floor(count / 12)
  const month = count - year * 12 + 1
  return { year, month, day: Math.min(date.day, daysInMonth(year, month)) }
}

/** The year that two digits mean: 30 … 99 of the last century, 00 … 29 of this one. */
export function yearOfTwoDigits(value: number): number {
  return value + (value >= 30 ? 1900 : 2000)
}
