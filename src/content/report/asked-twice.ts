import { ownerOfLabel, withoutOwner } from '../../language/index.ts'
import type { Bundle } from '../bundle.ts'
import { compileCondition } from '../condition.ts'
import type { ConditionField } from '../condition.ts'
import { sharedNames } from '../checks/match-shared.ts'
import type { Field, Service } from '../service.ts'
import type { StaffContent } from '../staff-content.ts'

/** Two fields of one bundle that ask the same of the same person and are not shared, as `form.field`. */
export type AskedTwice = {
  readonly bundle: string
  readonly one: string
  readonly other: string
  readonly label: string
}

type Asked = {
  readonly step: string
  readonly name: string
  readonly field: Field
  readonly person: string | undefined
}

/**
 * One row a pair. Two fields ask the same where their element is one and so is their label, whoever's it says it is, for one
 * owner; or where they are the same particular (number, telephone …) of a person whose name the two forms share.
 */
export function askedTwice({ bundles, services }: Pick<StaffContent, 'bundles' | 'services'>): AskedTwice[] {
  return [...bundles.values()].flatMap((bundle) => {
    const fields = fieldsOf(bundle, services)
    return fields.flatMap((one, at) =>
      fields.slice(at + 1).flatMap((other): AskedTwice[] => {
        if (one.step === other.step || !isSame(one, other) || isSettled(bundle, one.name, other.name)) return []
        return [{ bundle: bundle.id, one: one.name, other: other.name, label: one.field.label }]
      }),
    )
  })
}

/** The fields that the steps of a bundle may ask. */
function fieldsOf(bundle: Bundle, services: ReadonlyMap<string, Service>): Asked[] {
  return bundle.steps.flatMap(({ id: step, service, situation, settles }) => {
    const form = service === undefined ? undefined : services.get(service)
    if (form === undefined) return []
    const settled = { ...settles, ...(situation === undefined ? {} : { situation }) }
    const declared: readonly ConditionField[] = [
      ...form.fields,
      { id: 'situation', element: 'choice', options: form.situations },
    ]
    return form.fields.flatMap((field): Asked[] => {
      const never = field.when !== undefined && compileCondition(field.when, declared).evaluate(settled, '') === false
      if (never || Object.hasOwn(settled, field.id)) return []
      return [{ step, name: `${form.id}.${field.id}`, field, person: personOf(field, form, bundle) }]
    })
  })
}

/** A particular of a person, after whose it is: guardianCitizenId is that of guardianName. */
const PARTICULAR = /^(|.*[a-z])(citizenId|birthDate|mobile|bankCard)$/iu

/** The shared name of whom a field is a particular of; undefined where that name is not shared. */
function personOf({ id }: Field, form: Service, { shared }: Bundle): string | undefined {
  const [, whose, what] = PARTICULAR.exec(id) ?? []
  if (whose === undefined || what === undefined) return undefined
  const name = `${form.id}.${whose === '' ? 'name' : `${whose}Name`}`
  const entry = shared.find((each) => sharedNames(each).includes(name))
  return entry === undefined ? undefined : `${entry.id} ${what.toLowerCase()}`
}

function isSame({ field: one, person }: Asked, { field: other, person: otherPerson }: Asked): boolean {
  if (one.element !== other.element) return false
  if (person !== undefined && person === otherPerson) return true
  return withoutOwner(one.label) === withoutOwner(other.label) && ownerOfLabel(one.label) === ownerOfLabel(other.label)
}

/** Whether they are shared, or one of them is shared with another field of the other's form, and so is not the other. */
function isSettled({ shared }: Bundle, one: string, other: string): boolean {
  const formOf = (name: string): string => `${name.split('.')[0] ?? ''}.`
  const sharesWith = (name: string, form: string): boolean =>
    shared.some((entry) => {
      const names = sharedNames(entry)
      return names.includes(name) && names.some((each) => each.startsWith(form))
    })
  return sharesWith(one, formOf(other)) || sharesWith(other, formOf(one))
}
