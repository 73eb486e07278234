import type { ElementId } from '../language/element.ts'
import type { GivenValue } from './application.ts'
import type { KeptValues } from './applicable-fields.ts'
import { SITUATION, type Form } from './form.ts'

/** What says who the citizen is and how to reach them: the same in every form. Anything else may mean another thing elsewhere. */
const PERSONAL: ReadonlySet<ElementId> = new Set([
  'name',
  'citizen-id',
  'hmt-residence-permit',
  'taiwan-travel-permit',
  'passport',
  'mobile',
  'email',
])

/** Another application of the same conversation. */
export type Earlier = { readonly form: Form; readonly kept: KeptValues }

/**
 * Values a new form need not ask for (数据最多采一次): personal data of the citizen given in this conversation for
 * another application, where field id, element and label are the same. The first of `earlier`, last touched first, wins.
 * The provenance says which application it is taken from; the review card shows it.
 */
export function carriedOver(form: Form, earlier: readonly Earlier[]): Record<string, GivenValue> {
  // What is only looked into may use everything she said; a form that is filed asks again what might mean another thing.
  const takes = (element: ElementId): boolean => form.asks !== undefined || PERSONAL.has(element)
  const taken = form.fields.flatMap(({ field }) => {
    if (field.id === SITUATION || field.derive !== undefined || !takes(field.element)) return []
    for (const other of earlier) {
      const same = other.form.byId.get(field.id)?.field
      const value = other.kept.get(field.id)
      if (value === undefined || same?.element !== field.element || same.label !== field.label) continue
      const detail = `沿用《${other.form.service.title}》里填写的`
      return [[field.id, { value: value.value, provenance: { ...value.provenance, detail } }] as const]
    }
    return []
  })
  return Object.fromEntries(taken)
}
