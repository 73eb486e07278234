import { z } from 'zod'
import type { Problem } from '../checks/problem.ts'
import { checkShape } from '../checks/schema-problems.ts'
import type { Calendar } from '../staff-content.ts'
import { parseYaml } from './yaml-source.ts'
import type { YamlPath } from './yaml-source.ts'

const day = z.iso.date()

/** Shape of `knowledge/calendar.yaml`. */
export const CalendarFile = z.strictObject({
  years: z.array(
    z.strictObject({
      year: z.number().int().min(2020).max(2100),
      /** The State Council's notice; absent while it is not out and only the days fixed by law are listed. */
      notice: z.string().min(1).optional(),
      holidays: z.array(z.strictObject({ name: z.string().min(1), from: day, to: day })),
      workdays: z.array(day),
    }),
  ),
})

/** Reads the calendar. `years` holds only the years whose notice is out; other years know weekends and the days listed. */
export function readCalendar(file: string, text: string): { calendar: Calendar; problems: readonly Problem[] } {
  const source = parseYaml(file, text)
  const { value, problems } = checkShape(source, CalendarFile)
  const holidays = new Set<string>()
  const workdays = new Set<string>()
  if (value === undefined) return { calendar: { years: [], holidays, workdays }, problems }
  const found: Problem[] = []
  const report = (path: YamlPath, problem: string, fix: string): void =>
    void found.push({ file, line: source.lineOf(path), problem, fix })

  value.years.forEach(({ year, holidays: breaks, workdays: made }, index) => {
    const inYear = (path: YamlPath, date: string): void => {
      if (!date.startsWith(`${year}-`)) report(path, `${date} is no day of ${year}`, `move it to its own year`)
    }
    if (value.years.findIndex((entry) => entry.year === year) < index) {
      report(['years', index, 'year'], `${year} stands here a second time`, 'join the two entries')
    }
    breaks.forEach(({ from, to }, position) => {
      const path = ['years', index, 'holidays', position]
      inYear([...path, 'from'], from)
      inYear([...path, 'to'], to)
      if (to < from) report(path, 'the holiday ends before it begins', 'swap from and to')
      for (const date of daysFromTo(from, to)) holidays.add(date)
    })
    made.forEach((date, position) => {
      const path = ['years', index, 'workdays', position]
      inYear(path, date)
      if (!isWeekend(date))
        report(path, `${date} is a workday anyway`, 'list only Saturdays and Sundays that are worked')
      workdays.add(date)
    })
  })
  for (const date of workdays) {
    if (holidays.has(date))
      report(['years'], `${date} is both a holiday and a workday`, 'remove it from one of the lists')
  }
  const years = value.years.flatMap(({ year, notice }) => (notice === undefined ? [] : [year]))
  return { calendar: { years, holidays, workdays }, problems: found }
}

function daysFromTo(from: string, to: string): string[] {
  const days: string[] = []
  for (let at = Date.parse(from); at <= Date.parse(to) && days.length < 31; at += 86_400_000) {
    days.push(new Date(at).toISOString().slice(0, 10))
  }
  return days
}

function isWeekend(date: string): boolean {
  const weekday = new Date(date).getUTCDay()
  return weekday === 0 || weekday === 6
}
