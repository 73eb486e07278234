type Day = { readonly year: number; readonly month: number; readonly day: number }

const MS_PER_DAY = 86_400_000

function parse(iso: string): Day {
  const match = /^(\d{4})-(\d{2})-(\d{2})$/.exec(iso)
  if (match === null) throw new RangeError('not a date of the form YYYY-MM-DD')
  return { year: Number(match[1]), month: Number(match[2]), day: Number(match[3]) }
}

function monthLength(year: number, month: number): number {
  return new Date(Date.UTC(year, month, 0)).getUTCDate()
}

/** Full years of age on a day: a year is full on the birthday itself. Dates are `YYYY-MM-DD`. */
export function yearsOfAge(birth: string, today: string): number {
  const [from, to] = [parse(birth), parse(today)]
  const reached = to.month > from.month || (to.month === from.month && to.day >= from.day)
  return to.year - from.year - (reached ? 0 : 1)
}

/** Full calendar months between two days; the last day of a shorter month completes it (31 August to 28 February is 6). */
export function fullMonthsBetween(start: string, end: string): number {
  if (end < start) return -fullMonthsBetween(end, start)
  const [from, to] = [parse(start), parse(end)]
  const months = (to.year - from.year) * 12 + to.month - from.month
  const complete = to.day >= from.day || to.day === monthLength(to.year, to.month)
  return complete ? months : months - 1
}

/** Full months that were over when `today` began: the day that completes a month still belongs to it, as the last day of a legal time limit does. */
export function monthsOver(start: string, today: string): number {
  parse(today)
  return fullMonthsBetween(start, new Date(Date.parse(`${today}T00:00:00Z`) - MS_PER_DAY).toISOString().slice(0, 10))
}

/** Days from one day to another; negative when the second is earlier. */
export function daysBetween(start: string, end: string): number {
  parse(start)
  parse(end)
  return Math.round((Date.parse(`${end}T00:00:00Z`) - Date.parse(`${start}T00:00:00Z`)) / MS_PER_DAY)
}
