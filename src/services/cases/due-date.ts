import type { Calendar } from '../../content/staff-content.ts'
import type { ApplicationStatus } from '../application.ts'
import { addDays, addLimit, counts, type DayLimit } from './working-days.ts'

/** What happened to a case on which date (`YYYY-MM-DD`, Asia/Shanghai), oldest first. */
export type Milestone = { readonly status: ApplicationStatus; readonly date: string }

/**
 * The date by which a case is to be decided, or null where no limit is promised.
 * The limit runs from acceptance (before that: from submission, as the expected date) and stands still during 补正:
 * each counting day after the notice, up to the day the case goes on, is added. The wait for a supplement still open
 * adds nothing yet.
 */
export function dueDate(limit: DayLimit | null, milestones: readonly Milestone[], calendar: Calendar): string | null {
  if (limit === null) return null
  const start =
    milestones.find(({ status }) => status === 'accepted') ?? milestones.find(({ status }) => status === 'submitted')
  if (start === undefined) return null
  let waited = 0
  let pausedOn: string | undefined
  for (const { status, date } of milestones.slice(milestones.indexOf(start))) {
    if (status === 'supplement') pausedOn ??= date
    else if (status === 'accepted' && pausedOn !== undefined) {
      waited += countedDays(pausedOn, date, limit.unit, calendar)
      pausedOn = undefined
    }
  }
  return addLimit(start.date, { value: limit.value + waited, unit: limit.unit }, calendar)
}

/** Counting days after `from`, up to and including `to`. */
function countedDays(from: string, to: string, unit: DayLimit['unit'], calendar: Calendar): number {
  let days = 0
  for (let date = addDays(from, 1); date <= to; date = addDays(date, 1)) if (counts(date, unit, calendar)) days += 1
  return days
}

/** True when a due date reaches into a year whose holidays are not published yet, so that it may still move. */
export function isProvisional(dueBy: string | null, { years }: Pick<Calendar, 'years'>): boolean {
  return dueBy !== null && !years.includes(Number(dueBy.slice(0, 4)))
}
