import { clausesOf, type Clause } from './clauses.ts'
import type { Fact, Finding } from './fact.ts'
import { matchPolarity } from './match-polarity.ts'
import { matchQuantity } from './match-quantity.ts'
import { matchAnyOf, matchList } from './match-terms.ts'

/**
 * What an answer says of a fact, read as typed Chinese and never by looking for substrings of numbers: a quantity counts
 * for the thing it is said of, with its unit and its bound. Pure.
 */
export function matchFact(answer: string, fact: Fact): Finding {
  return matchFactIn(clausesOf(answer), fact)
}

/** The same for an answer that was cut before. */
export function matchFactIn(clauses: readonly Clause[], { about, quantity, polarity, any_of, list }: Fact): Finding {
  if (quantity !== undefined) return matchQuantity(clauses, quantity, about)
  if (polarity !== undefined) return matchPolarity(clauses, polarity, about ?? [])
  if (any_of !== undefined) return matchAnyOf(clauses, any_of)
  return matchList(clauses, list ?? [])
}
