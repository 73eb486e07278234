import type { KeptValues } from '../applicable-fields.ts'
import type { GivenValue } from '../application.ts'
import type { ActingFor } from '../counter.ts'
import type { Form } from '../form.ts'
import { ACTING } from './acting.ts'

/** What the form records of whom she acts for, where she said so. */
export function actingValues(form: Form, actingFor: ActingFor | undefined): Record<string, GivenValue> {
  if (form.acting === undefined || actingFor === undefined) return {}
  const { relation, detail } = actingFor
  return { [ACTING.relation]: { value: relation, provenance: { kind: 'citizen', detail } } }
}

/** Fields about one person, which mean another once somebody else is meant. */
const PERSON: readonly string[] = ['birthDate', 'sex', 'passport', 'householdAddress', ACTING.relation, ACTING.right]
const SWAPPED = [
  ['name', ACTING.name],
  ['citizenId', ACTING.citizenId],
] as const

/** Values of a draft that turns out to be for another person: what she said of herself is then of the one who acts, and back. */
export function keptActing(kept: KeptValues, before: Form | undefined, form: Form): KeptValues {
  const next = new Map(kept)
  for (const id of PERSON) next.delete(id)
  for (const [own, agent] of SWAPPED) {
    const herself = kept.get(before?.acting === undefined ? own : agent)
    const to = form.acting === undefined ? own : agent
    next.delete(own)
    next.delete(agent)
    if (herself !== undefined) next.set(to, herself)
  }
  return next
}
