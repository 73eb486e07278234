const DAY = new Intl.DateTimeFormat('en-GB', { dateStyle: 'medium', timeZone: 'UTC' })

/** A calendar day (`YYYY-MM-DD`) as English readers write it: 4 Dec 2026. */
export function englishDay(day: string): string {
  return DAY.format(new Date(`${day}T00:00:00Z`))
}
