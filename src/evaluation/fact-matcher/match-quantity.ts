import { readQuantities, sameMeasure, type Quantity } from '../../language/index.ts'
import { speaksOf } from './about.ts'
import type { Clause } from './clauses.ts'
import type { ExpectedQuantity, Finding } from './fact.ts'

const KINDS: Readonly<Record<ExpectedQuantity['kind'], readonly Quantity['kind'][]>> = {
  money: ['money'],
  duration: ['duration'],
  age: ['age'],
  date: ['date', 'day-of-month'],
  count: ['count'],
  percent: ['percent'],
  length: ['length'],
  area: ['area'],
  identifier: ['phone', 'article'],
}
const UNITS: Readonly<Record<string, string>> = { workday: 'working-day' }
const DEFAULT_UNIT: Readonly<Partial<Record<ExpectedQuantity['kind'], string>>> = {
  money: 'CNY',
  age: 'year-of-age',
  percent: 'percent',
  area: 'm2',
}

/** A quantity of the expected kind that a text says of the thing. `direct`: the very clause, or what it stands under, names it. */
export type Attributed = { readonly quantity: Quantity; readonly clause: Clause; readonly direct: boolean }

/** Every quantity of a kind that the clauses say of a thing; of anything when `about` is left out. */
export function attributed(
  clauses: readonly Clause[],
  expected: Pick<ExpectedQuantity, 'kind'>,
  about: readonly string[] | undefined,
): Attributed[] {
  const kinds = KINDS[expected.kind]
  const stated = clauses.map((clause) => readQuantities(clause.text).filter(({ kind }) => kinds.includes(kind)))
  return clauses.flatMap((clause, at): Attributed[] => {
    const own = stated[at] ?? []
    if (own.length === 0) return []
    if (about === undefined) return own.map((quantity) => ({ quantity, clause, direct: true }))
    if (speaksOf(clause, about))
      return nearestTo(clause.text, about, own).map((quantity) => ({ quantity, clause, direct: true }))
    // What a sentence speaks of may have been named before, as long as nothing of this kind was said in between.
    if (own.every(({ start }) => hasOwnSubject(clause.text.slice(0, start), expected.kind))) return []
    for (let before = at - 1; before >= 0 && at - before <= MOST_BACK; before -= 1) {
      const earlier = clauses[before]
      if (earlier === undefined || (stated[before]?.length ?? 0) > 0 || differs(earlier, clause)) break
      if (speaksOf(earlier, about)) return own.map((quantity) => ({ quantity, clause, direct: false }))
    }
    return []
  })
}

/** 复印件2张 counts copies, whatever was spoken of before. */
function hasOwnSubject(before: string, kind: ExpectedQuantity['kind']): boolean {
  return (
    (kind === 'count' || kind === 'length') && /\p{Script=Han}{2,}$/u.test(before.replace(/[需要交带备共各]+$/u, ''))
  )
}

/** How many clauses back a subject is looked for. */
const MOST_BACK = 3

/** Clauses under other headings do not continue one another. */
function differs(one: Clause, other: Clause): boolean {
  return one.above.join('|') !== other.above.join('|')
}

/** Of several quantities in a clause, those on the side of the alias where they belong: 年满16周岁 … 有效期20年. */
function nearestTo(text: string, about: readonly string[], own: readonly Quantity[]): readonly Quantity[] {
  if (own.length === 1) return own
  const places = about.map((alias) => text.indexOf(alias)).filter((at) => at >= 0)
  if (places.length === 0) return own
  const after = own.filter(({ start }) => places.some((place) => start > place))
  return after.length > 0 ? after : own
}

/** What the clauses say of an expected quantity. */
export function matchQuantity(
  clauses: readonly Clause[],
  expected: ExpectedQuantity,
  about: readonly string[] | undefined,
): Finding {
  const said = attributed(clauses, expected, about)
  const right = said.find(({ quantity }) => states(quantity, expected))
  const wrong = said.find(
    ({ quantity, direct }) => direct && comparable(quantity, expected) && !states(quantity, expected),
  )
  const free = expected.kind === 'money' && expected.value === 0
  const denied = free ? clauses.find((clause) => deniesFree(clause, about)) : undefined
  if (denied !== undefined) return { verdict: 'contradicts', evidence: denied.text }
  // Several numbers may be given to call; one that is not the expected says nothing against it.
  const beside = expected.kind === 'identifier' && right !== undefined
  if (wrong !== undefined && about !== undefined && !beside)
    return { verdict: 'contradicts', evidence: wrong.clause.text }
  return right === undefined
    ? { verdict: 'missing', evidence: undefined }
    : { verdict: 'holds', evidence: right.clause.text }
}

function deniesFree(clause: Clause, about: readonly string[] | undefined): boolean {
  return /(?:并非|不是|并不|非)免费/.test(clause.text) && (about === undefined || speaksOf(clause, about))
}

/** Whether a quantity states what is expected: the same measure under a bound that means the same. */
export function states(quantity: Quantity, expected: ExpectedQuantity): boolean {
  return sameValue(quantity, expected) && sameBound(quantity, expected)
}

function sameValue(quantity: Quantity, { kind, value, unit }: ExpectedQuantity): boolean {
  if (typeof value === 'string') {
    const named = kind === 'identifier' ? readQuantities(value)[0]?.value : undefined
    return String(quantity.value) === String(named ?? value)
  }
  const [low, high] = typeof value === 'number' ? [value, undefined] : value
  if (kind === 'percent') return Math.abs(Number(quantity.value) - low) < 0.01
  return sameMeasure(quantity, {
    ...quantity,
    value: low,
    ...(high === undefined ? { max: undefined } : { max: high }),
    unit: unitOf(kind, unit) ?? quantity.unit,
  } as Quantity)
}

function unitOf(kind: ExpectedQuantity['kind'], unit: string | undefined): string | undefined {
  return unit === undefined ? DEFAULT_UNIT[kind] : (UNITS[unit] ?? unit)
}

/** Chinese leaves bounds of terms unsaid: 10个工作日办结 is at most ten. */
function sameBound({ comparator, kind, text }: Quantity, { op }: ExpectedQuantity): boolean {
  if (op === '[)' || op === '[]')
    return comparator === 'range' && /[不未没]满|不足|[不未没]到/.test(text) === (op === '[)')
  if (comparator === op) return true
  if (kind === 'date' || kind === 'day-of-month')
    return !(comparator === '<=' && op === '>=') && !(comparator === '>=' && op === '<=')
  if (kind === 'duration') return (op === '<=' && comparator === '=') || (op === '=' && comparator === '<=')
  return false
}

/**
 * Whether two quantities could contradict each other. A term in days says nothing against one in years, unless it is the
 * same number: then the unit was changed.
 */
function comparable(quantity: Quantity, expected: ExpectedQuantity): boolean {
  const wanted = unitOf(expected.kind, expected.unit)
  if (expected.kind === 'duration')
    return scaleOf(quantity.unit) === scaleOf(wanted ?? '') || quantity.value === expected.value
  return expected.kind === 'count' || expected.kind === 'length' ? quantity.unit === wanted : true
}

function scaleOf(unit: string): string {
  if (unit === 'working-day' || unit === 'day' || unit === 'week') return 'days'
  return unit === 'month' || unit === 'year' ? 'months' : 'minutes'
}
