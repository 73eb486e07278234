import { addDays, isoDate, type CalendarDate } from '../calendar-date.ts'

type Weekday = { readonly date: string | undefined; readonly yearOnly: false; readonly end: number }

const WEEK_WORD = /(上上|上|这|本|下下|下)(?:个)?(?:周|星期|礼拜)([一二三四五六日天末])/y
const WEEKS: Readonly<Record<string, number>> = { 上上: -2, 上: -1, 这: 0, 本: 0, 下: 1, 下下: 2 }

/** 下周一, 这星期五: weeks begin on Monday. A bare weekday may be past or to come, and is no date. */
export function weekdayAt(folded: string, at: number, now: CalendarDate): Weekday | undefined {
  WEEK_WORD.lastIndex = at
  const match = WEEK_WORD.exec(folded)
  if (match === null) return undefined
  const [, week = '', name = ''] = match
  const weekday = /[末六]/.test(name) ? 5 : /[日天]/.test(name) ? 6 : '一二三四五'.indexOf(name)
  const today = (new Date(Date.UTC(now.year, now.month - 1, now.day)).getUTCDay() + 6) % 7
  const date = isoDate(addDays(now, weekday - today + 7 * (WEEKS[week] ?? 0)))
  return { date, yearOnly: false, end: WEEK_WORD.lastIndex }
}
