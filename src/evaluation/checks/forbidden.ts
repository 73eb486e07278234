import { clausesOf, writtenForm } from '../fact-matcher/clauses.ts'
import { saidOf, states } from '../fact-matcher/match-quantity.ts'
import { matchAnyOf } from '../fact-matcher/match-terms.ts'
import type { Forbidden } from '../suites/shapes.ts'
import type { Check } from '../trial.ts'

/** What may not be said, each as a check of its own. */
export function checkForbidden(text: string, forbidden: readonly Forbidden[]): Check[] {
  const clauses = clausesOf(text)
  return forbidden.map((one, at): Check => {
    const evidence = said(one)
    const ok = evidence === undefined
    const message = ok ? '没有说不该说的话' : `说了不该说的：${evidence}`
    return {
      name: `must-not-${at + 1}`,
      ok,
      critical: true,
      message,
      english: ok ? 'nothing was said that may not be' : `said what may not be said: ${evidence}`,
      evidence,
      ...(ok ? {} : { contradicts: evidence }),
    }
  })

  function said({ about, quantity, any_of, text: words }: Forbidden): string | undefined {
    if (words !== undefined && writtenForm(text).includes(writtenForm(words))) return words
    if (any_of !== undefined) {
      const found = matchAnyOf(clauses, any_of)
      if (found.verdict === 'holds') return found.evidence
    }
    if (quantity === undefined) return undefined
    const { kind, other_than, unit } = quantity
    const allowed = Array.isArray(other_than) ? other_than : [other_than]
    const wrong = saidOf(clauses, { kind }, about).find(
      ({ quantity: stated, direct, denied }) =>
        direct &&
        !denied &&
        (unit === undefined || stated.unit === unit || (unit === 'workday' && stated.unit === 'working-day')) &&
        !allowed.some((value) =>
          states(
            { ...stated, comparator: '=' },
            { kind, op: '=', value, ...(unit === undefined ? { unit: stated.unit } : { unit }) },
          ),
        ),
    )
    return wrong?.clause.text
  }
}
