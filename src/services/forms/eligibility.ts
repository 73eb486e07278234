import type { EligibilityFinding } from '../application.ts'
import { knownValues, type FieldState } from './applicable-fields.ts'
import type { BundlePart, FieldValues, Form } from './form.ts'

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
    findings: form.parts === undefined ? findings : [...withoutParts(form, form.parts, findings, values, today)],
    undecidedBy: form.fields.map(({ field }) => field.id).filter((id) => wanted.has(id) && missing(id)),
  }
}

/** True when a rule closes the way: the application cannot become ready while it holds. */
export function closesTheWay({ outcome }: Pick<EligibilityFinding, 'outcome'>): boolean {
  return outcome === 'no' || outcome === 'not-yet'
}

/** The fields whose answers make a rule hold that closes the way, those she answers herself: of a derived one its source. */
export function closingAnswers(form: Form, findings: readonly EligibilityFinding[]): readonly string[] {
  const closing = new Set(findings.filter(closesTheWay).map(({ id }) => id))
  const fields = form.eligibility.flatMap(({ rule, when }) => (closing.has(rule.id) ? when.references : []))
  return [...new Set(fields.map((id) => form.byId.get(id)?.field.derive?.from ?? id))]
}

/** What closes one part of a bundle leaves the others open; where no part is left that is filed, it closes the whole. */
function withoutParts(
  form: Form,
  parts: readonly BundlePart[],
  findings: readonly EligibilityFinding[],
  values: FieldValues,
  today: string,
): readonly EligibilityFinding[] {
  const filed = parts.filter((part) => part.form !== undefined)
  const closing = new Set(filed.flatMap((part) => closingRules(part)))
  const out = partsOut(parts, findings, values, today)
  if (filed.length === 0 || !filed.every((part) => out.has(part))) return findings
  const closed = findings.map((each) => (closing.has(each.id) ? { ...each, outcome: 'no' as const } : each))
  if (closed.some(closesTheWay)) return closed
  const cite = `${form.service.guide}#who`
  return [...closed, { id: 'no-part', outcome: 'no', message: form.words.noPart, cite }]
}

/** The parts of a bundle that are not filed, as far as the values show: they do not apply, or a rule of theirs closes them. */
export function partsOut(
  parts: readonly BundlePart[],
  findings: readonly EligibilityFinding[],
  values: FieldValues,
  today: string,
): ReadonlySet<BundlePart> {
  const found = new Set(findings.map(({ id }) => id))
  return new Set(
    parts.filter(
      (part) => part.when?.evaluate(values, today) === false || closingRules(part).some((id) => found.has(id)),
    ),
  )
}

/** The ids under which the whole knows the rules that close this part. */
function closingRules({ id, form }: BundlePart): readonly string[] {
  return (form?.eligibility ?? []).filter(({ rule }) => closesTheWay(rule)).map(({ rule }) => `${id}-${rule.id}`)
}
