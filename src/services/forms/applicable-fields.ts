import type { GivenValue } from '../application.ts'
import { deriveValue } from './derive-value.ts'
import type { FieldValues, Form, FormField } from './form.ts'

/** Values an application keeps, also those of fields that do not apply at the moment. */
export type KeptValues = ReadonlyMap<string, GivenValue>

/** A field under the values known so far. `unknown`: an answer still missing decides whether it applies. */
export type FieldState = {
  readonly field: FormField
  readonly applies: boolean | 'unknown'
  /** The value that holds, given or worked out; undefined while not known or while the field does not apply. */
  readonly known: GivenValue | undefined
  /** Why the known value is not good (any longer); such a value decides nothing. */
  readonly problem: string | undefined
}

/**
 * Each field of the form, in the order of asking, under `kept`. A field whose condition names a field that does not
 * apply, or that is not answered yet, applies only if the condition holds either way. A derived value goes before a
 * given one while its source is known, and waits until it is decided whether its source applies.
 */
export function fieldStates(form: Form, kept: KeptValues, today: string): FieldState[] {
  const states = new Map<string, FieldState>()
  const open = new Set<string>()

  const stateOf = (id: string): FieldState | undefined => {
    const done = states.get(id)
    if (done !== undefined) return done
    const field = form.byId.get(id)
    // NOTE: a condition that comes back to itself is simply not decided.
    if (field === undefined || open.has(id)) return undefined
    open.add(id)
    const when = field.when === undefined ? true : field.when.evaluate(valuesOf(field.when.references), today)
    const source = field.field.derive === undefined ? undefined : stateOf(field.field.derive.from)
    const applies = when === true && source?.applies === 'unknown' ? 'unknown' : when
    const known = applies === true ? (derive(field) ?? kept.get(id)) : undefined
    const checked = known === undefined ? undefined : field.check(known.value, today)
    open.delete(id)
    const state: FieldState = { field, applies, known, problem: checked?.ok === false ? checked.problem : undefined }
    states.set(id, state)
    return state
  }

  const valuesOf = (ids: readonly string[]): FieldValues => knownValues(ids.flatMap((id) => stateOf(id) ?? []))

  const derive = ({ field, check }: FormField): GivenValue | undefined => {
    if (field.derive === undefined) return undefined
    const source = stateOf(field.derive.from)
    if (source?.known === undefined || source.problem !== undefined) return undefined
    const text = deriveValue(source.known.value, field.derive.as, today)
    const checked = text === undefined ? undefined : check(text, today)
    if (checked?.ok !== true) return undefined
    return { value: checked.value, provenance: { kind: 'derived', detail: `由${source.field.field.label}推出` } }
  }

  return form.fields.flatMap(({ field }) => stateOf(field.id) ?? [])
}

/** The good values, by field id: what conditions of fields, eligibility, materials and fees are judged on. */
export function knownValues(states: readonly FieldState[]): FieldValues {
  return Object.fromEntries(
    states.flatMap(({ field, known, problem }) =>
      known === undefined || problem !== undefined ? [] : [[field.field.id, known.value] as const],
    ),
  )
}
