import { daysInMonth, isoDate, type CalendarDate } from '../calendar-date.ts'

/** A date found in folded text; `date` is undefined when no such day exists, `sure` is false when only a year was said. */
export type FoundDate = {
  readonly date: string | undefined
  readonly yearOnly: boolean
  /** Only a month was said; the day is its first or last. */
  readonly monthOnly?: boolean
  readonly start: number
  readonly end: number
}

/** What is found at a place, which the one who looks there knows. */
export type Found = Omit<FoundDate, 'start'>

/** A day that ends at `end`. */
export function found(date: CalendarDate, end: number): Found {
  return { date: isoDate(date), yearOnly: false, end }
}

/** A day of a month: its first where none is said, its last for -1. */
export function dayOf(year: number, month: number, day: number | undefined): CalendarDate {
  return { year, month, day: day === -1 ? daysInMonth(year, month) : (day ?? 1) }
}
