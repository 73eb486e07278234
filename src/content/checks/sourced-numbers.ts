import { literalsIn } from '../condition-tree.ts'
import type { Literal } from '../condition-tree.ts'
import type { Guide } from '../guide.ts'
import { referencesOf } from './references.ts'
import type { Reference } from './references.ts'

/** Numbers that only switch something on or off, or say "any": they need no source. */
const PLAIN = new Set<number | string>([0, 1])

/** For each function of conditions, the units of a guide that it measures, and how many of its own steps one of them is. */
const MEASURES: Readonly<Record<string, Readonly<Record<string, number>>>> = {
  age: { 'year-of-age': 1, year: 1 },
  monthsSince: { month: 1, year: 12 },
  monthsOver: { month: 1, year: 12 },
  daysSince: { day: 1, week: 7 },
  daysUntil: { day: 1, week: 7 },
}

/**
 * Numbers and dates of a condition that no proven number of the guides states: a rule must not decide by a number that
 * nobody can look up. Half a year in a guide covers 6 months in a condition; an age covers no months.
 */
export function unsourcedNumbers(condition: string, guides: readonly Guide[]): (number | string)[] {
  const proven = guides
    .flatMap((guide) => [...referencesOf(guide).values()])
    .filter(({ mark }) => mark !== 'unverified')
  const open = literalsIn(condition).filter(
    (literal) => !PLAIN.has(literal.value) && !proven.some((reference) => covers(reference, literal)),
  )
  return [...new Set(open.map(({ value }) => value))]
}

function covers({ value, unit }: Reference, { value: wanted, measure }: Literal): boolean {
  const stated = value === '半年' ? 0.5 : value
  if (typeof stated === 'string') return stated === wanted
  const units = measure === undefined ? undefined : MEASURES[measure]
  // A bare field is counted in what its question says: in the unit of the guide, or in months.
  if (units === undefined) return stated === wanted || (unit === 'year' && stated * 12 === wanted)
  const steps = units[unit]
  return steps !== undefined && stated * steps === wanted
}
