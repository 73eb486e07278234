import type { BundleStep, Field, Service } from '../../content/index.ts'
import { declaredFields } from '../forms/declared-fields.ts'
import { closesTheWay } from '../forms/eligibility.ts'
import { SITUATION, type Form } from '../forms/form.ts'

/** What the bundle answers itself: the kind of case, and what an earlier step sees to. */
export function settledIn({ situation, settles }: BundleStep): ReadonlyMap<string, string> {
  return new Map([...Object.entries(settles), ...(situation === undefined ? [] : [[SITUATION, situation] as const])])
}

/** The same as they stand in a condition. */
export function literalsOf(step: BundleStep, service: Service): ReadonlyMap<string, string> {
  const plain = new Set(['yes-no', 'number', 'money'])
  const elements = new Map(declaredFields(service).map(({ id, element }) => [id, element]))
  return new Map(
    [...settledIn(step)].map(([id, value]) => [id, plain.has(elements.get(id) ?? '') ? value : JSON.stringify(value)]),
  )
}

/** A field that is not asked where the step that brings it about applies. */
export function unless(field: Field, issuedWhen: string | undefined): Field {
  const not = issuedWhen === undefined ? 'false' : `!(${issuedWhen})`
  return { ...field, when: field.when === undefined ? not : `(${field.when}) && ${not}` }
}

/** A part is filed without what another part of the bundle brings about. */
export function withoutIssued(form: Form, names: ReadonlyMap<string, string>, issued: ReadonlySet<string>): Form {
  const waits = (id: string): boolean => issued.has(names.get(id) ?? '')
  if (![...names.keys()].some(waits)) return form
  const fields = form.fields.map((each) =>
    waits(each.field.id) ? { ...each, field: { ...each.field, required: false } } : each,
  )
  return { ...form, fields, byId: new Map(fields.map((each) => [each.field.id, each])) }
}

/** Fields on which it rests whether a form may be filed at all. */
export function closingFields({ eligibility }: Form): readonly string[] {
  return eligibility.flatMap(({ rule, when }) => (closesTheWay(rule) ? when.references : []))
}
