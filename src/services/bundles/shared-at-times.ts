import { compileCondition, type Bundle, type Condition, type Field } from '../../content/index.ts'
import type { FieldValues } from '../forms/form.ts'

type AtTimes = Bundle['shared'][number]['also'][number]

/** The fields of one form that are a shared field of the bundle at times, by their id in the form. */
export type SharedAtTimes = ReadonlyMap<string, AtTimes & { readonly as: string }>

/** Those of one form. */
export function sharedAtTimes({ shared }: Bundle, service: string): SharedAtTimes {
  return new Map(
    shared.flatMap(({ id, also }) =>
      also.flatMap((each) => {
        const [form, field = ''] = each.field.split('.')
        return form === service ? [[field, { ...each, as: id }] as const] : []
      }),
    ),
  )
}

/** The field while it is the shared one. */
export function together(field: Field, { as, when }: AtTimes & { readonly as: string }): Field {
  return { ...field, id: as, when: both(field.when, when) }
}

/** The field while it is not: asked by itself, in words that say whose it is. */
export function apart(field: Field, { when, label, labelEn, ask, askEn }: AtTimes): Field {
  return {
    ...field,
    ...(label === undefined ? {} : { label, labels: [] }),
    ...(labelEn === undefined ? {} : { labelEn }),
    ...(ask === undefined ? {} : { ask }),
    ...(askEn === undefined ? {} : { askEn }),
    when: both(field.when, `!(${when})`),
  }
}

function both(one: string | undefined, other: string): string {
  return one === undefined ? other : `(${one}) && (${other})`
}

/** Under which names of the bundle the fields of a form stand, by the values of the bundle. */
export type NamesOf = (values: FieldValues, today: string) => ReadonlyMap<string, string>

/** `names`: those under which they stand by themselves. `declared`: the fields of the bundle. */
export function namesOf(
  names: ReadonlyMap<string, string>,
  atTimes: SharedAtTimes,
  declared: readonly Field[],
): { readonly now: NamesOf; readonly all: ReadonlySet<string> } {
  const conditions = new Map<string, { readonly as: string; readonly when: Condition }>(
    [...atTimes].map(([id, { as, when }]) => [id, { as, when: compileCondition(when, declared) }]),
  )
  return {
    now: (values, today) =>
      new Map(
        [...names].map(([id, name]) => {
          const shared = conditions.get(id)
          return [id, shared?.when.evaluate(values, today) === true ? shared.as : name]
        }),
      ),
    all: new Set([...names.values(), ...[...conditions.values()].flatMap(({ as, when }) => [as, ...when.references])]),
  }
}
