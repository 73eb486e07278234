import type { ElementId } from '../../language/element.ts'
import type { GivenValue } from '../application.ts'
import { isSame, nameBeside, whoseForm } from '../acting/whose.ts'
import type { KeptValues } from '../forms/applicable-fields.ts'
import { SITUATION, type Form } from '../forms/form.ts'

/** Who somebody is. */
const IDENTITY: ReadonlySet<ElementId> = new Set([
  'name',
  'citizen-id',
  'hmt-residence-permit',
  'taiwan-travel-permit',
  'passport',
])
/** How to reach whoever fills the form in, whomever it is about. */
const CONTACT: ReadonlySet<ElementId> = new Set(['mobile', 'email'])

/** Another application of the same conversation. */
export type Earlier = { readonly form: Form; readonly kept: KeptValues }

/**
 * Values a new form need not ask for (数据最多采一次): personal data given in this conversation for another application about
 * the same person, where field id, element and label are the same; those of the citizen herself also where only the label
 * differs because one of the forms asks for whom it is. Name and number come from one application. Anything else may mean
 * another thing elsewhere. The first of `earlier`, last touched first, wins; `known` are the values the form has already.
 * The provenance says which application it is taken from; the review card shows it.
 */
export function carriedOver(form: Form, earlier: readonly Earlier[], known: KeptValues): Record<string, GivenValue> {
  const whose = whoseForm(form, known)
  const taken = new Map<string, GivenValue>()
  for (const { field } of form.fields) {
    if (field.id === SITUATION || field.derive !== undefined) continue
    const isIdentity = IDENTITY.has(field.element)
    // What is only looked into may use everything she said; a form that is filed asks again what might mean another thing.
    if (form.asks === undefined && !isIdentity && !CONTACT.has(field.element)) continue
    for (const other of earlier) {
      const same = other.form.byId.get(field.id)?.field
      const value = other.kept.get(field.id)
      if (value === undefined || same?.element !== field.element) continue
      if (isIdentity && (whose === 'open' || !isSamePerson({ form, kept: known }, other))) continue
      if (same.label !== field.label && !(isIdentity && asksWhom(form, other.form))) continue
      if (isIdentity && disagrees(form, new Map([...taken, ...known]), other)) continue
      const detail = `沿用《${other.form.service.title}》里填写的`
      taken.set(field.id, { value: value.value, provenance: { ...value.provenance, detail } })
      break
    }
  }
  return Object.fromEntries(taken)
}

/** Whether two applications are about the same person, as far as anybody has said. */
function isSamePerson(one: Earlier, other: Earlier): boolean {
  return one.form.acting === other.form.acting && whoseForm(one.form, one.kept) === whoseForm(other.form, other.kept)
}

function asksWhom(...forms: readonly Form[]): boolean {
  return forms.some(({ acting, service }) => acting === undefined && service.acting.asks?.self !== undefined)
}

/** Whether name or number, as they are known by now, are not those of the other application. */
function disagrees(form: Form, known: KeptValues, other: Earlier): boolean {
  const pairs = [
    [nameBeside(form), nameBeside(other.form)],
    ['citizenId', 'citizenId'],
  ] as const
  return pairs.some(([id, otherId]) => {
    const own = id === undefined ? undefined : known.get(id)?.value
    const theirs = otherId === undefined ? undefined : other.kept.get(otherId)?.value
    return own !== undefined && theirs !== undefined && !isSame(own, theirs)
  })
}
