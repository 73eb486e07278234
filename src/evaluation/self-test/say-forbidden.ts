import type { ExpectedQuantity } from '../fact-matcher/fact.ts'
import type { Forbidden } from '../suites/shapes.ts'
import { sayFact } from './say-fact.ts'

/** Kinds of quantity that are said with a unit of their own. */
const SAID_ALONE: ReadonlySet<ExpectedQuantity['kind']> = new Set(['money', 'age', 'percent', 'area'])

/** Sentences that say what may not be said, without full stops; a value that cannot be said without knowing its unit is left out. */
export function sayForbidden({ about, quantity, any_of, text }: Forbidden): string[] {
  return [
    ...(text === undefined ? [] : [text]),
    ...(any_of ?? []).map((terms) => terms.join('')),
    ...(quantity === undefined ? [] : sayOther(about, quantity)),
  ]
}

function sayOther(about: Forbidden['about'], { kind, other_than, unit }: NonNullable<Forbidden['quantity']>): string[] {
  const allowed = [other_than].flat().filter((value) => typeof value === 'number')
  if (allowed.length === 0 || (unit === undefined && !SAID_ALONE.has(kind))) return []
  // Larger than all that is allowed, so that it is none of them.
  const value = Math.max(...allowed) * 2 + 5
  return [
    sayFact({
      id: 'forbidden',
      critical: false,
      about,
      quantity: { kind, op: '=', value, ...(unit === undefined ? {} : { unit }) },
    }),
  ]
}
