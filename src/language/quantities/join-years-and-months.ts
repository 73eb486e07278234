import type { Quantity } from '../quantity.ts'

/** 1年6个月 is one duration of eighteen months; its bound stands before the years or after the months. */
export function joinYearsAndMonths(quantities: readonly Quantity[], text: string): Quantity[] {
  const joined: Quantity[] = []
  for (const months of quantities) {
    const years = joined.at(-1)
    const short = years !== undefined && /[差少缺]/.test(text.slice(years.end, months.start))
    if (years === undefined || !follows(years, months)) joined.push(months)
    else {
      joined[joined.length - 1] = {
        ...years,
        value: Number(years.value) * 12 + (short ? -1 : 1) * Number(months.value),
        unit: 'month',
        comparator: years.comparator === '=' ? months.comparator : years.comparator,
        text: years.text + months.text,
        end: months.end,
      }
    }
  }
  return joined
}

function follows(years: Quantity, months: Quantity): boolean {
  return (
    years.kind === 'duration' &&
    months.kind === 'duration' &&
    years.unit === 'year' &&
    months.unit === 'month' &&
    years.max === undefined &&
    Number(months.value) < 12 &&
    months.start - years.end <= 1 &&
    years.end <= months.start
  )
}
