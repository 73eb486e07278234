import type { EligibilityFinding } from './application.ts'
import { knownValues, type FieldState } from './applicable-fields.ts'
import type { Form } from './form.ts'

/** Rules that hold under the known values, in the order of the file, and the fields whose answers would decide the others. */
export type Eligibility = { readonly findings: readonly EligibilityFinding[]; readonly undecidedBy: readonly string[] }

/** Judges a form's eligibility rules. A rule is left open while a field that matters to it is not known. */
export function judgeEligibility(form: Form, states: readonly FieldState[], today: string): Eligibility {
  const values = knownValues(states)
  const findings: EligibilityFinding[] = []
  const wanted = new Set<string>()
  for (const { rule, when } of form.eligibility) {
    const holds = when.evaluate(values, today)
    if (holds === true) findings.push({ id: rule.id, outcome: rule.outcome, message: rule.message, cite: rule.cite })
    if (holds === 'unknown') when.references.forEach((id) => wanted.add(id))
  }
  const missing = (id: string): boolean =>
    states.some(({ field, applies, known }) => field.field.id === id && applies === true && known === undefined)
  for (const { field } of form.fields) {
    const source = field.derive?.from
    if (source !== undefined && wanted.has(field.id) && missing(source)) {
      wanted.delete(field.id)
      wanted.add(source)
    }
  }
  return {
    findings,
    undecidedBy: form.fields.map(({ field }) => field.id).filter((id) => wanted.has(id) && missing(id)),
  }
}

/** True when a rule closes the way: the application cannot become ready while it holds. */
export function closesTheWay({ outcome }: Pick<EligibilityFinding, 'outcome'>): boolean {
  return outcome === 'no' || outcome === 'not-yet'
}
